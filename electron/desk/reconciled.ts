// Azure's log, chosen by hand, against the records of all ceremonies on this computer. It runs in
// the checker's process.
import { statSync } from "node:fs";
import { isFault } from "../../crypto/index.ts";
import type { OperationView, ReconcileView, UndecidedRecord } from "../bridge/reconcile-view.ts";
import { reconcile, type OwnOperation, type Unexplained } from "../ceremony/ceremony.ts";
import { jsonFilesAt, type JsonFiles } from "../disk/json-files.ts";
import { readPlain } from "../disk/read-plain.ts";
import {
  eachOnce,
  LOG_LIMITS,
  logTooLarge,
  readAzureLog,
  type AuditedOperation,
  type AzureLog,
} from "../evidence/azure-log.ts";
import { checkSignatures, type Verdict } from "../journal/verify.ts";
import type { OwnScript } from "../meaning/reliance.ts";
import { cardIn, rely, relyOnAll, type Lack } from "../meaning/reliance.ts";
import { scriptsKept } from "../session/script-kept.ts";
import { fault } from "./faults.ts";
import { storedCeremonies, type StoredCeremony } from "./ceremony-store.ts";

/** What people enter from papers and cards: each belongs to one of the records, or more. */
export interface Vouching {
  readonly heads: readonly string[];
  readonly cards: readonly string[];
}

/**
 * Only what is entered now vouches for a record: that a record is here, or that its head was
 * entered here before, proves nothing to someone who does not trust this computer's user.
 * @param places exported files, and folders of them
 * @param root the folder of this computer's records
 * @param told reports how many bytes were read, of how many
 * @throws Fault E-AUDIT-LOG, -FORM, -FILES, -SIZE, -MANY; E-HEAD-*, E-SIGNER-*, E-LOG-HEAD
 */
export function reconciled(
  places: readonly string[],
  vouching: Vouching,
  root: string,
  told: (done: number, of: number) => void = () => undefined,
): ReconcileView {
  const { paths, passedOver } = filesAt(places);
  if (paths.length > LOG_LIMITS.files) throw logTooLarge("files");
  if (paths.length === 0) throw fault("E-AUDIT-LOG");
  const sizes = paths.map(sizeOf);
  const of = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  const logs = paths.map((path, i) => {
    const log = readAzureLog(plainFile(path), (bytes) => told(done + bytes, of));
    done += sizes[i] ?? 0;
    return log;
  });
  const files = paths.length;
  return { files, passedOver, ...against(logs, storedCeremonies(root), vouching) };
}

/** @throws Fault E-AUDIT-LOG */
function filesAt(places: readonly string[]): JsonFiles {
  try {
    return jsonFilesAt(places);
  } catch {
    throw fault("E-AUDIT-LOG");
  }
}

/** @throws Fault E-AUDIT-LOG, E-AUDIT-SIZE */
function sizeOf(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true) throw fault("E-AUDIT-LOG");
  if (status.size > LOG_LIMITS.bytes) throw logTooLarge("bytes");
  return status.size;
}

function plainFile(path: string): Uint8Array {
  try {
    const bytes = readPlain(path, LOG_LIMITS.bytes);
    if (bytes !== null) return bytes;
  } catch {
    // The system's own message is not shown.
  }
  throw fault("E-AUDIT-LOG");
}

/** A record of this computer, and whether it may be relied on. */
interface Weighed {
  readonly stored: StoredCeremony;
  readonly lack: Lack | "refused" | null;
  readonly code: string;
}

function against(
  logs: readonly AzureLog[],
  all: readonly StoredCeremony[],
  vouching: Vouching,
): Omit<ReconcileView, "files" | "passedOver"> {
  const records = weighed(
    all.filter(({ entries }) => entries.length > 0),
    vouching,
    scriptsKept(all.map(({ ceremony }) => ceremony)),
  );
  const found = reconcile(
    eachOnce(logs.flatMap(({ operations }) => operations)).operations,
    records.map(({ stored, lack }) => ({ entries: stored.entries, decides: lack === null })),
  );
  const ceremonyAt = (record: number) => {
    const stored = records[record]?.stored;
    return { script: stored?.ceremony.script ?? "", openedAt: stored?.entries[0]?.at ?? "" };
  };
  const placeOf = ({ record, seq }: OwnOperation) => ({ ...ceremonyAt(record), entry: seq });
  const unexplained = ({ logged, named }: Unexplained<AuditedOperation>): OperationView => ({
    ...viewOf(logged, logged.done ? "alarm" : "tried"),
    ...(named === null ? {} : { ceremony: placeOf(named.own), why: named.why }),
  });
  return {
    rehearsal: records.some(({ stored }) => stored.state.opened?.mode === "REHEARSAL"),
    records: records.length,
    undecided: records.flatMap(({ lack, code }, i): readonly UndecidedRecord[] =>
      lack === null ? [] : [{ ...ceremonyAt(i), lack, code }],
    ),
    events: logs.reduce((sum, { events }) => sum + events, 0),
    operations: [
      ...found.unexplained.map(unexplained),
      ...found.tried.map(unexplained),
      ...found.unlogged.map((own): OperationView => ({
        ...NOTHING_MORE,
        verdict: "unlogged",
        operation: own.operation,
        at: new Date(own.at).toISOString(),
        hsm: own.hsm,
        caller: "",
        address: "",
        ceremony: placeOf(own),
      })),
      ...found.explained.map(({ logged, own, notCompared, elsewhere }) => ({
        ...viewOf(logged, "explained"),
        ceremony: placeOf(own),
        notCompared,
        elsewhere,
      })),
    ],
  };
}

/** Checks whether each record may be relied on; a refused one is reported, and decides nothing. */
function weighed(
  all: readonly StoredCeremony[],
  { heads, cards }: Vouching,
  own: OwnScript,
): readonly Weighed[] {
  const read = all.map((stored) => ({ stored, verdict: goodOrCode(stored, own) }));
  const good = read.flatMap(({ verdict }) => (typeof verdict === "string" ? [] : [verdict]));
  const relied = relyOnAll(good, { heads, cards: cards.map(cardIn), own });
  const lacks = relied.map(({ lack }) => lack).values();
  return read.map(({ stored, verdict }): Weighed => {
    if (typeof verdict === "string") return { stored, lack: "refused", code: verdict };
    const { value, done } = lacks.next();
    return { stored, lack: done === true ? "anchor" : value, code: "" };
  });
}

/** The verdict on its bytes, or the code of what is wrong with it. */
function goodOrCode({ entries }: StoredCeremony, own: OwnScript): Verdict | string {
  try {
    const head = entries.at(-1)?.hash ?? "";
    const verdict = { entries, head, ...checkSignatures(entries) };
    return rely(verdict, { own }).verdict;
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code;
  }
}

/** Text of the log comes from others: short, and printable ASCII. */
const plain = (text: string): string => text.slice(0, 100).replace(/[^\x20-\x7e]/g, "?");

const NOTHING_MORE = { ceremony: null, why: "", notCompared: [], elsewhere: false } as const;

const viewOf = (
  { operation, at, hsm, caller, address }: AuditedOperation,
  verdict: OperationView["verdict"],
): OperationView => ({
  ...NOTHING_MORE,
  verdict,
  operation,
  at: at === null ? "" : new Date(at).toISOString(),
  hsm: plain(hsm),
  caller: plain(caller),
  address: plain(address),
});
