// What the comparison with Azure's log says: an alarm in plain words, and what to do.
import type {
  ChosenLogView,
  OperationView,
  ReconciledCeremony,
  ReconcileView,
  UndecidedRecord,
} from "../../electron/bridge/reconcile-view.ts";
import { ceremonyNames, ceremonyTitle } from "./frame.ts";
import { clockTime, shortDay } from "./times.ts";

export const RECONCILE = {
  title: "Azure\u2019s log against our records",
  lead:
    "Azure logs whoever downloads or uploads a security domain. Each such event must match a "
    + "ceremony in a record of this computer that can be relied on; otherwise it is an alarm.",
  vouching:
    "A record explains something only if it is closed, was not aborted, and you enter its head or the "
    + "cards of its signers. It then vouches for the record that it continues, so that the newest is "
    + "enough.",
  heads: "Heads of records",
  headsHint:
    "One per line: all its words, or 64 digits, from the paper or as it was read aloud. Not from this "
    + "computer.",
  cards: "The officers\u2019 cards",
  cardsHint: "The words of the signing certificate on each printed card, one card per line.",
  rehearsal: "The records here are from rehearsals: they cannot explain real events.",
  how:
    "Export the HSM’s AuditEvents from Azure Monitor as JSON, bring the files here, and add "
    + "them: one after the other, or whole folders. They are not stored. An event that is in "
    + "several files counts once.",
  chosen: "Files that are compared",
  none: "None yet.",
  files: "Add files",
  folders: "Add folders",
  remove: "Remove",
  removeNamed: (name: string): string => `Remove ${name}`,
  compare: "Compare",
  needed: "Add files first.",
  back: "Back",
  alarmWord: "Alarm",
  alarmCode: "E-AUDIT-ALARM",
  now: "Do today",
  found: "What the log says",
  found0: "Nothing in this log touched a security domain.",
  fine: "Everything in this log has its ceremony.",
  practised:
    "Everything in this log has its ceremony, by records of rehearsals. That says nothing of a real "
    + "HSM.",
  undecided: "Records that explain nothing by themselves",
  tried: "Nothing was done without a ceremony, but someone tried.",
  nobody: "an unnamed caller",
  nowhere: "an unknown address",
  notSaid: "at an unknown time",
} as const;

/** The alarm in one sentence. */
export function alarmOf(operations: readonly OperationView[]): string {
  const alarms = operations.filter(({ verdict }) => verdict === "alarm");
  const [first] = alarms;
  if (alarms.length === 1 && first !== undefined)
    return `${DONE[first.operation]}, and no record that can be relied on explains it.`;
  return (
    `${alarms.length} operations on a security domain are not explained by a record that can be `
    + "relied on."
  );
}

/** What to do about the alarms, one sentence each. */
export function deedsOf(operations: readonly OperationView[]): readonly string[] {
  const alarms = operations.filter(({ verdict }) => verdict === "alarm");
  const has = (...kinds: readonly string[]) =>
    alarms.some(({ operation }) => kinds.includes(operation));
  return [
    ...(alarms.some(({ why }) => why === "undecided")
      ? [
          "Where a record tells of it but explains nothing, ask for that record\u2019s head on paper, or the "
            + "officers\u2019 cards, and compare again.",
        ]
      : []),
    "Find out who did it: the log names the caller\u2019s object ID and address.",
    ...(has("download", "unknown")
      ? [
          "Until it is explained, assume they have the domain: a download can be made for "
            + "anyone\u2019s certificates, and it opens this HSM\u2019s backups forever.",
        ]
      : []),
    ...(has("upload", "transfer-key")
      ? ["Ask whether anyone has made a second HSM with these keys, and where it is."]
      : []),
    "Remove the role Managed HSM Administrator from everyone who does not need it today.",
    "Keep the exported file with the record of the last ceremony, and tell whoever is responsible "
      + "for security.",
  ];
}

const DONE: Readonly<Record<OperationView["operation"], string>> = {
  download: "The security domain was downloaded",
  upload: "A security domain was uploaded",
  "transfer-key": "An exchange key was fetched",
  unknown: "An operation unknown to this app was done on the security domain",
};

/** The word before each line. */
export const VERDICTS: Readonly<Record<OperationView["verdict"], string>> = {
  alarm: "not explained",
  tried: "refused",
  explained: "explained",
  unlogged: "not in the log",
};

/** One operation as a sentence. */
export function operationLine(one: OperationView): string {
  const { operation, hsm, at, caller, address } = one;
  const when = at === "" ? RECONCILE.notSaid : `${shortDay(at)}, ${clockTime(at)} UTC`;
  const what = `${DONE[operation]}: ${hsm}, ${when}`;
  if (one.verdict === "unlogged")
    return `${what}. ${ceremonyLine(one)} Does the log go back that far?`;
  const who = `by ${caller === "" ? RECONCILE.nobody : caller}, from ${
    address === "" ? RECONCILE.nowhere : address
  }`;
  return `${what}, ${who}. ${ceremonyLine(one)}`;
}

function ceremonyLine({ ceremony, verdict, why, notCompared, elsewhere }: OperationView): string {
  if (ceremony === null)
    return verdict === "tried" ? "Azure refused it." : "No record here tells of it.";
  const place = `${ceremonyOf(ceremony)}, entry ${ceremony.entry}`;
  if (why !== "") return `${place}, tells of one in these minutes, but ${WHY[why]}.`;
  const lacking = notCompared.map((what) => NOT_COMPARED[what]).join(", ");
  return `${place}.${elsewhere ? ` ${ELSEWHERE}` : ""}${
    lacking === "" ? "" : ` Not compared: ${lacking}.`
  }`;
}

const ELSEWHERE =
  "From another address than other events of this ceremony: ask whether that station has two.";

const WHY: Readonly<Record<Exclude<OperationView["why"], "">, string>> = {
  undecided: "explains nothing by itself",
  caller: "someone else had signed in",
  request: "by another request",
  address: "from another address than its other events, and no ID shows that it is its own",
  used: "explains another event",
};

const NOT_COMPARED: Readonly<Record<OperationView["notCompared"][number], string>> = {
  caller: "who did it",
  address: "the address",
  request: "the request",
};

function ceremonyOf({ script, openedAt }: ReconciledCeremony): string {
  const name = ceremonyNames().find((known) => known === script);
  return `${name === undefined ? script : ceremonyTitle(name)} of ${shortDay(openedAt)}`;
}

const LACKS: Readonly<Record<UndecidedRecord["lack"], string>> = {
  open: "it is not closed",
  aborted: "it was aborted",
  paper: "it is closed on paper, and the record cannot show who signed",
  anchor: "neither its head nor the cards of all its signers were entered",
  refused: "it is refused",
};

/** A record that decides nothing, and why. */
export const undecidedLine = (record: UndecidedRecord): string =>
  `${ceremonyOf(record)}: ${LACKS[record.lack]}${record.code === "" ? "" : ` (${record.code})`}.`;

/** One row of what is chosen. */
export const chosenLine = ({ kind, name, more }: ChosenLogView): string =>
  kind === "folder"
    ? `${name}, every .json and .jsonl in it`
    : more === 0
      ? name
      : `${name} and ${more} more`;

/** How much was read, and against what. */
export const readLine = ({ files, passedOver, events, records }: ReconcileView): string =>
  `${counted(files, "file", "files")} with ${counted(events, "event", "events")} read, compared with `
  + `${counted(records, "record", "records")}.${
    passedOver === 0 ? "" : ` Not read, because they are no .json or .jsonl: ${passedOver}.`
  }`;

const counted = (n: number, one: string, several: string): string =>
  `${n} ${n === 1 ? one : several}`;

/** The finding in one sentence where there is no alarm. */
export function findingOf({ operations, rehearsal }: ReconcileView): string {
  if (operations.some(({ verdict }) => verdict === "tried")) return RECONCILE.tried;
  if (!operations.some(({ verdict }) => verdict === "explained")) return RECONCILE.found0;
  return rehearsal ? RECONCILE.practised : RECONCILE.fine;
}
