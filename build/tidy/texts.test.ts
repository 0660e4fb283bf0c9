// Sentences that are joined, or that nobody says, are refused.
import { describe, expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { joined, translations, unsaid } from "./texts.ts";
import { digestOf } from "../text/rows.mjs";
import { findings } from "../tidy.fixture.ts";

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
    expect(findings(joined, "renderer/a.tsx", `${SAY}const TITLE = say("a.b");`)).toEqual([
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
    expect(findings(joined, "renderer/a.tsx", `${SAY}const f = () => {${text}};`)).toHaveLength(1);
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
    expect(findings(joined, "renderer/a.tsx", `${SAY}const f = () => {${text}};`)).toEqual([]);
  });
});
