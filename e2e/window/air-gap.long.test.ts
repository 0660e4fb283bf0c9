// The air gap of a whole activation in the real app: every address that any process of it names, from
// the first step to the closed record.
import { PATIENCE_MS } from "../../build/test/patience.mjs";
import { withoutRoot } from "../runtime.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look } from "./people.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";
import { NAMES, traceWhile } from "./traced.fixture.ts";

const A_WHILE = { timeout: PATIENCE_MS.long, interval: 500 };

inOrder("the app's air gap (needs the Electron runtime and root)", withoutRoot, () => {
  test("is whole in an activation: loopback at the connected station, and nothing else", async () => {
    const open = await atHome();
    const { page } = open;
    await mouse.press(page, /^Activate/);
    const lines = await traceWhile(open, async () => {
      await mouse.press(page, "Simulated crew");
      await mouse.mark(page, "as fast as possible", "Pace");
      await mouse.press(page, "to the end of the ceremony");
      await poll(async () => (await look(open)).ceremony?.closed ?? false, A_WHILE).toBe(true);
    });
    const named = lines.filter((line) => NAMES.test(line));
    const outside = named.filter((line) => !line.includes('inet_addr("127.0.0.1")'));
    const calls = lines.filter((line) => /^\d+ +\w+\(/.test(line)).length;
    test
      .info()
      .annotations.push({
        type: "measured",
        description:
          `an activation in the window: ${String(calls)} calls of the network, `
          + `${String(named.length)} with an address of loopback, `
          + `${String(outside.length)} with any other`,
      });
    expect(outside).toEqual([]);
    // The connected station asked its HSM: that is seen.
    expect(named.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes("htons(53)"))).toEqual([]);
  });
});
