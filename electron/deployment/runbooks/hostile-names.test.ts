// Names are text of strangers. Were the plan's form not there, still no name could break a line: bash itself
// runs every page, and PowerShell's documented rules read it (about_Parsing, about_Quoting_Rules).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { isFault } from "../../../crypto/errors.ts";
import type { CommandLine, Word } from "../commands/command-line.ts";
import { lineOf, type Shell } from "../commands/shells.ts";
import { CONTOSO, editedText } from "../plan/plan.fixture.ts";
import type { Plan } from "../plan/plan.ts";
import { readPlan } from "../plan/read-plan.ts";
import { readsIn } from "../proofs/verdict.ts";
import { contoso } from "../proofs/right.fixture.ts";
import { RUNBOOKS as NAMES, type RunbookName } from "../plan/runbook-names.ts";
import { forbidding } from "./forbidden.ts";
import { runbookMarkdown } from "./markdown.fixture.ts";
import type { Step } from "./runbook.ts";
import { RUNBOOKS } from "./runbooks.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Without a slash: what a command prints goes into a file of that name, here of a folder of its own. */
const HOSTILE = [
  "'; touch hacked; '",
  "''; touch hacked #",
  '"; touch hacked; "',
  "$(touch hacked)",
  "`touch hacked`",
  " && touch hacked",
  "\n touch hacked\n",
  "|touch hacked&",
  "\\",
  "\\'; touch hacked #",
  ">hacked",
  "${IFS}x",
  "!!",
  "*?[a]{b,c}~",
  "\u2019; New-Item hacked; \u2018",
  "@(New-Item hacked)",
  ",$(New-Item hacked)",
  "#",
  "; New-Item hacked #",
  "--% x",
] as const;

/** The plan with this behind every name of a resource, person and group, wherever it occurs. */
function hostile(tail: string): Plan {
  // The zone's name is Azure's own, and a region's is one of a few.
  const { regions, zones, ...named } = contoso;
  const fixed = new Set([...regions, ...zones].map(({ name }) => name));
  const names = new Set(namesIn(named).filter((name) => !fixed.has(name)));
  const renamed = (value: unknown): unknown => {
    if (typeof value === "string") return names.has(value) ? `${value}${tail}` : value;
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner)]));
  };
  return renamed(contoso) as Plan;
}

/** All texts in a member `name`, and the names of disks, groups and accounts. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "string" && NAMED.has(name) ? [inner] : namesIn(inner),
  );
}

const NAMED = new Set([
  ...["name", "osDisk", "resourceGroup", "zoneResourceGroup", "storageAccount", "container"],
  ...["vault", "workspace", "actionGroup", "connection", "subnet", "network", "key", "machine"],
]);

const page = (name: RunbookName, plan: Plan, shell: Shell): string =>
  runbookMarkdown(name, { plan, planFile: "contoso.yaml", shell, sha256 });

/** The lines of a page that people copy, then those that it leaves out: the check refuses such names. */
const linesOf = (name: RunbookName, plan: Plan, shell: Shell): string =>
  [
    ...[...page(name, plan, shell).matchAll(/^(`{3,})(?:sh|powershell)\n([^]*?)\n\1$/gm)].map(
      ([, , lines]) => lines,
    ),
    ...leftOut(name, plan).map((command) => lineOf(command, shell)),
  ].join("\n");

const isForbidden = (name: RunbookName, plan: Plan, step: Step): boolean =>
  forbidding(plan, name, step).length > 0;

const leftOut = (name: RunbookName, plan: Plan): readonly CommandLine[] =>
  RUNBOOKS[name]
    .steps(plan)
    .filter((step) => isForbidden(name, plan, step))
    .flatMap(({ commands = [] }) => commands);

/** The same commands in the same order: on a page those of each step, then those that its proofs read. */
const commandsOf = (name: RunbookName, plan: Plan): readonly CommandLine[] => [
  ...RUNBOOKS[name]
    .steps(plan)
    .flatMap((step) => [
      ...(isForbidden(name, plan, step) ? [] : (step.commands ?? [])),
      ...step.proofs.flatMap((check) =>
        readsIn(check, plan, name).filter(({ kept }) => kept !== true),
      ),
    ]),
  ...leftOut(name, plan),
];

const isAz = ({ words: [first] }: CommandLine): boolean => first === "az";

/** A word as the program gets it, with every variable empty. */
const handed = (word: Word): string => {
  if (typeof word === "string") return word;
  return "variable" in word ? "" : "file" in word ? `@${word.file}` : word.script;
};

/** Programs that note their words instead of doing something. */
const STUBS = [
  "az() { printf '%s\\0' \"$@\" >> ../az.log; printf '\\1\\0' >> ../az.log; }",
  "sd() { :; }",
  "bash() { :; }",
  "sha256sum() { cat > /dev/null; }",
].join("\n");

describe("a hostile name", () => {
  it.each(HOSTILE)("is handed on by bash as it is, on every page: %j", (tail) => {
    const plan = hostile(tail);
    const folder = mkdtempSync(join(tmpdir(), "sd-hostile-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const script = NAMES.map((name) => linesOf(name, plan, "bash")).join("\n");
    writeFileSync(join(folder, "pages"), `${STUBS}\nmkdir here && cd here\n${script}`);
    const { status, stderr } = spawnSync("/bin/bash", ["--norc", "pages"], {
      cwd: folder,
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8" },
    });
    expect({ status, said: stderr.toString() }).toEqual({ status: 0, said: "" });
    expect(existsSync(join(folder, "here", "hacked"))).toBe(false);
    const log = readFileSync(join(folder, "az.log")).toString().split("\u0001\0").slice(0, -1);
    const expected = NAMES.flatMap((name) => commandsOf(name, plan).filter(isAz)).map(({ words }) =>
      words.slice(1).map(handed),
    );
    expect(log.map((line) => line.split("\0").slice(0, -1))).toEqual(expected);
  });

  it("is handed on by PowerShell as it is, on every page, or the page is refused", () => {
    const refused: string[] = [];
    for (const tail of HOSTILE) {
      const plan = hostile(tail);
      for (const name of NAMES)
        try {
          const lines = powershellLines(linesOf(name, plan, "powershell"));
          const own = lines.filter(([first]) => first === "az");
          const expected = commandsOf(name, plan)
            .filter(isAz)
            .map(({ words }) => words.map(handed));
          expect(own, `${name} ${tail}`).toEqual(expected);
        } catch (error) {
          if (!isFault(error)) throw error;
          expect(error.code).toBe("E-SHELL-VALUE");
          refused.push(tail);
        }
    }
    // What cmd would read again behind az.cmd, and nothing else, is refused.
    expect([...new Set(refused)].filter((tail) => !/["%\r\n\0!&|<>^()]|\\$/.test(tail))).toEqual(
      [],
    );
    expect(new Set(refused).size).toBeLessThan(HOSTILE.length - 4);
  });

  it("does not get past the plan's form in the first place", () => {
    for (const tail of HOSTILE)
      for (const path of ["hsm.name", "keys[0].name", "diskSets[0].resourceGroup"])
        expect(() => readPlan(editedText(CONTOSO, { [path]: `x${tail}` }))).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^E-PLAN-/) as string }),
        );
  });
});

/**
 * Each line as its words. Outside quotes only plain words, an empty variable within its quotes, and our own
 * signs may stand: a comment above, a call of a script, an assignment, a pipe into a file, a continued line, a comparison of SHA-256.
 */
function powershellLines(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let words: string[] = [];
  let rest = text.replace(
    /^if \(\(Get-FileHash -Algorithm SHA256 /gm,
    "Get-FileHash -Algorithm SHA256 ",
  );
  const take = (pattern: RegExp): string | null => {
    const [found] = pattern.exec(rest) ?? [];
    if (found === undefined) return null;
    rest = rest.slice(found.length);
    return found;
  };
  while (rest !== "") {
    // A comment of our own, on a line of its own (about_Comments).
    if (words.length === 0 && take(/^# [^\n]*\n/) !== null) continue;
    if (take(/^(?: `\n {2}| )/) !== null) continue;
    if (take(/^& (?=\.\/)/) !== null) continue;
    if (take(/^\n/) !== null) {
      lines.push(words);
      words = [];
      continue;
    }
    if (take(/^\$[A-Z_]+ = |^\).Hash -ne |^\) \{ throw |^ \}/) !== null) continue;
    if (take(/^\| Set-Content -Encoding ascii /) !== null) {
      lines.push(words);
      words = [];
      continue;
    }
    if (take(/^"\$[A-Z_]+"/) !== null) words.push("");
    else {
      const quoted = take(/^'(?:[^'\u2018\u2019\u201a\u201b]|(['\u2018\u2019\u201a\u201b])\1)*'/);
      const word = quoted ?? take(/^[A-Za-z0-9_./:-]+/);
      if (take(/^\}/) !== null) continue;
      if (word === null)
        throw new Error(`PowerShell would read on at ${JSON.stringify(rest.slice(0, 60))}`);
      words.push(
        quoted === null
          ? word
          : quoted.slice(1, -1).replace(/(['\u2018\u2019\u201a\u201b])\1/g, "$1"),
      );
    }
  }
  return [...lines, words];
}
