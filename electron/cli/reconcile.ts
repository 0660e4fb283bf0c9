// `sd reconcile`: Azure's log against our records. Anything that no reliable record explains is an
// alarm.
import { isFault, type Fault } from "../../crypto/index.ts";
import {
  fold,
  reconcile as compare,
  type EventData,
  type NotExplaining,
  type OwnOperation,
  type Unexplained,
} from "../ceremony/ceremony.ts";
import type { AuditedOperation } from "../evidence/azure-log.ts";
import type { Verdict } from "../journal/verify.ts";
import {
  cardIn,
  rely,
  relyOnAll,
  type Lack,
  type Reliance,
  type OwnScript,
} from "../meaning/reliance.ts";
import { usage, type Given } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { readLogs } from "./log-files.ts";
import type { Outcome } from "./shared/outcome.ts";
import { ownScript, verdictAt } from "./shared/record-file.ts";
import { shown } from "./shared/shown.ts";
import { spokenHead } from "./shared/spoken.ts";

const NAMES: Readonly<Record<AuditedOperation["operation"], string>> = {
  download: "security domain downloaded",
  upload: "security domain uploaded",
  "transfer-key": "exchange key fetched",
  unknown: "operation on the security domain",
};

/** A record and whether it decides: `rehearsal` is one of a rehearsal, and the log is not. */
interface Weighed extends Omit<Reliance, "lack"> {
  readonly opened: EventData["opened"];
  readonly openedAt: string;
  readonly lack: Lack | "rehearsal" | null;
}

/**
 * @returns exit code 1 if something was done that no record explains, or a record is refused
 * @throws Fault E-USAGE, E-FILE-*, E-AUDIT-FORM, -FILES, -SIZE, -MANY; E-HEAD-*, E-SIGNER-*,
 * E-LOG-HEAD, E-SCRIPT-*
 */
export function reconcile(given: Given): Outcome {
  const { files, passedOver, logs, repeated } = readLogs(given.words);
  const own = ownScript(given);
  const verdicts: Verdict[] = [];
  for (const place of given.values.get("--record") ?? []) {
    try {
      const { verdict } = verdictAt(place, "--record");
      rely(verdict, { own });
      fold(verdict.entries);
      verdicts.push(verdict);
    } catch (error) {
      if (!isFault(error)) throw error;
      return refusedRecord(verdicts.length, error);
    }
  }
  const records = weighed(verdicts, given, own);
  const { events, operations } = logs;
  const found = compare(
    operations,
    records.map(({ verdict, lack }) => ({ entries: verdict.entries, decides: lack === null })),
  );
  const isRehearsal = given.values.has("--rehearsal");
  const n = found.unexplained.length;
  const told = (words: string) => (one: Unexplained<AuditedOperation>) => [
    `${words}${lineOf(one.logged)}`,
    ...namedLines(one, records),
  ];
  return {
    text: [
      ...(isRehearsal
        ? ["These are records of a REHEARSAL: they explain nothing that was real."]
        : []),
      `Files read: ${String(files)}.${
        passedOver === 0 ? "" : ` Passed over, because they are not .json or .jsonl: ${passedOver}.`
      }`,
      `Events in the log: ${String(events)}; of a security domain: ${String(operations.length)}.${
        repeated === 0 ? "" : ` Counted once, though there more often: ${String(repeated)} more.`
      }`,
      ...records.map(recordLine),
      ...found.unexplained.flatMap(told("ALARM, in no record: ")),
      ...found.tried.flatMap(told("Tried and refused, in no record: ")),
      ...found.explained.map(
        ({ logged, own, notCompared, elsewhere }) =>
          `In record ${placeOf(own)}: ${lineOf(logged)}.${elsewhere ? ELSEWHERE : ""} ${
            notCompared.length === 0
              ? "All was compared"
              : `Not compared: ${notCompared.join(", ")}`
          }.`,
      ),
      ...found.unlogged.map(
        (own) =>
          `Not in this log: ${NAMES[own.operation]}, ${placeOf(own)}, `
          + `${new Date(own.at).toISOString()}. Does the log go back that far?`,
      ),
    ].join("\n"),
    data: {
      mode: isRehearsal ? "REHEARSAL" : "PRODUCTION",
      files,
      passedOver,
      events,
      repeated,
      records: records.map(recordData),
      unexplained: found.unexplained.map(unexplainedData),
      tried: found.tried.map(unexplainedData),
      explained: found.explained.map(({ logged, own, notCompared, elsewhere }) => ({
        ...dataOf(logged),
        record: own.record + 1,
        entry: own.seq,
        notCompared: [...notCompared],
        elsewhere,
      })),
      unlogged: found.unlogged.map(({ operation, at, record, seq }) => ({
        operation,
        at: new Date(at).toISOString(),
        record: record + 1,
        entry: seq,
      })),
    },
    ...(n === 0 ? {} : { code: 1, refusal: fault("E-AUDIT-ALARM", { n }) }),
  };
}

/** Nothing is compared with only some of the records: the result would be worth nothing. */
const refusedRecord = (i: number, refusal: Fault): Outcome => ({
  text: `Nothing was compared: record ${String(i + 1)} of those given is refused.`,
  data: { refused: i + 1 },
  code: 1,
  refusal,
});

/** @throws Fault E-USAGE, E-HEAD-*, E-SIGNER-*, E-LOG-HEAD */
function weighed(verdicts: readonly Verdict[], given: Given, own: OwnScript): readonly Weighed[] {
  const heads = headsIn(given.values.get("--head") ?? []);
  const cards = (given.values.get("--officer") ?? []).map(cardIn);
  if (verdicts.length === 0 && heads.length + cards.length > 0)
    throw usage("Heads and cards belong to records: give the records with --record.");
  const all = relyOnAll(verdicts, { heads, cards, own });
  const modes = new Set(all.map((one) => openedIn(one).mode));
  if (modes.size > 1)
    throw usage("Records of rehearsals and of real ceremonies cannot be used together.");
  const isRehearsal = given.values.has("--rehearsal");
  if (isRehearsal && modes.has("PRODUCTION"))
    throw usage("The flag --rehearsal goes with records of rehearsals.");
  return all.map((one) => ({
    ...one,
    opened: openedIn(one),
    openedAt: one.verdict.entries[0]?.at ?? "",
    lack: modes.has("REHEARSAL") && !isRehearsal ? "rehearsal" : one.lack,
  }));
}

const openedIn = ({ verdict }: Reliance): EventData["opened"] =>
  verdict.entries[0]?.data as unknown as EventData["opened"];

/** Each is one value, quoted; single adjacent words are of one head. */
function headsIn(values: readonly string[]): readonly string[] {
  const heads: string[] = [];
  let isRun = false;
  for (const value of values) {
    const isWord = /^[a-z]+$/i.test(value.trim());
    if (isWord && isRun) heads.push(`${heads.pop() ?? ""} ${value}`);
    else heads.push(value);
    isRun = isWord;
  }
  return heads;
}

const VOUCHED: Readonly<Record<NonNullable<Reliance["vouchedBy"]>, string>> = {
  cards: "decides: its signers are those whose cards were given",
  head: "decides: its head is one that was given",
  successor: "decides: a record that decides continues it as it ended",
};
const LACKS: Readonly<Record<NonNullable<Weighed["lack"]>, string>> = {
  open: "it is not closed",
  aborted: "it was aborted",
  signers: "fewer officers closed it than had to sign",
  paper: "it is closed on paper, and the record cannot show who signed",
  anchor: "neither its head nor the cards of all its signers were given",
  rehearsal: "it is from a REHEARSAL, and --rehearsal was not given",
};

const recordLine = ({ opened, openedAt, lack, vouchedBy }: Weighed, i: number): string =>
  `Record ${String(i + 1)}: ${shown(opened.script)} of ${shown(opened.hsm)}, ${openedAt}, ${
    lack === null ? VOUCHED[vouchedBy ?? "head"] : `explains nothing by itself: ${LACKS[lack]}`
  }.`;

const recordData = ({ opened, verdict, lack, vouchedBy }: Weighed, i: number) => ({
  record: i + 1,
  script: shown(opened.script),
  hsm: shown(opened.hsm),
  head: spokenHead(verdict),
  lack,
  vouchedBy,
});

const ELSEWHERE =
  " FROM ANOTHER ADDRESS than other operations of this record: ask whether that station has two.";

const NOT_EXPLAINED: Readonly<Record<Exclude<NotExplaining, "undecided">, string>> = {
  caller: "but not for this caller",
  request: "but by another request",
  address: "but from another address than its other operations, and no id shows that it is its own",
  used: "but explains another operation",
};

/** A record that mentions it without explaining it: where people should ask first. */
function namedLines(
  { named }: Unexplained<AuditedOperation>,
  records: readonly Weighed[],
): readonly string[] {
  if (named === null) return [];
  const { own, why } = named;
  const { lack = null } = records[own.record] ?? {};
  const but = why === "undecided" ? `but ${LACKS[lack ?? "anchor"]}` : NOT_EXPLAINED[why];
  return [`  Record ${placeOf(own)}, records one in these minutes, ${but}.`];
}

const timeOf = (at: number | null): string =>
  at === null ? "at an unknown time" : new Date(at).toISOString();

const placeOf = ({ record, seq }: OwnOperation): string =>
  `${String(record + 1)}, entry ${String(seq)}`;

const lineOf = ({ operation, at, hsm, caller, address, name }: AuditedOperation): string =>
  `${NAMES[operation]} (${shown(name)}), ${shown(hsm)}, ${timeOf(at)}, `
  + `by ${shown(caller) || "an unnamed caller"} from ${shown(address) || "an unknown address"}`;

const unexplainedData = ({ logged, named }: Unexplained<AuditedOperation>) => ({
  ...dataOf(logged),
  named:
    named === null ? null : { record: named.own.record + 1, entry: named.own.seq, why: named.why },
});

const dataOf = ({ operation, at, hsm, caller, address, name }: AuditedOperation) => ({
  operation,
  at: at === null ? "" : new Date(at).toISOString(),
  hsm: shown(hsm),
  caller: shown(caller),
  address: shown(address),
  name: shown(name),
});
