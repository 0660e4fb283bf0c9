// Azure's log, chosen by hand, against the records of all ceremonies on this computer.
import type { OperationView, ReconcileView } from "../bridge/reconcile-view.ts";
import { reconcile, type OwnOperation } from "../ceremony/ceremony.ts";
import { readAzureLog, type AuditedOperation } from "../evidence/azure-log.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import type { StationRole } from "./station-role.ts";
import { storedCeremonies, type StoredCeremony } from "./ceremony-store.ts";

/**
 * Null where nobody chose a file. Unfinished and aborted ceremonies count too: what they did to a
 * domain was done.
 * @throws Fault E-AUDIT-LOG, E-AUDIT-FORM
 */
export async function reconciled(
  { chooseLogs }: Pick<DeskOptions, "chooseLogs">,
  { root }: Pick<StationRole, "root">,
): Promise<ReconcileView | null> {
  const files = await chooseLogs().catch((): never => {
    throw fault("E-AUDIT-LOG");
  });
  return files === null ? null : against(files, storedCeremonies(root));
}

/** @throws Fault E-AUDIT-FORM */
function against(files: readonly Uint8Array[], all: readonly StoredCeremony[]): ReconcileView {
  const logs = files.map(readAzureLog);
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
