// Each part of a program loads what it asks for, and not what is behind the same public file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pastReExports } from "./past-re-exports.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-re-exports-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Each part's text, by its name without the digest. */
async function partsOf(files: Readonly<Record<string, string>>, whole?: RegExp) {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ["main.ts"],
    outdir: "out",
    bundle: true,
    write: false,
    logLevel: "silent",
    splitting: true,
    format: "esm",
    plugins: [pastReExports(whole)],
  });
  return new Map(
    outputFiles.map(({ path, text }) => [basename(path).replace(/-\w+\.js$/, ""), text]),
  );
}

const TWO_COMMANDS = {
  "main.ts": 'await (process.argv[2] ? import("./light.ts") : import("./heavy.ts"));',
  "small.ts": 'export const small = "the small one"; export const other = "another";',
  "large.ts": 'console.log("loaded"); export const large = "the large one";',
};

describe("a part of a program", () => {
  test("loads what declares a name, and nothing else that is behind the same public file", async () => {
    const parts = await partsOf({
      ...TWO_COMMANDS,
      "public.ts":
        'export { small as tiny } from "./small.ts";\nexport { large } from "./large.ts";\n',
      "light.ts": 'import { tiny as little } from "./public.ts";\nconsole.log(little);\n',
      "heavy.ts": 'import { tiny, large } from "./public.ts";\nconsole.log(tiny, large);\n',
    });
    const reached = `${String(parts.get("light"))}${String(parts.get("chunk"))}`;
    expect(reached).toContain("the small one");
    expect(reached).not.toContain("the large one");
    expect(parts.get("heavy")).toContain("the large one");
  });

  test("imports from a public file that is a program of its own, as it is written", async () => {
    const files = {
      ...TWO_COMMANDS,
      "public.ts": 'export { small } from "./small.ts";\nexport { large } from "./large.ts";\n',
      "light.ts": 'import { small } from "./public.ts";\nconsole.log(small);\n',
      "heavy.ts": "",
    };
    const reached = async (whole?: RegExp) => [...(await partsOf(files, whole)).values()].join("");
    expect(await reached()).not.toContain("loaded");
    expect(await reached(/\/public\.ts$/)).toContain("loaded");
  });

  test("takes from a file that declares some and passes on others each from where it is", async () => {
    const parts = await partsOf({
      ...TWO_COMMANDS,
      "public.ts": 'export { large } from "./large.ts";\nexport const own = "its own";\n',
      "light.ts":
        'import { own, type Gone } from "./public.ts";\nexport type T = Gone;\nconsole.log(own);\n',
      "heavy.ts": 'import {\n  large,\n  own,\n} from "./public.ts";\nconsole.log(large, own);\n',
    });
    const all = [...parts.values()].join("");
    expect([all.includes("the large one"), all.includes("its own")]).toEqual([true, true]);
  });

  test("is refused if a name is nowhere", async () => {
    await expect(
      partsOf({
        ...TWO_COMMANDS,
        "public.ts": 'export { small } from "./small.ts";\n',
        "light.ts": 'import { gone } from "./public.ts";\nconsole.log(gone);\n',
        "heavy.ts": "",
      }),
    ).rejects.toThrow('No matching export in "public.ts" for import "gone"');
  });
});
