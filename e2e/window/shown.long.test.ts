// The animated picture of the README: an activation that the simulated crew shows, as it is seen in
// the real window. It is left beside the pictures of the screens; docs/pictures has a copy.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { animated } from "../animated.fixture.ts";
import { ROOT } from "../bundle.fixture.ts";
import { makeHome, openApp, withoutRuntime } from "./app.fixture.ts";
import { untilChanged } from "./glance.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { look } from "./people.fixture.ts";
import { programOf } from "./programs.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

const SECONDS = 2;
const BYTES_MAX = 2 * 1024 * 1024;
/** What happens thrice is shown for officer 1 alone. */
const AGAIN = /-[23]$/;

inOrder("an activation as it is shown (needs the Electron runtime)", withoutRuntime, () => {
  test("fits into an animated picture of two megabytes", async () => {
    // At the pace of other tests a step is over before its picture is taken.
    const open = await openApp(await makeHome(), [], await programOf("watched"));
    const { page } = open;
    await page.getByRole("button", { name: /^Activate/ }).waitFor();
    const pictures = [await page.screenshot()];
    const seen = new Set<string>();
    await mouse.press(page, "Show me an activation");
    for (;;) {
      const view = await look(open);
      const { ceremony, activity, quorum } = view;
      const step = ceremony?.step?.id ?? "";
      const what = activity.kind === "hearing" ? activity.phase : activity.kind;
      // Of each step its beginning; of the first officer also the turn; of the proof each pair.
      const isFirst = !seen.has(step) || /^make-key-1$/.test(step) || quorum.proven.length > 0;
      const name = `${step} ${what} ${String(quorum.proven.length)}`;
      if (ceremony !== null && isFirst && !seen.has(name) && !AGAIN.test(step)) {
        seen.add(step).add(name);
        pictures.push(await page.screenshot());
      }
      if (ceremony?.closed === true) break;
      await untilChanged(open, view);
    }
    const picture = animated(pictures, SECONDS);
    mkdirSync(join(ROOT, ".shots"), { recursive: true });
    writeFileSync(join(ROOT, ".shots", "activation.png"), picture);
    await open.close();
    expect(pictures.length).toBeGreaterThan(15);
    expect(picture.length).toBeLessThanOrEqual(BYTES_MAX);
  });
});
