// The paper of a ceremony: it has everything of the script, with room for what people write, and
// the committed papers are those of the scripts that come with the app.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fromHex, sha256Hex, toWords, utf8 } from "../crypto/index.ts";
import { EN } from "../electron/text/en/en.ts";
import {
  BUILT_IN,
  KINDS,
  readScript,
  walkthrough,
  walkthroughMarkdown,
  type KindName,
  type Script,
} from "./index.ts";
import { paperIn } from "./paper-language.ts";
import { aScript, aStep, textOf, treeOf, withSteps, type Tree } from "./script.fixture.ts";

/** The paper of a script's text, and the script. */
function onPaper(text: string): { readonly paper: string; readonly script: Script } {
  const script = readScript(text, sha256Hex(utf8(text)));
  const words = toWords(fromHex(script.sha256)!);
  return { paper: walkthroughMarkdown(paperIn("en", walkthrough(script, words))), script };
}

/** The cells of each table row whose first cell matches. */
const rowsOf = (paper: string, first: RegExp): readonly (readonly string[])[] =>
  paper
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2, -2).split(" | "))
    .filter(([cell = ""]) => first.test(cell));

describe.each([...BUILT_IN.keys()])("the walkthrough of %s", (name) => {
  const { paper, script } = onPaper(BUILT_IN.get(name) ?? "");

  it("that is committed is fresh", () => {
    const file = new URL(`scripts/${name}.walkthrough.md`, import.meta.url);
    const renew =
      `node build/bundle.mjs && node dist/sd.cjs script walk ${name} `
      + `> ceremony-scripts/scripts/${name}.walkthrough.md`;
    const isFresh = readFileSync(file, "utf8") === `${paper.trimEnd()}\n`;
    expect(isFresh, `renew it by: ${renew}`).toBe(true);
  });

  it("has every step once, in its order, with room for initials and time", () => {
    const rows = rowsOf(paper, /^\d+\.\d+$/);
    expect(rows).toHaveLength(script.steps.length);
    rows.forEach((cells, i) => {
      const { by, say, whose, seat } = script.steps[i]!;
      const isAsBefore = whose === "leaving" && seat !== 1;
      expect(cells).toHaveLength(6);
      expect(cells[1]?.toLowerCase()).toContain(by.replace("-", " "));
      if (isAsBefore)
        expect(cells[2]).toMatch(new RegExp(`^As in \\d\\.\\d, for officer ${seat}\\.$`));
      else expect(cells[2]).toContain(`"${say}"`);
      expect(cells[3]).not.toBe("");
      expect(cells.slice(4)).toEqual(["", ""]);
    });
  });

  it("names everyone and everything, and ends with a sheet of exceptions", () => {
    expect(
      rowsOf(paper, /^(Administrator|Witness|Officer \d)$/).filter(([, not]) => not !== ""),
    ).toHaveLength(script.officers + 2);
    const [coming, leaving] = [false, true].map((leaves) =>
      script.materials.filter(({ whose }) => (whose === "leaving") === leaves),
    );
    const owners = new Set(leaving?.map(({ of }) => of));
    // What is destroyed has a column, and each officer who may leave a row of it.
    for (const { name: thing, of } of leaving ?? []) {
      expect(paper).toContain(thing.replace(/\d+/, "N"));
      const row = new RegExp(`^Officer ${of.slice("officer-".length)}$`);
      expect(
        rowsOf(paper, row).some(
          (cells) => cells.length === 2 + (leaving?.length ?? 0) / owners.size,
        ),
      ).toBe(true);
    }
    for (const { name: thing } of coming ?? []) {
      const same = script.materials.filter((other) => other.name === thing);
      expect(rowsOf(paper, new RegExp(`^\\w+ \`${thing}\`$`))).toHaveLength(same.length);
    }
    expect(paper.indexOf("## Exceptions")).toBeGreaterThan(paper.lastIndexOf("## Act "));
    expect(paper).toContain(`\n${script.sha256}\n`);
  });

  it("leaves no placeholder, and only blanks that can be written on", () => {
    expect(paper).not.toMatch(/[{}]|undefined|\b_{1,9}\b/);
  });
});

it("puts every kind on paper with an expected value of its own", () => {
  const kinds = Object.keys(KINDS) as KindName[];
  const texts = kinds.flatMap((kind) => [
    EN.steps[`${kind}.activity`],
    EN.steps[`${kind}.expected`],
  ]);
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text).toMatch(/^[A-Z].*\.$/);
});

it("says what people do by hand", () => {
  const change = (steps: readonly Tree[]) =>
    steps.map((step) =>
      step["id"] === "first"
        ? {
            ...step,
            ensures: [
              "sealed officer-1",
              "opened officer-{officer}",
              "destroyed officer-2",
              "goes officer-3",
              "left officer-3",
              "present witness",
              "network-up",
              "network-down",
            ],
          }
        : step,
    );
  const { paper } = onPaper(textOf(withSteps(aScript(), change)));
  expect(rowsOf(paper, /^1\.1$/)[0]?.[2]).toContain(
    "By hand: seal `officer-1`, "
      + "open `officer-N` of each officer present, destroy `officer-2`, take `officer-3` along, "
      + "officer-3 leaves, witness comes in, connect the offline station to the network, "
      + "disconnect the offline station from the network.",
  );
});

it("cannot be broken by what a script says", () => {
  const say = "a | b\n\n## Act 9 <b>`x`</b> [y](z) *q* _r_ \\|";
  const open = aStep({ id: "first", do: "open", say });
  const { paper } = onPaper(textOf(aScript([open, aStep({ id: "last", do: "close" })])));
  expect(paper).toContain(
    '"a \\| b \\#\\# Act 9 \\<b\\>\\`x\\`\\</b\\> \\[y\\](z) ' + '\\*q\\* \\_r\\_ \\\\\\|"',
  );
  expect(paper.match(/^## Act /gm)).toHaveLength(1);
});

it("says what to do about an officer who does not come, if a quorum is enough", () => {
  const recovery = onPaper(BUILT_IN.get("recovery") ?? "").paper;
  expect(recovery).toContain("At least 2 of the officers come");
  expect(onPaper(textOf(treeOf("activation"))).paper).toContain("Every officer comes.");
});

describe("ways", () => {
  const open = aStep({ id: "first", do: "open" });
  const which = aStep({
    id: "which",
    do: {
      choose: [
        { if: "it rains", "go-to": "umbrella" },
        { if: "it does not", "go-to": "hat" },
      ],
    },
  });
  const plain = (id: string, change: Tree = {}): Tree =>
    aStep({ id, do: "record-custody", ...change });
  const forked = onPaper(
    textOf(
      aScript([
        open,
        which,
        plain("umbrella", { "go-to": "last" }),
        plain("hat"),
        aStep({ id: "last", do: "close" }),
      ]),
    ),
  ).paper;
  const activityOf = (paper: string, number: string): string =>
    rowsOf(paper, new RegExp(`^${number.replace(".", "\\.")}$`))[0]?.[2] ?? "";

  it("read as: if this, go to that step", () => {
    expect(activityOf(forked, "1.2")).toContain(
      "<br>( ) If it rains: go to step 1.3.<br>" + "( ) If it does not: go to step 1.4.",
    );
    expect(activityOf(forked, "1.3")).toMatch(/<br>Then go to step 1\.5\.$/);
  });

  it("say where one comes from, if not from the step before", () => {
    expect(activityOf(forked, "1.3")).toMatch(/^Only if you come from step 1\.2\.<br>/);
    expect(activityOf(forked, "1.4")).toMatch(/^Only if you come from step 1\.2\.<br>/);
    for (const number of ["1.1", "1.2", "1.5"])
      expect(activityOf(forked, number)).not.toContain("Only if");
    const part = onPaper(BUILT_IN.get("attestation-part") ?? "").paper;
    expect(activityOf(part, "5.3")).toMatch(
      /^Only if you come from step 4\.1, 4\.2, 4\.5, 4\.6, 4\.9 or 4\.10\.<br>/,
    );
  });

  it("are explained at the beginning, if there are several", () => {
    expect(forked).toContain(": up to 4 steps, ");
    expect(forked).toContain("strike out the steps that are skipped");
    const straight = onPaper(textOf(aScript())).paper;
    expect(straight).toContain(": 2 steps, ");
    expect(straight).not.toContain("there is a choice");
  });
});
