// Whether a record means what it says: every rule of FORMAT.md, in one pass over its entries.
import { withCounts, type Script } from "../../ceremony-scripts/index.ts";
import { countsOf, ENTRIES, isOfForm, type NamedScript } from "../ceremony/ceremony.ts";
import { advance } from "./advance.ts";
import { asFault, asOverrulable, fault, RULES, type Breach, type RuleCode } from "./breach.ts";
import { checkClosing, CLOSING, type ClosedBy } from "./closing.ts";
import { COMMITTED } from "./committed.ts";
import { checkBytes, CONTENTS } from "./contents.ts";
import { CUSTODY } from "./custody.ts";
import { DOMAIN } from "./domain.ts";
import { checkStopped, checkTime, HAPPENINGS, MOMENTS } from "./happenings.ts";
import { checkFiles, KEYS } from "./keys.ts";
import { scriptNamed, type OwnScript } from "./known-script.ts";
import { checkLetters, oddNamesIn, type OddNames } from "./names.ts";
import { OPENING } from "./opening.ts";
import { checkWriter, PEOPLE } from "./people.ts";
import { Reading, type Entry, type Excused, type Rules, type Typed } from "./reading.ts";
import { PREFLIGHT } from "./preflight.ts";
import { checkReader, RECOVERY } from "./recovery.ts";
import { STEPS } from "./steps.ts";
import { checkVersion, isNewer, rulesIn, type AskedRules } from "./version.ts";

export { follows, OPENED_OTHER } from "./committed.ts";
export type { Absence, ClosedBy } from "./closing.ts";
export { isDecidable, isRule, NEWEST, SHORT } from "./breach.ts";
export { checkVersion, versionIn } from "./version.ts";
export { countTold, toldIn } from "./members.ts";
export { noteSaid, type Note } from "./notes.ts";
export type { ToldEntry } from "../record/fates.ts";
export { oddPeople, type OddNames } from "./names.ts";
export { oddNamesSaid } from "./names-said.ts";

/** What a record means. */
export interface Meaning {
  readonly rules: AskedRules;
  /** Rules that it breaks, in the order of entries and rules; empty for a good one. */
  readonly breaches: readonly Breach[];
  /** What exceptions of two people excused. */
  readonly excused: readonly Excused[];
  /** Who closed it; null while it is open. */
  readonly closed: ClosedBy | null;
  /** Why it was aborted, and the ids of the steps left undone; null if it was not. */
  readonly aborted: { readonly reason: string; readonly undone: readonly string[] } | null;
  /** Entries at which the time went back by a second or more. */
  readonly wentBack: readonly number[];
  /** Entries that are more than a day after the one before. */
  readonly gaps: readonly number[];
  /** Names that may mislead; null where entries are of another form. */
  readonly names: OddNames | null;
}

type Check = (reading: Reading, entry: Typed) => void;

const ALL: readonly Rules[] = [
  OPENING,
  PEOPLE,
  STEPS,
  HAPPENINGS,
  MOMENTS,
  PREFLIGHT,
  KEYS,
  DOMAIN,
  CUSTODY,
  RECOVERY,
  CLOSING,
  CONTENTS,
  COMMITTED,
];

/** Each type's rules. */
const CHECKS: ReadonlyMap<string, readonly Check[]> = new Map(
  Object.keys(ENTRIES).map((type) => [
    type,
    ALL.flatMap((rules) => (rules[type as keyof Rules] as Check | undefined) ?? []),
  ]),
);

/**
 * The meaning of a record whose chain and signatures were verified.
 * @param closed whether it was closed
 * @param script the one that its first entry names
 * @param isFirstAlone checks no rule after the first entry that breaks one
 */
export function meaningOf(
  { entries, closed }: { readonly entries: readonly Entry[]; readonly closed: boolean },
  script: Script,
  isFirstAlone = false,
): Meaning {
  const [first] = entries;
  const rules = rulesIn(first);
  if (first?.type !== "opened") return brokenAtOnce("E-MEAN-OPENED", rules);
  if (!isTyped(first)) return brokenAtOnce("E-MEAN-FORM", rules);
  const reading = new Reading(first as Typed<"opened">, script);
  for (const [i, entry] of entries.entries()) {
    if (!isTyped(entry)) reading.must("E-MEAN-FORM", false, entry);
    else ask(reading, entry, entries[i - 1]);
    if (isFirstAlone && reading.breaches.length > 0) break;
  }
  const last = entries.at(-1) ?? first;
  const { excused, wentBack, gaps } = reading;
  const isWhole = !isFirstAlone || reading.breaches.every((one) => one.entry === last.seq);
  const ended = closed && isWhole ? atEnd(reading, last as Typed) : null;
  return {
    rules,
    breaches: reading.breaches.toSorted((a, b) => a.entry - b.entry || numberOf(a) - numberOf(b)),
    excused,
    closed: ended,
    aborted: abortOf(reading),
    wentBack,
    gaps,
    names: entries.every(isTyped) ? oddNamesIn(entries) : null,
  };
}

/** Nothing can be read after such a first entry. */
const brokenAtOnce = (code: RuleCode, rules: AskedRules): Meaning => ({
  rules,
  breaches: [{ code, entry: 0, against: 0 }],
  excused: [],
  closed: null,
  aborted: null,
  wentBack: [],
  gaps: [],
  names: null,
});

const numberOf = ({ code }: Breach): number => RULES[code];

const isTyped = (entry: Entry): entry is Typed => isOfForm(entry.type, entry.data);

function ask(reading: Reading, entry: Typed, before: Entry | undefined): void {
  checkWriter(reading, entry);
  checkStopped(reading, entry);
  checkTime(reading, entry, before);
  checkFiles(reading, entry);
  checkBytes(reading, entry);
  checkLetters(reading, entry);
  for (const check of CHECKS.get(entry.type) ?? []) check(reading, entry);
  advance(reading, entry);
}

function atEnd(reading: Reading, last: Typed): ClosedBy | null {
  checkReader(reading, last);
  const end = reading.last("closing-on-paper") ?? reading.last("closing");
  return end === undefined ? null : checkClosing(reading, end, last);
}

const abortOf = ({ aborted, path, done }: Reading): Meaning["aborted"] =>
  aborted === null
    ? null
    : { reason: aborted.data.reason, undone: path.slice(done.length).map(({ id }) => id) };

/**
 * The meaning of a record that is good.
 * @param own a custom script, or those stored here, if the record names one of them
 * @param despite codes of rules despite which two people continue; null if nobody may
 * @throws Fault E-RULES-NEWER, E-NOT-A-CEREMONY, and E-MEAN-* of the first rule that it breaks
 */
export function checkMeaning(
  record: { readonly entries: readonly Entry[]; readonly closed: boolean },
  own: OwnScript = null,
  despite: readonly string[] | null = null,
): Meaning {
  const meaning = meaningOf(record, scriptOf(record.entries[0], own), despite === null);
  const breach = meaning.breaches.find(({ code }) => despite?.includes(code) !== true);
  if (breach !== undefined) throw despite === null ? asFault(breach) : asOverrulable(breach);
  return meaning;
}

/** The meaning of a record, good or not; null for one with an unknown script or later rules. */
export function meaningIfKnown(
  record: { readonly entries: readonly Entry[]; readonly closed: boolean },
  own: OwnScript = null,
): Meaning | null {
  const script = scriptIn(record.entries[0], own);
  return script === null || isNewer(record.entries[0]) ? null : meaningOf(record, script);
}

function scriptOf(first: Entry | undefined, own: OwnScript): Script {
  checkVersion(first);
  const script = scriptIn(first, own);
  if (script === null) throw fault("E-NOT-A-CEREMONY");
  return script;
}

/** The script that a record's first entry names, with its counts, if it is known. */
export function scriptIn(
  first: Pick<Entry, "type" | "data"> | undefined,
  own: OwnScript,
): Script | null {
  const opened = first?.type === "opened" ? (first.data as NamedScript | null) : null;
  if (typeof opened?.scriptSha256 !== "string") return null;
  const script = scriptNamed(opened.scriptSha256, own);
  return script === null ? null : withCounts(script, countsOf(opened));
}
