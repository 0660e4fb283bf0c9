// The package, started with every switch that would make another app of it: it ends at once, and no
// port is open.
import { DANGEROUS } from "../../electron/main/switches.fixture.ts";
import { withoutRuntime } from "../runtime.fixture.ts";
import { makeHome } from "./app.fixture.ts";
import { endOf, packApp, startAs, type Packed } from "./packed.fixture.ts";
import { windowsOn } from "./start.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

inOrder("the package with a switch (needs the Electron runtime)", withoutRuntime, () => {
  let packed: Packed;
  test.beforeAll(() => {
    packed = packApp();
  });
  test.afterAll(() => {
    packed.remove();
  });

  test("does not start with any that is dangerous, tried one by one (A10, A11)", async () => {
    const home = await makeHome();
    const refused: string[] = [];
    for (const word of DANGEROUS) {
      const { code, said } = await endOf(startAs(home, packed.program, [word]));
      expect(said, word).not.toContain("listening on ws:");
      // Chromium itself ends for some before our own code is asked.
      expect(code, word).not.toBe(0);
      if (said.includes("does not start with switches for developers")) refused.push(word);
    }
    expect(windowsOn(home)).toBe(0);
    expect(refused.length).toBeGreaterThan(DANGEROUS.length - 8);
  });
});
