// The rules of the page, with another text of one of their parts. What the page reads of certificates it
// reads once, so that the rules alone are asked again.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import type { EventData } from "../ceremony/ceremony.ts";
import type { JsonData } from "../journal/journal.ts";
import type { Example } from "../meaning/examples.fixture.ts";
import type { Mutant } from "../../build/test/mutate.mjs";
import { mutantsIn, type Reach, type Rules } from "../meaning/mutants.fixture.ts";
import { changed } from "../meaning/room.fixture.ts";
import { blockIn, VERIFIER } from "./verifier.fixture.ts";

type Entries = Example["entries"];
/** What the page reads of a record before its rules are asked. */
type Read = (entries: Entries) => Promise<unknown>;
type Judge = (entries: Entries, closedBy: string | null, read: unknown, from: number) => object;

/** What the page's program hands out here. */
interface Program {
  readonly readers: Readonly<Record<"certificatesOf" | "commitmentSumsOf" | "trialSealsOf", Read>>;
  /** Evaluates a text where it can name all that the page has. */
  readonly evaluated: (text: string, reach: Reach) => Judge;
  readonly Refused: new () => Error & Readonly<Record<"code" | "n" | "other" | "types", unknown>>;
}

/** Where the parts of the rules begin, and what follows them. */
const PARTS = {
  words: "// ---- What the record must mean:",
  opening: '  [1, "FORM", always',
  steps: '  [20, "OVER", [',
  work: '  [24, "WORK", [',
  happenings: '  [30, "DECIDED", always',
  times: '  [36, "SEAT", [',
  keys: '  [42, "CERTIFICATE", [',
  domain: '  [50, "REQUESTED", [',
  custody: "// ---- Custody.",
  recovery: "// ---- Recovery.",
  end: "// ---- The end:",
} as const;
const AFTER = "// ---- What the rules need of the scripts and forms:";

/** What is awaited is given: the rules themselves wait for nothing. */
const GIVEN: readonly (readonly [string, string])[] = [
  [
    "async function judgeMeaning(entries, closedBy)",
    "function judgeMeaning(entries, closedBy, read, from)",
  ],
  ["await certificatesOf(entries)", "read.certificates"],
  ["await trialSealsOf(entries)", "read.seals"],
  ["await commitmentSumsOf(entries);", "read.sums; c.beside = read.beside;"],
  // As where other records are given beside it.
  ["notesIn(c.entries, wrapping)", "notesIn(c.entries, c.beside.with(wrapping), c.beside.records)"],
  // Entries before the first that is other than in an honest record break nothing; rule 49 remembers
  // their files.
  [
    "  c.trialSeals = ",
    '  const remembered = asked.filter(([, code]) => code === "FILE");\n  c.trialSeals = ',
  ],
  [
    "    for (const [, code, where, rule] of asked) {",
    "    for (const [, code, where, rule] of n < from ? remembered : asked) {",
  ],
];

/** The parts by their names, in their order. */
function partsOf(script: string): ReadonlyMap<string, string> {
  const names = Object.keys(PARTS);
  const starts = [...Object.values(PARTS), AFTER].map((line) => script.indexOf(line));
  return new Map(
    names.map((name, n) => {
      const text = script.slice(starts[n], starts[n + 1]);
      return [name, changed(text, name === "end" ? GIVEN : [])];
    }),
  );
}

/** @param examples those that will be asked about */
export async function pageRules(examples: readonly Example[]): Promise<Rules> {
  const script = blockIn(readFileSync(VERIFIER, "utf8"), "script");
  const program = runInThisContext(
    `(function (document) {${script};
      const evaluated = (text, reach) => eval("(function () {" + text + ";return judgeMeaning;})()");
      const readers = { certificatesOf, commitmentSumsOf, trialSealsOf };
      return { readers, evaluated, Refused }; })`,
  ) as (document: unknown) => Program;
  const addEventListener = (): void => undefined;
  const page = program({ addEventListener, getElementById: () => ({ addEventListener }) });
  const { certificatesOf, commitmentSumsOf, trialSealsOf } = page.readers;
  // What goes by its text is the same in all.
  const all = [...new Set(examples.flatMap(({ entries }) => entries))];
  const [certificates, sums] = [await certificatesOf(all), await commitmentSumsOf(all)];
  const read = new Map<Example, unknown>();
  for (const example of examples) {
    const { entries } = example;
    const [seals, beside] = [await trialSealsOf(entries), besideIt(entries)];
    read.set(example, { certificates, sums, seals, beside });
  }
  const texts = partsOf(script);
  return {
    texts,
    with: (name, text, reach = () => undefined) => {
      const parts = [...texts].map(([part, own]) => (part === name ? text : own));
      const judge = page.evaluated(parts.join(""), reach);
      return (example) => {
        const { entries, from } = example;
        try {
          return JSON.stringify(judge(entries, closedBy(example), read.get(example), from));
        } catch (error) {
          if (!(error instanceof page.Refused)) throw error;
          const { code, n: entry, other: against, types } = error;
          return JSON.stringify({ code, entry, against, types });
        }
      };
    },
  };
}

type Certificates = ReadonlyMap<string, { readonly from: string; readonly until: string }>;

/**
 * What a record given beside this one has: all photographs of this one but the first of each entry; and
 * certificates of the keys that officers kept, of which the first ended long ago.
 */
function besideIt(entries: Entries) {
  const other = entries.map((entry) => {
    if (entry.type !== "seals-photographed") return entry;
    const { photographs } = entry.data as { readonly photographs: readonly JsonData[] };
    return { ...entry, data: { photographs: photographs.slice(1) } };
  });
  const { earlier = [] } = (entries[0]?.data ?? {}) as Partial<EventData["opened"]>;
  const kept = (earlier[0]?.officers ?? []).map(
    ({ thumbprint }, n) => [thumbprint, { from: "", until: n === 0 ? "" : "9" }] as const,
  );
  const withKept = (own: Certificates): Certificates => new Map([...kept, ...own]);
  return { records: [other], with: withKept };
}

/** What is only for a reader: in a row of the rules its own number, in one of the notes its sentence. */
const OF_READER = /^\[(\d+), "[A-Z-]+".* \| \1 -> \d+$|: \[("[^"]+").* \| \2 -> "another"$/;

/** All that can be tried of a part. */
export const mutantsOfPart = (rules: Rules, part: string): readonly Mutant[] =>
  mutantsIn(rules, part).filter(({ name }) => !OF_READER.test(name));

const closedBy = ({ closed, entries }: Example): "signatures" | "paper" | null => {
  if (!closed) return null;
  return entries.at(-1)?.type === "closing-on-paper" ? "paper" : "signatures";
};
