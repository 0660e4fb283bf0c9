// Azure's log, chosen by hand, against the records of all ceremonies on this computer. It runs in
// the checker's process.
import type { OperationView, ReconcileView } from "../bridge/reconcile-view.ts";
import { reconcile, type OwnOperation } from "../ceremony/ceremony.ts";
import { readAzureLog, type AuditedOperation, type AzureLog } from "../evidence/azure-log.ts";
import { readPlain } from "../disk/read-plain.ts";
import { fault } from "./faults.ts";
import { storedCeremonies, type StoredCeremony } from "./ceremony-store.ts";

/** All files together, as in `sd reconcile`. */
const LOG_BYTES_MAX = 256 * 1024 * 1024;

/**
 * Unfinished and aborted ceremonies count too: what they did to a domain was done.
 * @param paths of exported files
 * @param root the folder of this computer's records
 * @param told how many bytes were read, of how many
 * @throws Fault E-AUDIT-LOG, E-AUDIT-FORM, E-AUDIT-MANY
 */
export function reconciled(
  paths: readonly string[],
  root: string,
  told: (done: number, of: number) => void = () => undefined,
): ReconcileView {
  const files = read(paths);
  const of = files.reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  const logs = files.map((file) => {
    const log = readAzureLog(file, (bytes) => told(done + bytes, of));
    done += file.length;
    return log;
  });
  return against(logs, storedCeremonies(root));
}

/** @throws Fault E-AUDIT-LOG for what is no plain file, or too large with the others */
function read(paths: readonly string[]): readonly Uint8Array[] {
  let left = LOG_BYTES_MAX;
  return paths.map((path) => {
    const bytes = plainFile(path, left);
    if (bytes === null) throw fault("E-AUDIT-LOG");
    left -= bytes.length;
    return bytes;
  });
}

function plainFile(path: string, max: number): Uint8Array | null {
  try {
    return readPlain(path, max);
  } catch {
    return null;
  }
}

function against(logs: readonly AzureLog[], all: readonly StoredCeremony[]): ReconcileView {
  const records = all.filter(({ entries }) => entries.length > 0);
  const found = reconcile(
    logs.flatMap(({ operations }) => operations),
    records.map(({ entries }) => entries),
  );
  const placeOf = ({ record, seq }: OwnOperation): OperationView["ceremony"] => {
    const [first] = records[record]?.entries ?? [];
    const script = records[record]?.ceremony.script ?? "";
    return { script, openedAt: first?.at ?? "", entry: seq };
  };
  return {
    rehearsal: records.some(({ state }) => state.opened?.mode === "REHEARSAL"),
    records: records.length,
    events: logs.reduce((sum, { events }) => sum + events, 0),
    operations: [
      ...found.unexplained.map((one) => viewOf(one, "alarm", null)),
      ...found.tried.map((one) => viewOf(one, "tried", null)),
      ...found.unlogged.map((own): OperationView => ({
        verdict: "unlogged",
        operation: own.operation,
        at: new Date(own.at).toISOString(),
        hsm: own.hsm,
        caller: "",
        address: "",
        ceremony: placeOf(own),
      })),
      ...found.explained.map(({ logged, own }) => viewOf(logged, "explained", placeOf(own))),
    ],
  };
}

/** What the log says is text of others: short, and printable ASCII. */
const plain = (text: string): string => text.slice(0, 100).replace(/[^\x20-\x7e]/g, "?");

const viewOf = (
  { operation, at, hsm, caller, address }: AuditedOperation,
  verdict: OperationView["verdict"],
  ceremony: OperationView["ceremony"],
): OperationView => ({
  verdict,
  operation,
  ceremony,
  at: at === null ? "" : new Date(at).toISOString(),
  hsm: plain(hsm),
  caller: plain(caller),
  address: plain(address),
});
