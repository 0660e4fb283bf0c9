// `sd verify`: a bundle of evidence, or a record alone, checked from its bytes and told in plain
// words: files, chain, signatures, close, head.
import {
  signaturesOfEnd,
  signersKnown,
  verifyHead,
  verifyRecord,
  type SignedAct,
  type Verdict,
} from "../journal/verify.ts";
import { checkBundle } from "../evidence/bundle.ts";
import { usage, type Given } from "./arguments.ts";
import { bundleAt } from "../session/bundle-folder.ts";
import { fault } from "./faults.ts";
import type { Outcome } from "./outcome.ts";
import { readRecordAt } from "./record-file.ts";
import { headWordsOf, shown, spoken, spokenHead, wordsOf } from "./shown.ts";
import { shortHeadLines } from "./short-head.ts";
import { earlierLines, readEarlier } from "./verify-earlier.ts";

/** @throws Fault E-USAGE, E-BUNDLE-*, E-LOG-*, E-HEAD-FORM, E-FILE-* */
export function verify(given: Given): Outcome {
  const { place, heard, officers } = readWords(given);
  const head = heard.length > 0 ? heard.join(" ") : null;
  const files = bundleIn(place);
  const verdict = files === null ? checkRecord(place, head) : checkBundle(files, head);
  const known = officers.length > 0 && signersKnown(verdict, officers);
  const count = files?.size ?? null;
  const chain = readEarlier(verdict, given);
  return {
    text: [
      ...bundleLines(count),
      ...report(verdict, known, head !== null),
      ...shortHeadLines(verdict, head),
      ...earlierLines(chain),
    ].join("\n"),
    data: {
      ...dataOf(verdict, known, head !== null),
      files: count,
      earlier: chain === null ? null : { ...chain },
    },
  };
}

function bundleIn(place: string): ReturnType<typeof bundleAt> {
  try {
    return bundleAt(place);
  } catch {
    throw fault("E-FILE-READ", { flag: "the bundle" });
  }
}

function checkRecord(place: string, head: string | null): Verdict {
  const verdict = verifyRecord(readRecordAt(place));
  if (head !== null) verifyHead(verdict, head);
  if (!verdict.closed) throw fault("E-LOG-OPEN");
  return verdict;
}

const bundleLines = (files: number | null): readonly string[] =>
  files === null
    ? []
    : [
        `The bundle is complete: ${String(files)} files, each as it was written.`,
        "Its script, certificates and list of what is not included are those of the record.",
      ];

/**
 * Words of a head may stand unquoted, and the record behind them: then the last flag's last value
 * is the record.
 */
function readWords({ words, values }: Given) {
  const [heard, officers] = ["--head", "--officer"].map((flag) => [...(values.get(flag) ?? [])]);
  const last = [...values.keys()].at(-1) === "--head" ? heard : officers;
  const spare = last !== undefined && last.length > 1 ? last : [];
  const place = words[0] ?? spare.pop();
  if (place === undefined) throw usage("Give a bundle of evidence, or a record.");
  return { place, heard: heard ?? [], officers: officers ?? [] };
}

function dataOf(verdict: Verdict, known: boolean, headGiven: boolean) {
  const { entries, closedBy, unvouched, acts } = verdict;
  return {
    entries: entries.length,
    head: spokenHead(verdict),
    headGiven,
    closedBy,
    // Those that stand before a closing on paper are not over the end: they would be read as such.
    signatures: signaturesOfEnd(verdict).map(({ officer, certificate }) => ({
      officer,
      certificate: spoken(certificate),
    })),
    acts: acts.map(({ seq, act, by, present, missing }) => ({
      entry: seq,
      act,
      by,
      present: [...present],
      missing: [...missing],
    })),
    signersKnown: known,
    unvouched: [...unvouched],
  };
}

/** Never called signed: earlier signatures, if any, are not over this end. */
const PAPER = [
  "It is closed on paper, by nobody's signature: the record cannot show who signed that paper.",
  "The signers are unknown: ask for the paper, and compare the words of the head with it.",
];

function signedLines(verdict: Verdict, known: boolean): readonly string[] {
  const { unvouched } = verdict;
  const signatures = signaturesOfEnd(verdict);
  return [
    `It is closed: ${String(signatures.length)} signatures are valid, by every officer present.`,
    ...signatures.map(
      ({ officer, certificate }) => `  ${shown(officer)}: certificate ${wordsOf(certificate)}`,
    ),
    known
      ? "The signers are known: their certificates are those you named."
      : "The signers are unknown: compare the words above with the officers' cards.",
    ...(known || unvouched.length === 0
      ? []
      : [
          `The record itself does not vouch for ${unvouched.map(shown).join(", ")}: no earlier`
            + " ceremony knew this certificate, and it was not signed for as it must be.",
        ]),
  ];
}

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

function report(verdict: Verdict, known: boolean, headGiven: boolean): readonly string[] {
  const { entries, head } = verdict;
  return [
    `The record is consistent: ${String(entries.length)} entries, every hash and link is correct.`,
    ...(verdict.closedBy === "paper" ? PAPER : signedLines(verdict, known)),
    ...actLines(verdict),
    headGiven
      ? "The head is the one that was read aloud."
      : "No head was given: compare the head below with the one that was read aloud.",
    `Head: ${head}`,
    `In words: ${headWordsOf(verdict)}`,
  ];
}
