// Every sentence of the audit: the timeline, the verdict, and what it is compared with.
import type { AuditView, TimelineRow } from "../../electron/bridge/audit-views.ts";
import { lacksLine } from "./anchoring.ts";
import { healthWord } from "./custody.ts";
import { ceremonyNames, ceremonyTitle, roleTitle } from "./frame.ts";
import { day, shortTime } from "./times.ts";

export const AUDIT = {
  title: "Audit a record",
  lead:
    "A closed record is verified from its bytes alone: every entry, the chain between them, "
    + "the signatures, whether it means what it says, and all the evidence beside it.",
  timeline: "Closed ceremonies",
  none: "There is no closed ceremony on this computer yet.",
  verify: "Verify",
  choose: "Choose a file",
  chooseLine:
    "Evidence from elsewhere: choose record.jsonl in its folder. The files beside it are "
    + "checked as well, and it is added to this timeline.",
  waiting: "The result appears here",
  asked: [
    "Is every file and every entry unchanged, and in its place?",
    "Does it continue the previous ceremony, and what differs?",
    "Who signed it, and with which certificate?",
    "Is its head the one that was read aloud?",
  ],
  entries: "Entries",
  chain: "unbroken",
  mode: "Mode",
  hsm: "HSM",
  exceptions: "Exceptions noted",
  aborted: "Aborted",
  judged: "What was checked",
  found: "What was found",
  signed: "Signed by",
  acts: "Acts, signed when they ended",
  notYet: "The record is not closed: not everyone who was present has signed it.",
  nobodyOnPaper: "Nobody in the record. They signed on paper: ask for it, and compare its words.",
  head: "Head of the record",
  compare: "Compare",
  compareTitle: "Compare it with words from elsewhere",
  readAloud: "The head that was read aloud",
  readAloudHint: "All its words, or 64 digits, from the paper.",
  cards: "The officers\u2019 cards",
  cardsHint:
    "The words of the signing certificate, as each printed card has them, one card per line. Write officer-1 in front of the "
    + "words if you know whose card it is.",
  back: "Back to Home",
} as const;

/** A verdict in one line: what was compared decides how much it says. */
export function verdictTitle(found: AuditView): string {
  const { closedBy, headGiven, signersKnown } = found;
  if (closedBy === null) return "Consistent, but not closed";
  if (closedBy === "paper")
    return headGiven ? "Intact, and closed on paper" : "Consistent, and closed on paper";
  if (!signersKnown)
    return isAnchoredHere(found)
      ? "Consistent, and kept here since"
      : "Consistent, signers unknown";
  return headGiven ? "The record is intact" : "Consistent, signers known";
}

/** It was closed or added on this computer, and its records vouch for who signed it. */
const isAnchoredHere = ({ anchoring }: AuditView): boolean => anchoring?.lacks.length === 0;

/** Whether it continues the record before it as that one ended. */
export const followsLine = ({ follows }: AuditView): string =>
  ({
    first: "",
    "as-left": "It continues the record before it, which is here, as that one ended.",
    elsewhere:
      "The record that it continues is not here: what it says of that one was not compared.",
  })[follows];

/** What a record that lies here lacks, and how it is anchored. */
export function anchoringLine({ anchoring }: AuditView): string {
  if (anchoring === null) return "";
  if (anchoring.anchor === "typed") return "Its head was entered from paper on this computer.";
  return anchoring.lacks.length === 0 ? "" : lacksLine(anchoring.lacks);
}

/** What was checked: a bundle with all its files, or a record alone. */
export const judgedLine = ({ files }: AuditView): string =>
  files === null
    ? "The record alone: there is no evidence beside it."
    : `All evidence: ${files} files, each as it was written. Script, certificates and list match the `
      + "record.";

/** Whether the end is the one that was read aloud. */
export const headLine = ({ headGiven, isShort }: AuditView): string =>
  headGiven
    ? "Its head is the one that was read aloud."
      + (isShort
        ? " Fewer than sixteen words were entered: whoever wrote this record could have made two "
          + "with the same ones."
        : "")
    : "No head was entered. The record alone cannot show whether its end was cut off, or all of it "
      + "was rewritten.";

/** Whether those who signed are those who should have; nothing for a record that nobody signed. */
export function signersLine(found: AuditView): string {
  if (found.closedBy !== "signatures") return "";
  if (found.signersKnown) return "The signers are those whose cards were entered.";
  if (isAnchoredHere(found))
    return (
      "The records on this computer vouch for its signers. To know it without this computer, enter "
      + "the words of the officers\u2019 printed cards."
    );
  return "The signers are unknown: enter the words of the officers\u2019 cards.";
}

/** Never left out, whatever cards were entered. */
export const vouchLine = ({ unvouched }: AuditView): string =>
  unvouched.length === 0
    ? ""
    : `The record itself does not vouch for ${unvouched.map(roleTitle).join(", ")}.`;

type Closing = NonNullable<AuditView["closing"]>;

const WHY: Readonly<Record<Closing["missing"][number]["why"], string>> = {
  substituted: "somebody else took the seat",
  "no-key": "no record vouches for a signing key",
  aborted: "the ceremony was aborted",
  exception: "two people noted an exception",
};

/** "Closed by 2 of 3. Not by Officer 3, Meera Iyer: two people noted an exception." */
export function closersLine({ closing, closedBy }: AuditView): string {
  if (closing === null) return "";
  const how = closedBy === "paper" ? "Closed on paper" : "Closed";
  const missing = closing.missing.map(
    ({ role, name, why }) => ` Not by ${roleTitle(role)}, ${name}: ${WHY[why]}.`,
  );
  return `${how} by ${closing.signed} of ${closing.of}.${missing.join("")}`;
}

/** What people took note of and continued, and where a clock went back. */
export function oddLine({ excused, clockBack }: AuditView): string {
  const parts = [
    ...excused.map(({ entry, by }) => `Entry ${entry} is excused by the exception in ${by}.`),
    ...(clockBack.length === 0 ? [] : [`The clock went back at entry ${clockBack.join(", ")}.`]),
  ];
  return parts.join(" ");
}

/** "Keys are made: signed by Officer 1, Officer 2; not by Officer 3". */
export function actLine({ act, by, present, missing }: AuditView["acts"][number]): string {
  const named = (roles: readonly string[]): string => roles.map(roleTitle).join(", ");
  if (by === "paper") return `${act}: on paper, by ${named(present)}, as the record says`;
  const signed = present.filter((one) => !missing.includes(one));
  return (
    `${act}: signed by ${signed.length === 0 ? "nobody" : named(signed)}`
    + (missing.length === 0 ? "" : `; not by ${named(missing)}`)
  );
}

/** Under the custody of a record that another continues. */
export const outdatedLine = ({ continuedAt }: AuditView): string =>
  continuedAt === null
    ? ""
    : `Another ceremony continues this one, closed ${day(continuedAt)}: see there for the newest.`;

/** Whether it was a rehearsal, as the record has it. */
export const modeWord = (mode: string): string => mode;

/** A ceremony by the name of its script; one of somebody else's script by that name itself. */
export function scriptTitle(script: string): string {
  const name = ceremonyNames().find((one) => one === script);
  return name === undefined ? script : ceremonyTitle(name);
}

/** "Contoso-HSM, 3 May 2027, 10:00 UTC, signed". */
export function closedLine({ hsm, closedAt, closedBy }: TimelineRow): string {
  const how = closedBy === "paper" ? "closed on paper" : "signed";
  return `${hsm}, ${day(closedAt)}, ${shortTime(closedAt)} UTC, ${how}`;
}

/** What a row says besides: how the custody was left, what was odd, and where the chain breaks. */
export function rowLine({
  health,
  aborted,
  exceptions,
  differences,
  follows,
  isForked,
  differs,
  byHand,
}: TimelineRow): string {
  const parts = [
    aborted ? "aborted" : "",
    health === null ? "" : healthWord(health),
    counted(exceptions, "exception"),
    counted(differences, "difference"),
    follows === "elsewhere" ? "continues a record that is not here" : "",
    differs === null ? "" : `IT DOES NOT CONTINUE THE RECORD IT NAMES: ${differs} differs`,
    isForked ? "ANOTHER RECORD CONTINUES THE SAME ONE" : "",
    byHand ? "chosen by hand" : "",
  ].filter((part) => part !== "");
  const [first = "", ...rest] = parts;
  return [first.slice(0, 1).toUpperCase() + first.slice(1), ...rest].join("; ");
}

const counted = (count: number, what: string): string =>
  count === 0 ? "" : count === 1 ? `1 ${what}` : `${count} ${what}s`;
