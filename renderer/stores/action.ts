// What was asked of main and is not answered yet, and the fault of the last answer.
import { create } from "zustand";
import type { AuditView, TimelineRow } from "../../electron/bridge/audit-views.ts";
import type { ReconcileView } from "../../electron/bridge/reconcile-view.ts";
import type { CeremonyName, PrintedView } from "../../electron/bridge/room.ts";
import type { TrainerView } from "../../electron/bridge/trial-views.ts";
import type {
  BridgeFault, Reply, ReplyOf, RequestOf, Viewing,
} from "../../electron/bridge/contract.ts";
import type { Method } from "../../electron/bridge/methods.ts";
import { bridge } from "../bridge.ts";
import { lostBridge } from "../text/refusal.ts";
import { replaceRoom } from "./ceremony.ts";

interface ActionStore {
  readonly pending: Method | null;
  readonly fault: BridgeFault | null;
}

const useStore = create<ActionStore>(() => ({ pending: null, fault: null }));

/** What is being asked now, and what the last question was refused with. */
export const useAction = (): ActionStore => useStore();

/** The code of what the last question was refused with, or null. */
export const lastCode = (): string | null => useStore.getState().fault?.code ?? null;

/** The refusal was read. */
export function forget(): void {
  useStore.setState({ fault: null });
}

/** Asks main for something that answers with a view. True when it was done. */
export async function ask<M extends Viewing>(
  method: M, request: RequestOf<M>,
): Promise<boolean> {
  const reply = await put(method, request);
  if (reply === null || "fault" in reply) return false;
  replaceRoom(reply.ok);
  return true;
}

/** Asks main which closed records it knows, and nobody waits for it. */
export async function askTimeline(): Promise<readonly TimelineRow[]> {
  const reply = await bridge().timeline({}).catch((): Reply<"timeline"> => ({ fault: lostBridge }));
  return "fault" in reply ? [] : reply.ok;
}

/**
 * Asks main to judge the record with this head, or ("") one that is chosen now. Null when there is
 * no answer: refused, or no file was chosen.
 */
export async function askAudit(of: string): Promise<AuditView | null> {
  const reply = await put("audit", { of });
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** Asks main to judge the same once more, with what came another way. Null when it was refused. */
export async function askCompare(request: RequestOf<"compare">): Promise<AuditView | null> {
  const reply = await put("compare", request);
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** Asks main to hold a log of Azure against its records. Null: refused, or no file was chosen. */
export async function askReconcile(): Promise<ReconcileView | null> {
  const reply = await put("reconcile", {});
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** Asks main on which page of the minutes each entry stands, and nobody waits for it. */
export async function askPages(): Promise<ReadonlyMap<number, number>> {
  const reply = await bridge().pages({}).catch((): Reply<"pages"> => ({ fault: lostBridge }));
  return new Map("fault" in reply ? [] : reply.ok);
}

/** Asks main which papers there are, and nobody waits for it. None where there is no record. */
export async function askPapers(): Promise<readonly string[]> {
  const reply = await bridge().papers({}).catch((): Reply<"papers"> => ({ fault: lostBridge }));
  return "fault" in reply ? [] : reply.ok;
}

/** Asks main to write a paper as a PDF. Null when it was refused, or no place was chosen. */
export async function askPaper(name: string): Promise<PrintedView | null> {
  const reply = await put("paper", { name });
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** Asks main to put all evidence where a person chooses. True when it was done. */
export async function askEvidence(): Promise<boolean> {
  const reply = await put("evidence", {});
  return reply !== null && "ok" in reply && reply.ok;
}

/** Asks main to write a script as a PDF. Null when it was refused, or no place was chosen. */
export async function askPrint(ceremony: CeremonyName): Promise<PrintedView | null> {
  const reply = await put("print", { ceremony });
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** Asks main what only the trainer sees. @param done a trial that was done by hand, or "" */
export async function askTrainer(done: string): Promise<TrainerView | null> {
  const reply = await put("trainer", { done });
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** Asks main to save the calendar. True when it was saved. */
export async function askCalendar(): Promise<boolean> {
  const reply = await put("calendar", {});
  return reply !== null && "ok" in reply && reply.ok;
}

/** Asks main which rules these objects do not keep. Null when it was refused. */
export async function askWeigh(request: RequestOf<"weigh">): Promise<ReplyOf<"weigh"> | null> {
  const reply = await put("weigh", request);
  return reply === null || "fault" in reply ? null : reply.ok;
}

/** One question at a time: a second press while one is open asks nothing. */
async function put<M extends Method>(
  method: M, request: RequestOf<M>,
): Promise<Reply<M> | null> {
  if (useStore.getState().pending !== null) return null;
  useStore.setState({ pending: method, fault: null });
  // The bridge has one signature for each method; here it is only known to be one of them.
  const send = bridge()[method] as (request: RequestOf<M>) => Promise<Reply<M>>;
  const reply = await send(request).catch((): Reply<M> => ({ fault: lostBridge }));
  useStore.setState({ pending: null, fault: "fault" in reply ? reply.fault : null });
  return reply;
}
