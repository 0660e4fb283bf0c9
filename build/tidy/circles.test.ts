// Circles of imports are found, among files and among folders.
import { describe, expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { circles } from "./circles.ts";

describe("circles", () => {
  const said = (files: Readonly<Record<string, string>>): readonly string[] =>
    circles(Object.entries(files).map(([path, text]) => ({ path, text }))).map(spell);

  test("imports that lead back to nobody are left alone", () => {
    expect(
      said({
        "crypto/a.ts": 'import { b } from "./b.ts"; import { c } from "./c.ts";',
        "crypto/b.ts": 'import { c } from "./c.ts"; type A = import("./b.ts").A;',
        "crypto/c.ts": 'import { a } from "./not-there.ts";',
        "crypto/c.test.ts": 'import { a } from "./d.fixture.ts";',
        "crypto/d.fixture.ts": 'import { a } from "./c.ts";',
      }),
    ).toEqual([]);
  });

  test("a circle is refused with the files that form it, also one of types", () => {
    expect(
      said({
        "crypto/d.ts": 'import { a } from "./a.ts";',
        "crypto/c.ts": 'import type { A } from "./a.ts";',
        "crypto/b.ts": 'export { c } from "./c.ts";',
        "crypto/a.ts": 'import { b } from "./b.ts"; import { f } from "./f.ts";',
        "crypto/f.ts": 'const e = await import("./e.ts");',
        "crypto/e.ts": 'type F = import("./f.ts").F;',
      }),
    ).toEqual([
      "crypto/a.ts: imports itself: a circle with crypto/b.ts, crypto/c.ts",
      "crypto/e.ts: imports itself: a circle with crypto/f.ts",
    ]);
  });

  test("a circle of fixtures is refused", () => {
    expect(
      said({
        "e2e/a.fixture.ts": 'import { b } from "./b.fixture.ts";',
        "e2e/b.fixture.ts": 'import type { A } from "./a.fixture.ts";',
      }),
    ).toEqual(["e2e/a.fixture.ts: imports itself: a circle with e2e/b.fixture.ts"]);
  });

  test("folders of a room may import each other one way, and tests what they need", () => {
    expect(
      said({
        "renderer/app.tsx": 'import { a } from "./parts/a.ts"; import "./parts/a.css";',
        "renderer/parts/a.ts": 'import { b } from "../text/b.ts"; import "./a.css";',
        "renderer/parts/a.css": "",
        "renderer/text/b.ts": 'import { c } from "./c.ts";',
        "renderer/text/c.ts": "",
        "renderer/text/c.test.ts": 'import { a } from "../parts/a.ts";',
        "electron/hsm/hsm.ts": 'import { a } from "../media/search/a.ts";',
        "electron/media/search/a.ts": 'import { b } from "../../hsm/azure/b.ts";',
        "electron/hsm/azure/b.ts": 'import { c } from "../faults.ts";',
        "electron/hsm/faults.ts": "",
      }),
    ).toEqual([]);
  });

  test("a circle of folders is refused though none of their files is in one", () => {
    expect(
      said({
        "renderer/parts/a.ts": 'import { b } from "../text/b.ts";',
        "renderer/text/b.ts": "",
        "renderer/text/c.ts": 'import type { D } from "../stores/d.ts";',
        "renderer/stores/d.ts": 'import styles from "../parts/e.css";',
        "renderer/parts/e.css": "",
        "electron/media/media.ts": 'import { a } from "./search/a.ts";',
        "electron/media/search/a.ts": 'import { b } from "../faults.ts";',
        "electron/media/faults.ts": "",
        "build/a.fixture.ts": 'import { b } from "./bench/b.fixture.ts";',
        "build/bench/b.fixture.ts": 'import { c } from "../c.ts";',
        "build/c.ts": "",
      }),
    ).toEqual([
      "build: imports itself: a circle with build/bench",
      "electron/media: imports itself: a circle with electron/media/search",
      "renderer/parts: imports itself: a circle with renderer/stores, renderer/text",
    ]);
  });
});
