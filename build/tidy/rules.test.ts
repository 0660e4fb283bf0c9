// Every rule of the house really refuses: something in order, then one thing wrong at a time.
import { describe, expect, test } from "vitest";
import { spell, tidy, warnings } from "../tidy.ts";
import { arrows } from "./arrows.ts";
import { children } from "./children.ts";
import { circles } from "./circles.ts";
import { dead } from "./dead.ts";
import { dependencies, releases } from "./dependencies.ts";
import { hosts } from "./hosts.ts";
import { kinds, LISTS } from "./kinds.ts";
import { leftovers } from "./leftovers.ts";
import { lengths } from "./lengths.ts";
import { names } from "./names.ts";
import { projects } from "./projects.ts";
import { quiet } from "./quiet.ts";
import { reads } from "./reads.ts";
import { COMMON, folderOf, ROOMS } from "./rooms.ts";
import type { Rule } from "./source.ts";
import { joined, translations, unsaid } from "./texts.ts";
import { digestOf } from "../text/rows.mjs";
import { unusedIn } from "./unused.ts";
import { words } from "./words.ts";

const SHARED = ROOMS.usecases?.shared ?? [];

/** What a rule says of one file. */
const judge = (rule: Rule, path: string, text: string): readonly string[] =>
  rule([{ path, text }]).map(spell);

describe("arrows", () => {
  test.each([
    ["electron/usecases/open.ts", 'import { a } from "../../crypto/index.ts";'],
    ["electron/vault/officer.ts", 'import { a } from "../../crypto/secret-half.ts";'],
    ["electron/bridge/contract.ts", 'import type { A } from "../ceremony/ceremony.ts";'],
    ["electron/ceremony/rules.ts", 'import { a } from "../../crypto/errors.ts";'],
    ["electron/journal/disk.ts", 'import { openSync } from "node:fs";'],
    ["crypto/native-sign.ts", 'import { sign } from "node:crypto";'],
    ["crypto/forge.ts", 'import forge from "node-forge";'],
    ["electron/hsm/azure/request.ts", 'import { a } from "@azure/core-rest-pipeline";'],
    ["electron/usecases/open.test.ts", 'import { a } from "../../crypto/secret-half.ts";'],
    ["electron/usecases/open.ts", 'import { a } from "./deps.ts";'],
  ])("%s may write %s", (path, text) => {
    expect(judge(arrows, path, text)).toEqual([]);
  });

  test.each([
    [
      "electron/usecases/open.ts",
      'import { a } from "../main/app.ts";',
      "usecases may not import main",
    ],
    [
      "electron/bridge/contract.ts",
      'import { a } from "../ceremony/ceremony.ts";',
      "bridge may import only types of ceremony",
    ],
    [
      "electron/bridge/contract.ts",
      'type A = import("../../crypto/index.ts").A;',
      "bridge may not import crypto",
    ],
    [
      "electron/ceremony/rules.ts",
      'import { a } from "../../crypto/index.ts";',
      "ceremony may not enter crypto through index.ts",
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "../../crypto/secret-half.ts";',
      "usecases may not enter crypto through secret-half.ts",
    ],
    [
      "electron/usecases/open.ts",
      'export { a } from "../journal/disk.ts";',
      "journal is entered only through its public files: "
        + "electron/journal/journal.ts, electron/journal/verify.ts",
    ],
    ["electron/cli/main.ts", 'import { a } from "../main/app.ts";', "cli may not import main"],
    [
      "electron/usecases/open.ts",
      'import { a } from "./close.ts";',
      `files of usecases do not import each other, only ${SHARED.join(", ")}`,
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "./deps";',
      "an import names its file with its ending",
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "./close.test.ts";',
      "only tests import what belongs to tests",
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "../../build/tidy.ts";',
      "rooms do not import from outside the rooms",
    ],
    [
      "electron/usecases/open.ts",
      "const a = await import(name);",
      "imports something computed; name it",
    ],
    ["electron/usecases/open.ts", 'import fs from "node:fs";', "usecases may not use node:fs here"],
    ["electron/media/find.ts", 'import net from "node:net";', "media may not use node:net here"],
    [
      "electron/vault/secret-socket.ts",
      'import tls from "node:tls";',
      "vault may not use node:tls here",
    ],
    [
      "crypto/digest.ts",
      'import { createHash } from "node:crypto";',
      "crypto may not use node:crypto here",
    ],
    [
      "crypto/jwe.ts",
      'const forge = require("node-forge");',
      "crypto may not use the package node-forge here",
    ],
    [
      "electron/rehearse/play.ts",
      'import { a } from "@azure/core-auth";',
      "rehearse may not use the package @azure/core-auth here",
    ],
    ["crypto/jwe.ts", 'import fs from "fs";', "crypto may not use the package fs here"],
  ])("%s may not write %s", (path, text, says) => {
    expect(judge(arrows, path, text)).toEqual([`${path}:1: ${says}`]);
  });
});

test("code under electron that is in no room of the table is refused", () => {
  expect(judge(arrows, "electron/attic/a.ts", "")).toEqual([
    "electron/attic/a.ts: stands in no room of the table",
  ]);
});

describe("lengths", () => {
  const lines = (count: number): string => "x;\n".repeat(count);

  test.each([
    ["a.ts", lines(300)],
    ["a.ts", `function a() {\n${lines(68)}}\n`],
    ["a.test.ts", `describe("a", () => {\n${lines(100)}});\n`],
    ["a.md", lines(400)],
  ])("%s of allowed length", (path, text) => {
    expect(judge(lengths, path, text)).toEqual([]);
  });

  test.each([
    ["a.ts", lines(301), "a.ts: has 301 lines, more than 300"],
    [
      "a.ts",
      `\nfunction a() {\n${lines(69)}}\n`,
      "a.ts:2: this function has 71 lines, more than 70",
    ],
    [
      "a.ts",
      `const a = () => {\n${lines(69)}};\n`,
      "a.ts:1: this function has 71 lines, more than 70",
    ],
    [
      "a.test.ts",
      `test("a", () => {\n${lines(69)}});\n`,
      "a.test.ts:1: this function has 71 lines, more than 70",
    ],
  ])("%s too long", (path, text, says) => {
    expect(judge(lengths, path, text)).toEqual([says]);
  });

  test("warn, and refuse nothing", () => {
    const files = [{ path: "a.ts", text: `// Owns a.\n${lines(301)}` }];
    expect(warnings(files)).toHaveLength(1);
    expect(
      tidy(files, [])
        .map(spell)
        .filter((says) => says.includes("lines")),
    ).toEqual([]);
  });
});

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

describe("what the table of rooms allows and nobody uses", () => {
  const reach = { packages: [], node: [] };
  const crypto = {
    ...reach,
    arrows: {},
    publicFiles: [{ file: "index.ts", only: ["disk"] }],
    packages: ["node-forge"],
    narrow: { "native*.ts": { node: ["crypto"] } },
  };
  const disk = {
    ...reach,
    arrows: { crypto: "uses" as const },
    publicFiles: "any" as const,
    shared: ["faults.ts"],
    node: ["fs", "path"],
  };
  const own =
    'import { a } from "../../crypto/index.ts"; import "./faults.ts";'
    + 'import { openSync } from "node:fs"; import { join } from "node:path";';
  const files = {
    "crypto/forge.ts": 'import forge from "node-forge/lib.js";',
    "crypto/native-sign.ts": 'import { sign } from "node:crypto";',
    "electron/disk/disk.ts": own,
  };
  const said = (changed: Readonly<Record<string, string>>): readonly string[] =>
    unusedIn({ crypto, disk }, ["path"])(
      Object.entries({ ...files, ...changed }).map(([path, text]) => ({ path, text })),
    ).map(spell);

  test("is nothing if a file uses each entry", () => {
    expect(said({})).toEqual([]);
  });

  test.each([
    [{ "crypto/forge.ts": "" }, ["crypto does not use the package node-forge"]],
    [
      { "crypto/native-sign.ts": "", "crypto/sign.ts": 'import { sign } from "node:crypto";' },
      ["crypto/native*.ts does not use node:crypto"],
    ],
    [
      { "electron/disk/disk.ts": "" },
      [
        "nobody enters crypto through index.ts",
        "disk does not import crypto",
        "files of disk do not share faults.ts",
        "disk does not use node:fs",
        "no room uses node:path",
      ],
    ],
    [
      { "electron/disk/disk.ts": own.replace("import {", "import type {") },
      ["disk imports only types of crypto"],
    ],
    [
      {
        "electron/disk/disk.ts": own.replace("index", "secret-half"),
        "electron/media/a.ts": 'import { a } from "../../crypto/index.ts";',
      },
      ["disk does not enter crypto through index.ts"],
    ],
    [
      {
        "electron/disk/disk.ts": "",
        "electron/disk/disk.test.ts": own,
        "electron/media/a.ts": 'import { a } from "../../crypto/index.ts"; import "node:path";',
      },
      [
        "disk does not enter crypto through index.ts",
        "disk does not import crypto",
        "files of disk do not share faults.ts",
        "disk does not use node:fs",
      ],
    ],
  ])("%j is refused", (changed, says) => {
    expect(said(changed)).toEqual(says.map((one) => `build/tidy/rooms.ts: ${one}`));
  });
});

describe("lists of kinds", () => {
  const declared = ["open", "close", "make-key", "hand-over"].map((kind) => ({
    path: `ceremony-scripts/kinds/${kind}.ts`,
    text: `export const KIND = "${kind}";`,
  }));
  const said = (path: string, text: string): readonly string[] =>
    kinds([...declared, { path, text }]).map(spell);

  test.each([
    ["renderer/a.ts", 'const a = ["open", "make-key", "other"];'],
    ["renderer/a.ts", 'import a from "close"; const b = { open: 1, "make-key": 2 };'],
    ["renderer/a.ts", "const a = b.open().close; // make-key, hand-over"],
    ["renderer/a.ts", 'const a = { open: 1, close: 2 }; const b = ["make-key", "hand-over"];'],
    ["renderer/a.test.ts", 'const a = ["open", "close", "make-key"];'],
    [Object.keys(LISTS)[0] ?? "", 'const a = ["open", "close", "make-key"];'],
  ])("%s may write %s", (path, text) => {
    expect(said(path, text)).toEqual([]);
  });

  test.each([
    [
      'const a = ["open", "make-key", "close", "open"];',
      "3 kinds of steps (open, make-key, close)",
    ],
    [
      'const a = { open: 1, close: 2, "hand-over": 3 };',
      "3 kinds of steps (open, close, hand-over)",
    ],
    [
      'switch (a) { case "open": case "close": case `make-key`: }',
      "3 kinds of steps (open, close, make-key)",
    ],
    [
      'type A = "open" | "close" | "make-key" | "hand-over";',
      "4 kinds of steps (open, close, make-key, hand-over)",
    ],
  ])("%s is refused", (text, says) => {
    expect(said("renderer/a.ts", text)).toEqual([
      `renderer/a.ts: names ${says}: ask what is declared with a kind`,
    ]);
  });

  test("is asked of the files that may keep one", () => {
    const [path = ""] = Object.keys(LISTS);
    expect(said(path, 'const a = ["open", "close"];')).toEqual([
      `${path}: keeps no list of kinds any more, and need not be allowed one`,
    ]);
  });

  test("may be in eight files at most, each with its reason", () => {
    expect(Object.keys(LISTS).length).toBeLessThanOrEqual(8);
    expect(Object.values(LISTS).filter((reason) => reason === "")).toEqual([]);
  });
});

test("code in order is left alone by every rule about single files", () => {
  const text =
    '// Owns a.\nimport { join } from "node:path";\n'
    + 'const MADE = new Map([[1, join("a", "b")]]);\n'
    + "export function now() { return Date.now() + process.pid + MADE.size; }\n";
  for (const rule of [arrows, hosts([]), leftovers, lengths, names, quiet, words]) {
    expect(judge(rule, "electron/media/find.ts", text)).toEqual([]);
  }
});

test.each([
  ["electron/desk/a.ts", "// Judges a plan."],
  ["electron/desk/a.ts", "const a = 1; // written an" + "ew"],
  ["renderer/a.tsx", "/** Whoever signs. */"],
  ["renderer/a.css", "/* Anybody's. */"],
  ["renderer/a.test.ts", 'test("anybody may", () => {});'],
  ["electron/text/en/home.ts", '  "a.b": "Somebody stopped it.",'],
  ["docs/limits.md", "It is behind the door for everybody."],
])("words that are never said are refused: %s %s", (path, text) => {
  expect(judge(words, path, text).join()).toContain(`${path}:1: uses a word`);
});

test.each([
  ["electron/desk/a.ts", "// The entry proof-judged, and `judge`."],
  ["electron/desk/a.ts", 'expect(a).toBe("judged");'],
  ["electron/text/en/ledger.ts", '  "preflight-judged": "Checked.",'],
  ["docs/limits.md", "See `whoever` and [a page](anybody.md).\n```\nanew\n```"],
  ["docs/style.md", "Never say anew."],
])("names, code and the page of words may have them: %s %s", (path, text) => {
  expect(judge(words, path, text)).toEqual([]);
});

test.each([
  ["// TO" + "DO later"],
  ["// FIX" + "ME"],
  ["// XX" + "X"],
  ["test.on" + "ly()"],
  ["test.sk" + "ip()"],
  ["// @ts-ig" + "nore"],
  ["// @ts-noch" + "eck"],
  ["// esl" + "int-disable-line"],
  ["// oxl" + "int-disable-line"],
  ["x as an" + "y;"],
])("the leftover %s is refused", (text) => {
  expect(judge(leftovers, "a.ts", text)).toHaveLength(1);
});

test.each([
  ["crypto/utils.ts", 'crypto/utils.ts: is named "utils"; name it by the thing it knows'],
  [
    "electron/helpers/a.ts",
    'electron/helpers/a.ts: is named "helpers"; name it by the thing it knows',
  ],
  [
    "crypto/key-manager.ts",
    'crypto/key-manager.ts: is named "manager"; name it by the thing it knows',
  ],
  ["crypto/signingKey.ts", "crypto/signingKey.ts: is not named in kebab-case"],
])("the name %s is refused", (path, says) => {
  expect(judge(names, path, "// Owns a.\n")).toEqual([says]);
});

test("a file that does not open with a comment is refused", () => {
  expect(judge(names, "crypto/a.ts", "export const a = 1;\n// late\n")).toEqual([
    "crypto/a.ts:1: does not open with a comment that says what it owns",
  ]);
});

test.each([
  ["start();", "runs on import"],
  ["await start();", "runs on import"],
  ["state.x = 1;", "runs on import"],
  ["if (a) { b(); }", "runs on import"],
  ["for (const a of b) a();", "runs on import"],
  [
    'import { readFileSync } from "node:fs";\nconst a = String(readFileSync("b"));',
    "reaches outside on import",
  ],
  ["const a = await load();", "reaches outside on import"],
  ["const began = Date.now();", "reaches outside on import"],
  ["const began = new Date();", "reaches outside on import"],
  ["export const room = { home: process.env.HOME };", "reaches outside on import"],
])("a module with %s at its top is refused", (text, says) => {
  const line = text.split("\n").length;
  expect(judge(quiet, "electron/media/find.ts", text)).toEqual([
    `electron/media/find.ts:${line}: ${says}`,
  ]);
  expect(judge(quiet, "electron/cli/main.ts", text)).toEqual([]);
});

test.each([
  ["https://regis" + "try.npmjs.org/x"],
  ["http://deb.deb" + "ian.org/x"],
  ["ours.exam" + "ple:80"],
])("the host in %s is refused", (text) => {
  expect(judge(hosts(["ours.exam" + "ple"]), "README.md", text)).toEqual([
    "README.md:1: names a registry's host",
  ]);
});

test.each([
  ["see /wo" + "rk/main"],
  ['"/ho' + 'me/a"'],
  ["(/ro" + "ot/.npmrc)"],
  ["C:" + "\\Users\\a"],
  ["at /t" + "mp/a"],
])("the machine's path in %s is refused", (text) => {
  expect(judge(hosts([]), "README.md", text)).toEqual(["README.md:1: names a path of one machine"]);
});

test("the folder of X servers' sockets is every machine's", () => {
  expect(judge(hosts([]), "README.md", "mount /tmp/.X11-unix")).toEqual([]);
});

test("a file that nobody imports is refused, and lives as soon as one does", () => {
  const lonely = { path: "crypto/a.ts", text: 'import "./a.ts";' };
  const entry = { path: "electron/cli/main.ts", text: 'import "../../crypto/b.ts";' };
  expect(dead([lonely, entry]).map(spell)).toEqual(["crypto/a.ts: is imported by nobody"]);
  expect(dead([lonely, { ...entry, text: 'import "../../crypto/a.ts";' }])).toEqual([]);
  expect(dead([lonely, { path: "crypto/a.test.ts", text: 'import "./a.ts";' }])).toEqual([]);
});

describe("dependencies", () => {
  const sha512 = `sha512-${"A".repeat(86)}==`;
  const locked = (entry: object): object => ({ packages: { "": {}, "node_modules/yaml": entry } });
  const inOrder = {
    "package.json": { dependencies: { yaml: "2.9.1" }, devDependencies: { vitest: "4.1.11" } },
    "package-lock.json": locked({ version: "2.9.1", integrity: sha512 }),
    "docs/packages.md":
      "| Package | Why |\n|---|---|\n| `yaml` | scripts |\n| `vitest` | tests |\n"
      + "\n| `x` | y |\n",
  };
  const said = (changed: Readonly<Record<string, unknown>>): readonly string[] =>
    dependencies(
      Object.entries({ ...inOrder, ...changed }).map(([path, held]) => ({
        path,
        text: typeof held === "string" ? held : JSON.stringify(held),
      })),
    ).map(spell);

  test("in order are left alone, also under another name than the registry's", () => {
    expect(said({})).toEqual([]);
    const renamed = { yaml: "npm:@eemeli/yaml@2.9.1", vitest: "4.1.11" };
    expect(said({ "package.json": { dependencies: renamed } })).toEqual([]);
  });

  test.each([
    [
      { "package.json": { dependencies: { yaml: "^2.9.1", vitest: "4.1.11" } } },
      "package.json: yaml is not an exact version",
    ],
    [
      { "package.json": { dependencies: { yaml: "github:a/b", vitest: "4.1.11" } } },
      "package.json: yaml is not an exact version",
    ],
    [
      { "package.json": { dependencies: { yaml: "npm:yaml@^2.9.1", vitest: "4.1.11" } } },
      "package.json: yaml is not an exact version",
    ],
    [{ "package-lock.json": {} }, "package-lock.json: locks nothing"],
    [
      { "package-lock.json": locked({ version: "2.9.1" }) },
      "package-lock.json: node_modules/yaml has no SHA-512",
    ],
    [
      { "package-lock.json": locked({ version: "2.9.1", integrity: "sha1-abc" }) },
      "package-lock.json: node_modules/yaml has no SHA-512",
    ],
    [
      { "package-lock.json": locked({ version: "2.9.1", integrity: sha512, resolved: "x" }) },
      "package-lock.json: node_modules/yaml says where it comes from",
    ],
    [
      { "package-lock.json": locked({ version: "git+ssh://x", integrity: sha512 }) },
      "package-lock.json: node_modules/yaml has no version of a registry",
    ],
    [
      { "docs/packages.md": "| Package | Why |\n|---|---|\n| vitest | tests |\n" },
      "docs/packages.md: does not say what yaml is for",
    ],
    [
      { "docs/packages.md": "| Package | Why |\n|---|---|\n| yaml | |\n| vitest | tests |\n" },
      "docs/packages.md: does not say what yaml is for",
    ],
    [
      {
        "docs/packages.md":
          "| Package | Why |\n|-|-|\n| yaml | a |\n| vitest | b |\n| left-pad | c |\n",
      },
      "docs/packages.md: explains left-pad, which is not used",
    ],
  ])("%j are refused", (changed, says) => {
    expect(said(changed)).toEqual([says]);
  });

  test("have the days of their release on the page, for the very version", () => {
    const row = "| `yaml` | 2.9.1 | 2026-09-11 | 2026-09-12 |";
    const of = (text: string): readonly string[] =>
      releases([
        { path: "package.json", text: JSON.stringify({ dependencies: { yaml: "2.9.1" } }) },
        {
          path: "docs/packages.md",
          text: `| Locked | Version | Of | Last |\n|-|-|-|-|\n${text}\n`,
        },
      ]).map(spell);
    expect(of(row)).toEqual([]);
    for (const other of ["", row.replace("2.9.1", "2.9.0"), row.replace("2026-09-11", "")])
      expect(of(other)).toEqual(["docs/packages.md: does not say when yaml 2.9.1 was released"]);
  });
});

describe("projects", () => {
  const up = (folder: string): string => "../".repeat(folder.split("/").length);
  const rooms = Object.entries(ROOMS).map(([name, room]) => ({
    path: `${folderOf(name)}/tsconfig.json`,
    text: JSON.stringify({
      references: (COMMON.includes(name) ? [] : [...Object.keys(room.arrows), ...COMMON]).map(
        (to) => ({ path: `${up(folderOf(name))}${folderOf(to)}` }),
      ),
    }),
  }));
  const all = [...Object.keys(ROOMS).map(folderOf), "build", "build/tsconfig.tests.json", "e2e"];
  const references = all.map((path) => ({ path }));
  const root = { path: "tsconfig.json", text: JSON.stringify({ references }) };

  test("that follow the arrows are left alone", () => {
    expect(projects([...rooms, root])).toEqual([]);
  });

  test("that are missing, refer to too much or to too little are refused", () => {
    const media = '{"references":[{"path":"../main"}]}';
    const changed = rooms
      .filter(({ path }) => path !== "crypto/tsconfig.json")
      .map((file) =>
        file.path === "electron/media/tsconfig.json" ? { ...file, text: media } : file,
      );
    expect(projects([...changed, root]).map(spell)).toEqual([
      "crypto/tsconfig.json: is missing",
      "electron/media/tsconfig.json: does not refer to crypto",
      "electron/media/tsconfig.json: does not refer to electron/disk",
      "electron/media/tsconfig.json: does not refer to electron/text",
      "electron/media/tsconfig.json: refers to electron/main without an arrow",
    ]);
  });
});

describe("children", () => {
  const IMPORT = 'import { fork, execFile, spawnSync } from "node:child_process";\n';
  test.each([
    `${IMPORT}fork(entry, words, { execArgv: [] });`,
    `${IMPORT}execFile(path, words, (error) => undefined);`,
    `${IMPORT}spawnSync("sync");`,
    `${IMPORT}spawnSync("sync", words, options);`,
    'import * as child_process from "node:child_process";\nchild_process.spawn("sync", { cwd });',
    'import { utilityProcess } from "electron";\nutilityProcess.fork(entry, [], { stdio });',
  ])("a start without an environment is refused: %s", (text) => {
    expect(judge(children, "electron/pipe/new.ts", text).join()).toContain("without saying");
    expect(judge(children, "electron/pipe/new.fixture.ts", text)).toEqual([]);
  });

  test.each([
    `${IMPORT}fork(entry, words, { execArgv: [], env: environmentFor("every") });`,
    `${IMPORT}spawnSync("sync", [], { env });`,
    `${IMPORT}const [, name] = /a(b)/.exec(text) ?? [];`,
    'import { utilityProcess } from "electron";\nutilityProcess.fork(entry, [], { env: {} });',
  ])("one with an environment is left alone: %s", (text) => {
    expect(judge(children, "electron/pipe/new.ts", text)).toEqual([]);
  });
});

describe("reads", () => {
  const READS = "without readPlain";
  test.each([
    ["electron/desk/new.ts", 'import { readFileSync } from "node:fs";'],
    ["electron/usecases/new.ts", 'import { createReadStream as stream } from "fs";'],
    ["electron/cli/new.ts", 'import { readFile } from "node:fs/promises";'],
    ["electron/main/new.ts", 'import * as fs from "node:fs";'],
    ["electron/main/new.ts", 'import fs from "node:fs";'],
  ])("%s may not write %s", (path, text) => {
    expect(judge(reads, path, text).join()).toContain(READS);
  });

  test.each([
    ["electron/desk/new.ts", 'import { existsSync, statSync } from "node:fs";'],
    ["electron/desk/new.ts", 'import { readPlain } from "../disk/read-plain.ts";'],
    ["electron/desk/new.test.ts", 'import { readFileSync } from "node:fs";'],
    ["electron/disk/new.ts", 'import { readSync } from "node:fs";'],
    ["build/new.ts", 'import { readFileSync } from "node:fs";'],
  ])("%s may write %s", (path, text) => {
    expect(judge(reads, path, text)).toEqual([]);
  });
});

describe("sentences", () => {
  const english = {
    path: "electron/text/en/desk.ts",
    text: 'export const DESK = { busy: "A step runs.", left: "{n} left" } as const;',
  };
  const row = (of: string, text: string) => `["${digestOf(of)}", "${text}"]`;
  const BUSY = `busy: ${row("A step runs.", "Ein Schritt läuft.")}`;
  const LEFT = `left: ${row("{n} left", "noch {n}")}`;
  const german = (...rows: readonly string[]) =>
    translations([
      english,
      {
        path: "electron/text/de/desk.ts",
        text: `export const DESK = translation<"desk">()({ ${rows.join(", ")} });`,
      },
    ]).map(spell);

  test("are in order where each row was made of the English of today", () => {
    expect(german(BUSY, LEFT)).toEqual([]);
  });

  test.each([
    [[BUSY], "electron/text/de/desk.ts: desk.left is missing"],
    [
      [BUSY, `left: ${row("{n} to go", "noch {n}")}`],
      "electron/text/de/desk.ts:1: desk.left is stale: its English has changed",
    ],
    [
      [BUSY, LEFT, `right: ${row("right", "richtig")}`],
      "electron/text/de/desk.ts:1: desk.right is surplus: English has no such row",
    ],
    [
      [BUSY, `left: ${row("{n} left", "{n} left")}`],
      "electron/text/de/desk.ts:1: desk.left is still English",
    ],
  ])("are recognised by their ids: %s", (rows, says) => {
    expect(german(...rows)).toEqual([says]);
  });

  test("of a noun that a language has not are all missing", () => {
    const other = { path: "electron/text/fr/home.ts", text: "export const HOME = {};" };
    expect(translations([english, other]).map(spell)).toEqual([
      "electron/text/fr/desk.ts: desk.busy is missing",
      "electron/text/fr/desk.ts: desk.left is missing",
    ]);
  });

  test("that no program says are reported", () => {
    const says = (text: string) => unsaid([english, { path: "renderer/a.tsx", text }]).map(spell);
    expect(says('say("desk.busy"); say(`desk.${what}`);')).toEqual([]);
    expect(says('say("desk.busy");')).toEqual([
      "electron/text/en/desk.ts:1: desk.left is said nowhere",
    ]);
  });

  test("of a refusal that no code names are refused, and next steps that no table names", () => {
    const rows = '"E-A": "a", "E-A.next": "b", "E-B": "c", again: "d", status: "e"';
    const path = "electron/text/en/desk-faults.ts";
    const says = (text: string) =>
      unsaid([
        { path, text: `export const DESK_FAULTS = { ${rows} } as const;` },
        { path: "electron/desk/faults.ts", text },
      ]).map(spell);
    const table = 'faultTable("desk-faults", { "E-B": "again" }); ';
    expect(says(`${table}fault("E-A"); sentence("desk-faults.status");`)).toEqual([]);
    // A word that is elsewhere is no name of a row.
    expect(says('fault("E-A"); const status = "status"; f("again");')).toEqual([
      `${path}:1: desk-faults.E-B is said nowhere`,
      `${path}:1: desk-faults.again is said nowhere`,
      `${path}:1: desk-faults.status is said nowhere`,
    ]);
  });

  const SAY = 'import { said, say } from "./text/say.ts"; ';

  test("are not said on import, where they would stay in the language of then", () => {
    expect(judge(joined, "renderer/a.tsx", `${SAY}const TITLE = say("a.b");`)).toEqual([
      "renderer/a.tsx:1: says a sentence on import: in another language it would stay in this one",
    ]);
  });

  test.each([
    'say("a.b") + name',
    '"x: " + (isOpen ? say("a.b") : "")',
    '`${say("a.b")}: ${name}`',
    '[say("a.b"), name].join(" ")',
    'say("a.b").replace("x", "y")',
    "said(one).toLowerCase()",
    'say("a.c", { who: say("a.b") })',
    'say("a.c", { who: isOne ? said(one) : name })',
    'const who = say("a.b"); return `${who}: ${name}`;',
    'const who = isOne ? said(one) : name; return who.replace(": ", ", ");',
    'const who = said(one); return say("a.c", { who });',
    'const of = (who = say("a.b")) => who + name;',
    "const whoOf = (one) => said(one); return `${whoOf(one)}, ${name}`;",
    'function whoOf(one) { return said(one); } return [whoOf(one), name].join(" ");',
  ])("are not joined, changed or put into another after they were said: %s", (text) => {
    expect(judge(joined, "renderer/a.tsx", `${SAY}const f = () => {${text}};`)).toHaveLength(1);
  });

  test("are not joined either if another file says them", () => {
    const text = `${SAY}export const whoOf = (one) => said(one);`;
    const other = (name: string) =>
      `import { ${name} } from "./a.ts"; const f = (whoOf) => \`\${whoOf(one)}, \${name}\`;`;
    const found = (name: string) =>
      joined([
        { path: "renderer/a.ts", text },
        { path: "renderer/b.ts", text: other(name) },
      ]).map(spell);
    expect(found("whoOf")).toEqual([
      "renderer/b.ts:1: puts a sentence into a text after it was said",
    ]);
    expect(found("other")).toEqual([]);
  });

  test.each([
    'say("a.c", { who: sentence("a.b") })',
    '<p title={say("a.b")}>{isOpen ? say("a.b") : say("a.c")} {name}</p>',
    'Object.assign(one, { label: say("a.b") })',
    'lines.map((line) => say("a.c", { line })).filter(Boolean)',
    'const who = say("a.b"); return <p title={who}>{who} {one.who.trim()}</p>;',
    "if (isOne) { const who = said(one); return who; } const who = name; return `${who}: `;",
  ])("may be shown: %s", (text) => {
    expect(judge(joined, "renderer/a.tsx", `${SAY}const f = () => {${text}};`)).toEqual([]);
  });
});
