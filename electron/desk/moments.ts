// What people do around a step: confirm it, note an exception, recess, change a seat, abort.
import { isFault } from "../../crypto/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import {
  fault as ceremonyFault, type CeremonyView, type Participant,
} from "../ceremony/ceremony.ts";
import { confirm } from "../rehearse/confirm.ts";
import { acceptRefusal } from "../usecases/accept-refusal.ts";
import { changeSeat } from "../usecases/change-seat.ts";
import { closeCeremony } from "../usecases/close-ceremony.ts";
import { closeOnPaper } from "../usecases/close-on-paper.ts";
import { beginRecess, endRecess } from "../usecases/recess.ts";
import { ACTS, isSecret } from "./acts.ts";
import { fault } from "./faults.ts";
import type { Run } from "./run.ts";
import { sasFileOf } from "./storage-way.ts";
import type { Table } from "./table.ts";

/**
 * What the step does that needs nothing but to be done; before a secret one the witness looks.
 * @throws Fault E-DESK-STALE, E-ROOM-WITNESS
 */
export function act(
  table: Table, { step, witnessed, againDecidedBy = [] }: RequestOf<"act">,
): () => CeremonyView | Promise<CeremonyView> {
  const now = table.step;
  const doing = now === null ? undefined : ACTS[now.action.kind];
  if (now === null || doing === undefined) throw fault("E-DESK-STALE");
  table.judgeOpen();
  if (isSecret(now.action.kind, table.deps)) witness(table, step, witnessed);
  const { bits, deps } = table;
  const { ceremony, plan: { backup } } = table.stage;
  const sasFile = sasFileOf(ceremony.folder);
  return () => doing({ deps, step: now, bits, backup, againDecidedBy, sasFile });
}

/** The second person confirms the step that was performed. */
export function confirmAt(table: Table, step: string): void {
  confirm(table.writer, step);
  table.settle();
}

/**
 * Notes an exception, also while a step runs, but not while an officer is called or types. A step
 * that is to be done again, or an abort, stops what runs first.
 * @param now RFC 3339, UTC
 * @throws Fault E-DESK-BUSY, E-STATE*, E-EXCEPT-*
 */
export function except(
  table: Table, run: Run, exception: RequestOf<"except">, now: string,
): void {
  if (run.seat.kind !== "empty") throw fault("E-DESK-BUSY");
  table.except(exception, now);
  if (exception.decision === "continue") return;
  if (run.progress === null) table.settle();
  else run.stop();
}

/**
 * Two people decide to go on in spite of the refusal that is shown.
 * @throws Fault E-DESK-STALE, E-ACCEPT-*
 */
export function accept(table: Table, run: Run, { decidedBy }: RequestOf<"accept">): void {
  if (run.refusal?.canBeAccepted !== true) throw fault("E-DESK-STALE");
  acceptRefusal(table.deps, { code: run.refusal.code, decidedBy });
  run.forget();
}

/** Does what a form asks for. What the ceremony refuses is recorded like every refusal. */
export async function refusalsNoted(table: Table, work: () => unknown): Promise<void> {
  const step = table.stop.id;
  try {
    await work();
  } catch (error) {
    if (isFault(error) && !error.code.startsWith("E-DESK-"))
      table.note({ type: "refused", by: "app", data: { step, code: error.code } });
    throw error;
  }
}

/** @throws Fault E-STATE*, E-RECESS-* */
export function recess(table: Table, { on, seals }: RequestOf<"recess">): void {
  if (on) beginRecess(table.writer, seals);
  else endRecess(table.writer, seals);
}

/** @throws Fault E-STATE*, E-SEAT-*, E-ROLE-* */
export function change(table: Table, request: RequestOf<"change">): void {
  const { role, toRole } = request as Readonly<Record<"role" | "toRole", Participant["role"]>>;
  const people = table.state.opened?.participants ?? [];
  const from = people.find((person) => person.role === role)?.name ?? "";
  changeSeat(table.writer, { ...request, role, toRole, from });
}

/**
 * Closes an aborted ceremony: with the signatures of those who have a key, or on paper.
 * @throws Fault E-DESK-STALE, E-STATE*, E-CLOSE-*, E-ROOM-WITNESS
 */
export async function end(
  table: Table, run: Run, { how, witnessed }: RequestOf<"end">,
): Promise<void> {
  const { aborted, opened, closed } = table.state;
  if (aborted === null || closed) throw fault("E-DESK-STALE");
  table.tell();
  if (how === "paper") {
    closeOnPaper(table.writer, { present: (opened?.participants ?? []).map(({ role }) => role) });
    await table.deliver();
    return;
  }
  if (table.writer.station !== "offline") throw ceremonyFault("E-STATE-STATION");
  witness(table, "abort", witnessed);
  const closing = { id: "abort", kind: "close", seat: null } as const;
  run.begin(table, closing, () => closeCeremony(table.writer));
}

/** What the witness saw of the room before secrets are typed. @throws Fault E-ROOM-WITNESS */
export function witness(
  table: Table, step: string, witnessed: RequestOf<"act">["witnessed"],
): void {
  if (witnessed?.projector !== true || !witnessed.camera) throw fault("E-ROOM-WITNESS");
  table.note({ type: "room-witnessed", by: "witness", data: { step, ...witnessed } });
}
