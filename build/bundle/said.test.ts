// A program is bundled with the sentences that it names, and with those of the programs that it hears.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build, stop } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { saidBy } from "./said.mjs";

const root = mkdtempSync(join(tmpdir(), "sd-said-"));
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await stop();
});

const LIST = `import { BAGS } from "./bags.ts";
import { DESK_FAULTS } from "./desk-faults.ts";
export const LIST = { bags: BAGS, "desk-faults": DESK_FAULTS };
`;
const FILES = {
  "electron/text/en/en.ts": LIST,
  "electron/text/de/de.ts": `import { BAGS } from "./bags.ts";
export const LIST = { bags: BAGS };
`,
  "electron/text/en/bags.ts": `export const BAGS = {
  open: "Open it.",
  "sealed.one": "One is sealed.",
  "sealed.all": "All are sealed.",
  "sealed.all.never": "None is.",
  unsaid: "Nobody says this.",
};
`,
  "electron/text/de/bags.ts": `export const BAGS = {
  open: ["00000000", "\u00d6ffnen."],
  unsaid: ["00000000", "Sagt niemand."],
};
`,
  "electron/text/en/desk-faults.ts": `export const DESK_FAULTS = {
  "E-ONE": "It is one.",
  "E-ONE.next": "Take two.",
  "E-TWO": "It is two.",
  "E-TWO.next": "Take one.",
  again: "Try again.",
};
`,
  "literal.ts": `import { LIST } from "./electron/text/en/en.ts";
import { unused } from "./unused.ts";
console.log(LIST, "bags.open");
`,
  "unused.ts": `export const unused = () => "bags.unsaid";\n`,
  "template.ts": `import { LIST } from "./electron/text/en/en.ts";
console.log(LIST, \`bags.sealed.\${process.argv[2]}\`);
`,
  "refuses.ts": `import { LIST } from "./electron/text/en/en.ts";
const faultTable = (...all: unknown[]) => (code: string) => [all, code];
console.log(LIST, faultTable("desk-faults", { "E-ONE": "again" })("E-ONE"));
`,
  "german.ts": `import { LIST } from "./electron/text/de/de.ts";
console.log(LIST, "bags.open");
`,
  "searches.ts": `import { BAGS } from "./electron/text/en/bags.ts";
import { LIST } from "./electron/text/en/en.ts";
console.log(BAGS, LIST);
`,
};
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** The texts of the catalogues that are in a program. */
async function textsIn(program: string, ...heard: readonly string[]): Promise<readonly string[]> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [program],
    plugins: [await saidBy(root, [program, ...heard], [])],
    charset: "utf8",
    bundle: true,
    write: false,
  });
  const texts = [...(outputFiles[0]?.text ?? "").matchAll(/"([^"]+ [^"]+\.|\u00d6ffnen\.)"/g)];
  return texts.map(([, text = ""]) => text).toSorted();
}

test("what is named as a text is in it, unless the file that names it is left out", async () => {
  expect(await textsIn("literal.ts")).toEqual(["Open it."]);
});

test("of a template every row is in it that it may become", async () => {
  expect(await textsIn("template.ts")).toEqual(["All are sealed.", "None is.", "One is sealed."]);
});

test("a refusal's rows are found by its code, and by the step that several share", async () => {
  expect(await textsIn("refuses.ts")).toEqual(["It is one.", "Take two.", "Try again."]);
});

test("a language has the same rows", async () => {
  expect(await textsIn("german.ts")).toEqual(["\u00d6ffnen."]);
});

test("what looks for sentences by their texts has all of the noun", async () => {
  expect(await textsIn("searches.ts")).toHaveLength(5);
});

test("what it hears from another program it can say", async () => {
  expect(await textsIn("literal.ts", "refuses.ts")).toEqual([
    "It is one.",
    "Open it.",
    "Take two.",
    "Try again.",
  ]);
});
