// `sd reconcile`: Azure's log against our records. What has no ceremony is an alarm.
import { fold, reconcile as compare, type OwnOperation } from "../ceremony/ceremony.ts";
import { readAzureLog, type AuditedOperation } from "../evidence/azure-log.ts";
import { verifyRecord } from "../journal/verify.ts";
import { usage, type Given } from "./arguments.ts";
import { fault } from "./faults.ts";
import { readInput } from "./files.ts";
import type { Outcome } from "./outcome.ts";
import { readRecordAt } from "./record-file.ts";
import { shown } from "./shown.ts";

const LOG_MAX = 256 * 1024 * 1024;

const NAMES: Readonly<Record<AuditedOperation["operation"], string>> = {
  download: "security domain downloaded",
  upload: "security domain uploaded",
  "transfer-key": "exchange key fetched",
  unknown: "operation on the security domain",
};

/**
 * @returns exit code 1 where something was done that no record explains
 * @throws Fault E-USAGE, E-FILE-*, E-AUDIT-FORM, E-LOG-*, E-STATE-RECORD
 */
export function reconcile(given: Given): Outcome {
  const places = given.values.get("--record") ?? [];
  if (given.words.length === 0) throw usage("Give at least one exported file of Azure's log.");
  const files = given.words.map((path) => readAzureLog(readInput(path, "the log", LOG_MAX)));
  const records = places.map((place) => verifyRecord(readRecordAt(place)).entries);
  const modes = new Set(records.map((entries) => fold(entries).opened?.mode));
  if (modes.size > 1)
    throw usage("Records of rehearsals and of real ceremonies cannot be used together.");
  const rehearsal = modes.has("REHEARSAL");
  const operations = files.flatMap((file) => file.operations);
  const found = compare(operations, records);
  const events = files.reduce((sum, file) => sum + file.events, 0);
  const n = found.unexplained.length;
  return {
    text: [
      ...(rehearsal
        ? ["These are records of a REHEARSAL: they explain nothing that was real."]
        : []),
      `Events in the log: ${String(events)}; of a security domain: ${String(operations.length)}.`,
      ...found.unexplained.map((one) => `ALARM, in no record: ${lineOf(one)}`),
      ...found.tried.map((one) => `Tried and refused, in no record: ${lineOf(one)}`),
      ...found.explained.map(({ logged, own }) => `In record ${placeOf(own)}: ${lineOf(logged)}`),
      ...found.unlogged.map(
        (own) =>
          `Not in this log: ${NAMES[own.operation]}, ${placeOf(own)}, `
          + `${new Date(own.at).toISOString()}. Does the log go back that far?`,
      ),
    ].join("\n"),
    data: {
      mode: rehearsal ? "REHEARSAL" : "PRODUCTION",
      events,
      unexplained: found.unexplained.map(dataOf),
      tried: found.tried.map(dataOf),
      explained: found.explained.map(({ logged, own }) => ({
        ...dataOf(logged),
        record: own.record + 1,
        entry: own.seq,
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

const timeOf = (at: number | null): string =>
  at === null ? "at an unknown time" : new Date(at).toISOString();

const placeOf = ({ record, seq }: OwnOperation): string =>
  `${String(record + 1)}, entry ${String(seq)}`;

const lineOf = ({ operation, at, hsm, caller, address, name }: AuditedOperation): string =>
  `${NAMES[operation]} (${shown(name)}), ${shown(hsm)}, ${timeOf(at)}, `
  + `by ${shown(caller) || "an unnamed caller"} from ${shown(address) || "an unknown address"}`;

const dataOf = ({ operation, at, hsm, caller, address, name }: AuditedOperation) => ({
  operation,
  at: at === null ? "" : new Date(at).toISOString(),
  hsm: shown(hsm),
  caller: shown(caller),
  address: shown(address),
  name: shown(name),
});
