// `sd verify`: checks a bundle of evidence, or a record alone, from its bytes, and reports in plain
// words: files, chain, signatures, meaning, who closed it, and what of it is anchored.
import {
  anchoredBy,
  signaturesOfEnd,
  verifyHead,
  type Anchored,
  type SignedAct,
  type Verdict,
} from "../journal/verify.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { countTold, toldIn, type Meaning, type Note } from "../meaning/meaning.ts";
import { rely, type Anchors } from "../meaning/reliance.ts";
import { checkStamps } from "../evidence/stamps.ts";
import { usage, type Given } from "./shared/arguments.ts";
import {
  reliedCode,
  closedLine,
  laterText,
  meaningLines,
  namesLines,
  notesLines,
  reliedLine,
  unsignedLines,
  versionText,
} from "./meaning-lines.ts";
import type { Outcome } from "./shared/outcome.ts";
import { notClosed, readAnchored, verdictAt, type RecordGiven } from "./shared/record-file.ts";
import { shown, shownData } from "./shared/shown.ts";
import { authoritiesIn, stampFilesAt } from "./shared/stamp-files.ts";
import {
  isStamped,
  NO_TIME_CODE,
  stampData,
  stampLines,
  type StampsFound,
} from "./shared/stamp-lines.ts";
import { headWordsOf, spoken, spokenHead, wordsOf } from "./shared/spoken.ts";
import { headsData, headsGiven, headsLines, headsMissing } from "./verify-heads.ts";
import { yearData, yearLines, yearsOf, type Year } from "./verify-years.ts";
import { shortHeadLines } from "./short-head.ts";
import { entryLines, toldLine } from "./told-lines.ts";
import {
  deploymentAt,
  deploymentData,
  deploymentLines,
  isOfDeployment,
  linkedNotCompared,
  notConfirmed,
} from "./verify-deployment.ts";
import {
  earlierData,
  earlierLines,
  notCompared,
  notComparedLines,
  readChain,
} from "./verify-earlier.ts";

/** The result of all checks. `meaning` is null if only the form was checked. */
interface Checked {
  readonly verdict: Verdict;
  readonly meaning: Meaning | null;
  readonly anchored: Anchored;
  readonly headGiven: boolean;
  readonly files: number | null;
  readonly notCompared: readonly string[];
  readonly notes: readonly Note[];
}

/**
 * @throws Fault E-USAGE, E-BUNDLE-*, E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-HEAD-FORM, E-SIGNER-*,
 *   E-SCRIPT-*, E-FILE-*; of a deployment E-DEPLOYMENT, E-DEPLOY-*, E-PLAN-*
 */
export async function verify(given: Given): Promise<Outcome> {
  const read = readGiven(given);
  return !read.isFormOnly && isOfDeployment(read.verdict)
    ? await deploymentOutcome(given, read)
    : ceremonyOutcome(given, read);
}

/** The same for a record that is of no deployment. @throws Fault as `verify` */
export const verifyCeremony = (given: Given): Outcome => ceremonyOutcome(given, readGiven(given));

function readGiven(given: Given) {
  const { place, ...anchors } = readAnchored(given, "Give a bundle of evidence, or a record.");
  const isFormOnly = given.values.has("--form-only");
  const withMeaning = ["--earlier", "--entries", "--heads"].find((flag) => given.values.has(flag));
  if (isFormOnly && withMeaning !== undefined)
    throw usage(`The flag ${withMeaning} is not given with --form-only.`);
  const read = verdictAt(place);
  return { place, anchors, isFormOnly, ...read, found: stampsAt(place, given, read) };
}

/** What timestamps beside the record show; they say nothing about the record itself. */
function stampsAt(place: string, given: Given, { record, verdict }: RecordGiven): StampsFound {
  const pinned = authoritiesIn(given);
  if (given.values.has("--stamped") && pinned.length === 0)
    throw usage("The flag --stamped needs --authority, or --site with two authorities.");
  const { entries } = verdict;
  const files = stampFilesAt(place);
  const stamps =
    pinned.length > 0 ? checkStamps({ record, entries, files }, pinned, new Date()) : [];
  return { stamps, pinned, entries: entries.length, files: files.size };
}

type Read = ReturnType<typeof readGiven>;

function ceremonyOutcome(given: Given, read: Read): Outcome {
  const { anchors, isFormOnly, verdict, files, found } = read;
  const relied = isFormOnly ? formOf(verdict, anchors) : rely(verdict, anchors, notClosed);
  const chain = isFormOnly ? null : readChain(verdict, given, anchors.own);
  const heads = headsGiven(given, verdict);
  const years = chain === null ? [] : yearsOf(verdict, chain, found.pinned, new Date());
  const checked: Checked = {
    ...relied,
    files,
    notCompared: [...(chain === null ? [] : notCompared(relied, chain)), ...headsMissing(heads)],
    notes: chain === null ? [] : chain.notes,
  };
  const earlier = chain && earlierData(chain);
  const told = () => (isFormOnly ? [] : toldIn(verdict.entries));
  return {
    text: [
      ...report(checked),
      ...shortHeadLines(verdict, anchors.head),
      ...stampLines(found),
      ...yearLines(years),
      ...headsLines(heads),
      ...(chain === null ? [] : earlierLines(chain)),
      ...(given.values.has("--entries") ? entryLines(told()) : []),
    ].join("\n"),
    // Only asked for with --json: of a long record it takes longer than all checks.
    get data() {
      const data = dataOf(checked);
      const time = { ...stampData(found), earlier: yearData(years) };
      const list = headsData(heads);
      return shownData({ ...data, earlier, told: told(), deployment: null, time, heads: list });
    },
    ...reliedCode(given, checked),
    ...stampedCode(given, found, years),
  };
}

async function deploymentOutcome(
  given: Given,
  { place, anchors, verdict, found: stamps }: Read,
): Promise<Outcome> {
  const foreign = ["--earlier", "--officer", "--heads"].find((flag) => given.values.has(flag));
  if (foreign !== undefined) throw usage(`The flag ${foreign} is for the record of a ceremony.`);
  const meaning = await deploymentAt(place, verdict, anchors.head);
  if (!verdict.closed) throw notClosed();
  const found = { verdict, headGiven: anchors.head !== null };
  const anchored = anchoredBy(verdict, []);
  const notCompared = [
    ...(found.headGiven ? [] : ["its head"]),
    ...linkedNotCompared(meaning),
    ...notConfirmed(meaning),
  ];
  const data = dataOf({ ...found, meaning: null, anchored, files: null, notCompared, notes: [] });
  const rules = { version: meaning.rules, notAsked: [] };
  const deployment = deploymentData(meaning);
  return {
    text: [
      deploymentLines(meaning, found),
      ...stampLines(stamps),
      ...(given.values.has("--entries") ? entryLines(meaning.told) : []),
    ].join("\n"),
    data: shownData({
      ...data,
      rules,
      formOnly: false,
      earlier: null,
      told: meaning.told,
      deployment,
      time: { ...stampData(stamps), earlier: [] },
      heads: null,
    }),
    ...reliedCode(given, { ...found, meaning: null, anchored, notCompared }),
    ...stampedCode(given, stamps),
  };
}

/**
 * With `--stamped`, of a record of which an authority shows no time; with `--anchored` too, of one that continues a
 * record of which none did in time, or of which a timestamp that it names is gone.
 */
function stampedCode(
  { values }: Given,
  found: StampsFound,
  years: readonly Year[] = [],
): { readonly code?: number } {
  const isLate =
    values.has("--anchored") && years.some(({ isInTime, missing }) => !isInTime || missing > 0);
  return values.has("--stamped") && (!isStamped(found) || isLate) ? { code: NO_TIME_CODE } : {};
}

/** Without what it means. */
function formOf(
  verdict: Verdict,
  { head, cards }: Anchors,
): Omit<Checked, "files" | "notCompared" | "notes"> {
  if (head !== null) verifyHead(verdict, head);
  if (!verdict.closed) throw notClosed();
  return { verdict, meaning: null, anchored: anchoredBy(verdict, cards), headGiven: head !== null };
}

function dataOf({ verdict, meaning, anchored, headGiven, files, notCompared, notes }: Checked) {
  const { entries, closedBy, unvouched, acts } = verdict;
  return {
    entries: entries.length,
    head: spokenHead(verdict),
    headGiven,
    formOnly: meaning === null,
    ceremony: meaning === null ? null : ceremonyData(entries),
    rules: meaning === null ? null : rulesData(meaning),
    closedBy,
    closed: closedData(meaning),
    // Signatures before a closing on paper are not over the end, but would be read as such.
    signatures: signaturesOfEnd(verdict).map(({ officer, certificate }) => ({
      officer,
      certificate: spoken(certificate),
    })),
    acts: acts.map(({ seq, act, by, present, missing }) => ({
      entry: seq,
      act,
      by,
      present,
      missing,
    })),
    signersKnown: anchored.known,
    unanchored: [...anchored.without],
    unvouched: [...unvouched],
    excused: (meaning?.excused ?? []).map(({ code, entry, by }) => ({ code, entry, by })),
    aborted: meaning?.aborted === undefined ? null : abortData(meaning),
    clockBack: [...(meaning?.wentBack ?? [])],
    gaps: [...(meaning?.gaps ?? [])],
    names: meaning?.names ?? null,
    notes: notes.map(({ note, entries: numbers }) => ({ note, entries: [...numbers] })),
    notCompared: [...notCompared],
    files,
  };
}

function ceremonyData(entries: Verdict["entries"]) {
  const [first] = entries;
  const { mode, script, hsm } = openedIn(first);
  return { mode, script, hsm, opened: first?.at ?? "", closed: entries.at(-1)?.at ?? "" };
}

const rulesData = ({ rules: { version, notAsked } }: Meaning) => ({
  version,
  notAsked: [...notAsked],
});

const closedData = (meaning: Meaning | null) =>
  meaning?.closed == null
    ? null
    : {
        signed: meaning.closed.signed,
        of: meaning.closed.of,
        officers: { ...meaning.closed.officers },
        due: meaning.closed.due,
        vouchedFor: !meaning.closed.isShort,
        vouchedTo: meaning.closed.vouchedTo,
        missing: meaning.closed.missing.map(({ role, name, why }) => ({ role, name, why })),
      };

const abortData = ({ aborted }: Meaning) =>
  aborted === null ? null : { reason: aborted.reason, undone: aborted.undone };

/** Which ceremony it was, and which rules were later than its record. */
function ceremonyLine(entries: Verdict["entries"], { rules }: Meaning): string {
  const [first] = entries;
  const closed = entries.at(-1)?.at ?? "";
  const { mode, script, hsm } = openedIn(first);
  const what = mode === "REHEARSAL" ? "It was a REHEARSAL" : "It was a real ceremony";
  return [
    `${what}: ${shown(script)}, for the HSM ${shown(hsm)}, opened at ${first?.at ?? ""}, closed at ${closed}.`,
    ...versionText(rules),
    ...laterText(closed),
  ].join(" ");
}

const openedIn = (first: Verdict["entries"][number] | undefined): EventData["opened"] =>
  first?.data as unknown as EventData["opened"];

/** Never called signed: earlier signatures, if any, are not over this end. */
const PAPER = [
  "It is closed on paper, without a signature: the record cannot show who signed that paper.",
  "The signers are unknown: ask for the paper, and compare the words of the head with it.",
];

function signedLines({ verdict, anchored }: Checked): readonly string[] {
  const signatures = signaturesOfEnd(verdict);
  return [
    `It is closed: ${String(signatures.length)} signatures are valid.`,
    ...signatures.map(
      ({ officer, certificate }) => `  ${shown(officer)}: certificate ${wordsOf(certificate)}`,
    ),
    anchored.known
      ? "The signers are known: their certificates are those you named."
      : "The signers are unknown: compare the words above with the officers' cards.",
  ];
}

/** Never left out: only the card can show whose certificate it is. */
const vouchLines = ({ unvouched }: Verdict): readonly string[] =>
  unvouched.length === 0
    ? []
    : [
        `The record itself does not vouch for ${unvouched.map(shown).join(", ")}: no earlier`
          + " ceremony knew this certificate, and it was not signed for as it must be.",
      ];

/** The end of an act, and who signed it: "all", or who is missing. */
function actLine({ act, by, present, missing }: SignedAct): string {
  const named = present
    .filter((one) => !missing.includes(one))
    .map(shown)
    .join(", ");
  if (by === "paper") return `  ${shown(act)}: on paper, by ${named}, as the record says`;
  const lacking = missing.length === 0 ? "" : `; not by ${missing.map(shown).join(", ")}`;
  return `  ${shown(act)}: signed by ${named === "" ? "nobody" : named}${lacking}`;
}

const actLines = ({ acts }: Verdict): readonly string[] =>
  acts.length === 0 ? [] : ["Acts were signed when they ended:", ...acts.map(actLine)];

const bundleLines = (files: number | null): readonly string[] =>
  files === null
    ? []
    : [
        `The bundle is complete: ${String(files)} files, each as its own list says.`,
        "Its script, certificates and list of what is not included are those of the record. Its papers"
          + " are signed by nobody: sd minutes makes them from the record again.",
      ];

function report(checked: Checked): readonly string[] {
  const { verdict, meaning, headGiven, files, notCompared, notes } = checked;
  const { entries, head, closedBy } = verdict;
  // A rehearsal is never mistaken for a real ceremony.
  return [
    meaning === null
      ? "FORM ONLY: the record is intact. What it means was not checked."
      : reliedLine(checked),
    ...(meaning === null
      ? []
      : [ceremonyLine(entries, meaning), ...notComparedLines(notCompared), ...namesLines(meaning)]),
    ...bundleLines(files),
    `The record is consistent: ${String(entries.length)} entries, every hash and link is correct.`,
    ...(meaning === null
      ? []
      : [
          `It means what it says: every step of its script${
            meaning.aborted === null ? "" : " until it was aborted"
          }, by whom, of one and the same things.`,
        ]),
    ...(closedBy === "paper" ? PAPER : signedLines(checked)),
    ...(meaning?.closed == null ? [] : [closedLine(meaning.closed, closedBy)]),
    ...(meaning === null
      ? []
      : [...unsignedLines(meaning, entries), ...meaningLines(meaning), ...notesLines(notes)]),
    ...vouchLines(verdict),
    ...actLines(verdict),
    ...(meaning === null ? [] : [toldLine(countTold(entries))]),
    headGiven
      ? "The head is the one that was read aloud."
      : "No head was given: compare the head below with the one that was read aloud.",
    `Head: ${head}`,
    `In words: ${headWordsOf(verdict)}`,
  ];
}
