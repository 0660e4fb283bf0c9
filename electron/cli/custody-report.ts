// The custody as lines for people: every term is explained where it first appears.
import {
  custodyAnswers,
  type CustodyAnswers,
  type Finding,
  type Gap,
  type Mode,
  type RuleView,
  type Standing,
  type Trouble,
  whoOf,
} from "../ceremony/ceremony.ts";
import { english } from "../text/english.ts";
import { grantingLines, type Granting } from "./custody-granting.ts";
import type { Value } from "../text/sentence.ts";
import type { Reliance } from "../meaning/reliance.ts";
import { abortLines, reliedLine } from "./meaning-lines.ts";
import { shown } from "./shared/shown.ts";
import { headWordsOf } from "./shared/spoken.ts";
import { notComparedLines } from "./verify-earlier.ts";

/** A standing and gaps, of a record of this mode, at this time. */
export interface Reported {
  readonly standing: Standing;
  readonly gaps: readonly Gap[];
  readonly mode: Mode;
  readonly now: string;
  /** Who can download the domain again; null if no list of roles was given. */
  readonly granting: Granting | null;
  /** The record, and how far it can be relied on. */
  readonly relied: Pick<Reliance, "anchored" | "headGiven"> & {
    readonly verdict: Pick<Reliance["verdict"], "head" | "closedBy">;
    readonly meaning: Pick<Reliance["meaning"], "aborted" | "closed">;
    readonly notCompared: readonly string[];
  };
}

/** The report, line by line. */
export function custodyReport(reported: Reported): readonly string[] {
  const { standing, gaps, mode, now, relied, granting } = reported;
  const answers = custodyAnswers(standing, gaps, now);
  return [
    `Custody of the keys to ${shown(standing.hsm)}, as of ${dayOf(now)}, by the record with the `
      + "head",
    `  ${headWordsOf(relied.verdict)}`,
    reliedLine(relied),
    ...notComparedLines(relied.notCompared),
    ...abortLines(relied.meaning),
    ...(mode === "REHEARSAL" ? ["This is a REHEARSAL: no real HSM, no real keys."] : []),
    "",
    ...healthLines(answers),
    "",
    ...dateLines(standing, answers),
    "",
    "Officers: each has one key, on two media; in a key check it decrypts a test message",
    ...officerLines(answers),
    "",
    "What one alone must not do: have a quorum's keys with their passphrases, or leave less than a",
    "quorum if it is lost",
    ...orNone(answers.geometry.rows.flatMap(({ unmet }) => unmet.map(spoken))),
    "",
    ...KINDS.flatMap(([kind, title]) => kindLines(kind, title, answers, standing)),
    "Two of these together, the worst first",
    ...pairLines(answers, standing),
    "",
    "If a medium is lost",
    ...mediumLines(answers, standing),
    "",
    "What is together and should not be",
    ...orNone(answers.findings.map(findingLine)),
    "",
    "Who can download the security domain again, without an officer's key",
    ...grantingLines(granting),
    "",
    "Gaps in the chain of custody (what no recorded hand-off explains)",
    ...orNone(answers.gaps.map(gapLine)),
    "",
    "Microsoft's rules",
    ...answers.rules.flatMap(ruleLines),
  ];
}

function healthLines({ health }: CustodyAnswers): readonly string[] {
  const { level, healthy, all, required, domainCopies, aheadAt = "" } = health;
  return [
    {
      whole: `Health: ${healthy} of ${all}. Every officer's key is as it should be.`,
      degraded: `Health: degraded, ${healthy} of ${all}. Something below is wrong or overdue.`,
      "would-fail": `Health: recovery would fail today, ${healthy} of ${all}.`,
    }[level],
    ...(aheadAt === ""
      ? []
      : [
          `The record has a day in the future, ${dayOf(aheadAt)}: this clock is wrong, or was wrong on`,
          "that day. Anything with that date counts as not done. Compare this clock with another one.",
        ]),
    `The quorum is ${required}: that many officers must open the security domain together. It is`,
    `the file that brings the HSM's keys back. Media with a copy of it: ${domainCopies}.`,
  ];
}

function dateLines(standing: Standing, { health }: CustodyAnswers): readonly string[] {
  const { provenAt, attestedAt, drilledAt, dryRunAt = "", backup } = standing;
  return [
    `Every subset opened the domain:     ${dayOf(provenAt)}`,
    `Last attestation (seals compared):  ${dayOf(attestedAt)}`,
    `Next attestation:                   ${dueOf(health.attestation)}`,
    `Last dry run of recovery:           ${dayOf(dryRunAt)}`,
    `Next dry run of recovery:           ${dueOf(health.dryRun)}`,
    `Last restore drill (a recovery):    ${dayOf(drilledAt)}`,
    `Newest full backup, as recorded:    ${
      backup.folder === "" ? "none recorded" : `${dayOf(backup.at)}, ${shown(backup.folder)}`
    }`,
    "Without a full backup, the security domain brings no key back.",
  ];
}

const officerLines = ({ health }: CustodyAnswers): readonly string[] =>
  health.officers.flatMap(
    ({ seat, name, trouble, sealsSeenAt, keyOpenedAt, keyCheck, isForeign }) => [
      `  ${seat}. ${shown(name)}: ${TROUBLES[trouble]}`,
      ...(isForeign ? ["     made elsewhere, without a record: due for replacement now"] : []),
      `     seals compared: ${dayOf(sealsSeenAt)}; key last opened: ${dayOf(keyOpenedAt)}`,
      `     next key check: ${dueOf(keyCheck)}`,
    ],
  );

const TROUBLES: Readonly<Record<Trouble, string>> = {
  "": "healthy",
  lost: "the media are lost",
  damaged: "the media cannot be read",
  left: "has left",
  forgotten: "nobody knows the passphrase",
  "seal-broken": "the seal was broken or replaced",
};

const KINDS = [
  ["place", "If a site burns, or is broken into (the place up to its first comma)"],
  ["zone", 'If a zone is hit (what places name as "zone ...")'],
  ["person", "If a person leaves or is dishonest, with what they keep"],
  ["journey", "If what a custodian took along on one day is lost or stolen"],
] as const;

/** Nothing if there is none of this kind. */
function kindLines(
  kind: (typeof KINDS)[number][0],
  title: string,
  { geometry }: CustodyAnswers,
  standing: Standing,
): readonly string[] {
  const rows = geometry.rows.filter((row) => row.kind === kind);
  if (rows.length === 0) return [];
  const lines = rows.map((row) => {
    const { objects, seat, opens } = row;
    const held = objects.length === 1 ? "1 object" : `${objects.length} objects`;
    const who = seat === null ? held : `officer ${seat}, ${held}`;
    return `  ${spoken(whoOf(row, String))}, ${who}: ${lossOf(row, standing)}; ${givenBy(opens)}`;
  });
  return [title, ...lines, ""];
}

const pairLines = ({ geometry }: CustodyAnswers, { officers }: Standing): readonly string[] =>
  orNone(
    geometry.pairs.map(({ of, leaves, domainLost, opens }) => {
      const who = of.map((one) => spoken(whoOf(one, String))).join(" and ");
      const domain = domainLost ? ", no copy of the domain" : "";
      return `${who}: ${leaves} of ${officers.length} keys left${domain}; ${givenBy(opens)}`;
    }),
  );

const givenBy = (opens: readonly number[]): string =>
  `in the wrong hands ${opens.length === 1 ? "1 key" : `${opens.length} keys`}`;

/** A sentence with people's own words in it. */
const spoken = (value: Value): string => shown(english(value));

/** Only media whose loss has consequences. */
function mediumLines({ media }: CustodyAnswers, standing: Standing): readonly string[] {
  const dear = media.filter(({ lost, domainLost }) => lost.length > 0 || domainLost);
  if (dear.length === 0) return ["  No single lost medium loses a key or the domain."];
  return dear.map(({ object, ...loss }) => `  ${shown(object)}: ${lossOf(loss, standing)}`);
}

type Loss = Pick<CustodyAnswers["media"][number], "lost" | "domainLost" | "left">;

/** More groups are only counted. */
const NAMED_MAX = 3;

function lossOf({ lost, domainLost, left }: Loss, { subsets, required }: Standing): string {
  const gone = [
    ...lost.map((seat) => `the key of officer ${seat}`),
    ...(domainLost ? ["every copy of the domain"] : []),
  ];
  const names = left.map((seats) => seats.join(" + ")).join(", ");
  const groups = required === 2 ? "pairs" : "groups";
  const rest = `${left.length} of ${subsets.length} proven ${groups} left${
    left.length === 0 || left.length > NAMED_MAX ? "" : ` (${names})`
  }`;
  return gone.length === 0 ? rest : `${gone.join(" and ")} would be lost; ${rest}`;
}

function findingLine({ kind, seats, where }: Finding): string {
  const [who, at] = [seats.join(" and "), shown(where)];
  return {
    "every-key": `Every medium of officer ${who} is in ${at}. Move one to another site.`,
    "every-domain": `Every copy of the security domain is in ${at}. Move one to another site.`,
    "keys-with-passphrases": `In ${at} are media and passphrases of officers ${who}: a quorum.`,
    holder: `${at} keeps media of officers ${who}. Hand off one officer's media.`,
    envelope: `The passphrase of officer ${who} is with a medium, in ${at}. Move it elsewhere.`,
    unknown: `Nothing is recorded about the media of officer ${who}.`,
  }[kind];
}

function gapLine({ object, kind, expected, seen }: Gap): string {
  const [what, before, now] = [object, expected, seen].map(shown);
  return {
    missing: `${what}: recorded with ${before}, but not seen.`,
    unrecorded: `${what}: with ${now}, but never recorded.`,
    custodian: `${what}: recorded with ${before}, seen with ${now}.`,
    place: `${what}: recorded in ${before}, seen in ${now}.`,
    seal: `${what}: recorded with seal ${before}, seen with ${now}.`,
    "hand-off": `${what}: handed off by ${now}, but it was with ${before}.`,
  }[kind];
}

const VERDICTS: Readonly<Record<RuleView["verdict"], string>> = {
  kept: "met",
  deviation: "accepted",
  "not-kept": "NOT MET",
};

const ruleLines = ({ verdict, sentence, next, reason }: RuleView): readonly string[] => [
  `  ${VERDICTS[verdict].padEnd(9)} ${english(sentence)}`,
  ...(reason === "" ? [] : [`            Two people accepted it: ${shown(reason)}`]),
  ...(next === "" ? [] : [`            Next: ${english(next)}`]),
];

const orNone = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? ["  None."] : lines.map((line) => `  ${line}`);

/** "2026-11-25", or "never". */
const dayOf = (at: string): string => (at === "" ? "never" : shown(at.slice(0, 10)));

function dueOf({ at, overdueDays }: { readonly at: string; readonly overdueDays: number }): string {
  if (at === "") return "now: it was never done";
  if (overdueDays === 0) return dayOf(at);
  return `${dayOf(at)}, ${overdueDays === 1 ? "1 day" : `${overdueDays} days`} overdue`;
}
