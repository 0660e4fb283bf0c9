// Pages and comments that name something which does not exist are refused, one thing at a time.
import { describe, expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { documents } from "./documents.ts";
import { folderOf, ROOMS } from "./rooms.ts";

/** A page of these cases, put together so that the rule does not find it cited here. */
const PAGE = ["docs", "a.md"].join("/");

describe("documents", () => {
  const inOrder: Readonly<Record<string, string>> = {
    "package.json": '{"scripts":{"check":""}}',
    [PAGE]: "# A\n\n## 3. The key\n",
    "docs/shot.png": "",
    "electron/cli/help.ts": '"sd verify BUNDLE"',
    "crypto/der.ts": `// Read as ${PAGE} 3 says.`,
  };
  const said = (changed: Readonly<Record<string, string>>): readonly string[] =>
    documents(
      Object.entries({ ...inOrder, ...changed }).map(([path, text]) => ({ path, text })),
    ).map(spell);

  test.each([
    [`[a](${PAGE}#3-the-key), ![b](docs/shot.png), [c](docs/), [d](https://a.example/x)`],
    ["`der.ts` and `crypto/der.ts`, `kinds/NAME.ts`, and `npm run check`, `sd verify --json`"],
    ["```sh\nsd verify\n```\n"],
    ["| " + "x".repeat(200) + " |"],
  ])("%j is left alone", (text) => {
    expect(said({ "README.md": text })).toEqual([]);
  });

  test.each([
    ["[a](docs/gone)", "1: links to docs/gone, which does not exist"],
    [`\n[a](${PAGE}#the-key)`, `2: links to ${PAGE}#the-key, which does not exist`],
    ["`gone.ts`", "1: names gone.ts, which does not exist"],
    ["`npm run dance`", "1: names npm run dance, which does not exist"],
    ["```sh\nsd veri\n```\n", "2: names sd veri, which does not exist"],
    ["x".repeat(131), "1: has 131 columns, 130 are allowed"],
    ["x\n".repeat(4097), " has 8194 bytes, 8192 are allowed"],
  ])("%j is refused", (text, says) => {
    expect(said({ "README.md": text })).toEqual([`README.md:${says}`]);
  });

  test.each([[`${PAGE}x.md`], [`${PAGE} 4`]])("code that cites %s is refused", (cited) => {
    expect(said({ "crypto/der.ts": `// Read as ${cited} says.` })).toEqual([
      `crypto/der.ts:1: cites ${cited}, which does not exist`,
    ]);
  });

  test("a table of rooms that lacks a room or an arrow is refused", () => {
    const rows = Object.entries(ROOMS).map(([name, { arrows: to }]) => {
      const imports = Object.entries(to)
        .map(([room, arrow]) => (arrow === "types" ? `types of ${room}` : room))
        .toSorted();
      return `| \`${folderOf(name)}/\` | a | ${imports.join(", ") || "nothing"} |`;
    });
    expect(said({ "ARCHITECTURE.md": rows.join("\n") })).toEqual([]);
    expect(said({ "ARCHITECTURE.md": rows.slice(1).join("\n") })).toEqual([
      "ARCHITECTURE.md: does not say that crypto imports nothing",
    ]);
  });

  test("a decision without its number, or that the index does not list so, is refused", () => {
    const at = (name: string) => ["docs", "decisions", name].join("/");
    const [page, index] = [at("001-a-pipe.md"), at("README.md")];
    const row = "| 001 | [A pipe](001-a-pipe.md) |";
    expect(said({ [page]: "# 001 A pipe\n", [index]: row })).toEqual([]);
    const UNLIKE = `${index}: is not what the folder has`;
    const UNNUMBERED = `${page}:1: does not begin with its number and its title`;
    for (const [text, rows, says] of [
      ["# A pipe\n", row, [UNNUMBERED, UNLIKE]],
      ["# 002 A pipe\n", row, [UNNUMBERED, UNLIKE]],
      ["# 001 A pipe\n", "", [UNLIKE]],
      ["# 001 A socket\n", row, [UNLIKE]],
      ["# 001 A pipe\n", `${row}\n${row}`, [UNLIKE]],
    ] as const)
      expect(said({ [page]: text, [index]: rows })).toEqual(says);
  });

  test("a kind of step that has no row in the table of kinds, or not the whole, is refused", () => {
    const page = "ceremony-scripts/README.md";
    const kind = { "ceremony-scripts/kinds/open.ts": "" };
    expect(said({ ...kind, [page]: "| `open: { a }` | any | a | b |" })).toEqual([]);
    for (const row of [
      "| `close` | any | a | b |",
      "| `open` | any | a |",
      "| `open` | any | a |  |",
    ])
      expect(said({ ...kind, [page]: row })).toEqual([
        `${page}: does not say what open does, also when it runs again`,
      ]);
  });
});
