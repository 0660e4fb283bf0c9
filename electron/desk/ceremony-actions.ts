// What people do around a step: confirm it, note an exception, recess, change a seat, abort.
import { kindOf } from "../../ceremony-scripts/index.ts";
import { isFault } from "../../crypto/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import { fault as ceremonyFault, type Participant } from "../ceremony/ceremony.ts";
import { isDecidable } from "../meaning/meaning.ts";
import { confirm } from "../session/confirm.ts";
import { acceptPoints } from "../usecases/accept-points.ts";
import { acceptRefusal } from "../usecases/accept-refusal.ts";
import { changeSeat } from "../usecases/change-seat.ts";
import { closeCeremony } from "../usecases/close-ceremony.ts";
import { closeOnPaper } from "../usecases/close-on-paper.ts";
import { beginRecess, endRecess } from "../usecases/recess.ts";
import { begin } from "../usecases/turn.ts";
import { fault } from "./faults.ts";
import type { StepRun } from "./step-run.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

/**
 * The second person confirms the performed step.
 * @param heard the words heard before; "" if there are none
 */
export async function confirmAt(open: OpenCeremony, step: string, heard: string): Promise<void> {
  await confirm(open.writer, step, heard);
  open.settle();
}

/**
 * A step with words begins when the first is heard, not with the last press: its time in the record
 * is the time it took, and includes wrong words.
 * @throws Fault E-STATE*, E-CLOCK-BACK
 */
export function beginHearing({ deps, step, state }: OpenCeremony): void {
  if (step !== null && state.performed === null && kindOf(step.action.kind).hears !== null)
    begin(deps, step.action.kind, step.seat);
}

/**
 * Notes an exception, even while a step runs, but not while an officer is called or types.
 * Repeating the step, or aborting, first stops what runs.
 * @param now RFC 3339, UTC
 * @throws Fault E-DESK-BUSY, E-STATE*, E-EXCEPT-*
 */
export function except(
  open: OpenCeremony,
  run: StepRun,
  exception: RequestOf<"except">,
  now: string,
): void {
  if (run.seat.kind !== "empty") throw fault("E-DESK-BUSY");
  open.except(exception, now);
  if (exception.decision === "continue") return;
  if (run.progress === null) open.settle();
  else run.stop();
}

/**
 * Two people decide to continue despite the refusal on the screen.
 * @throws Fault E-DESK-STALE, E-ACCEPT-*
 */
export function accept(open: OpenCeremony, run: StepRun, { decidedBy }: RequestOf<"accept">): void {
  if (run.refusal?.canBeAccepted !== true) throw fault("E-DESK-STALE");
  acceptRefusal(open.deps, { code: run.refusal.code, decidedBy });
  run.forget();
}

/** Two people accept points of the pre-flight. @throws as `acceptPoints` */
export function acceptFound(
  { deps, step }: OpenCeremony,
  { points, decidedBy }: RequestOf<"points">,
): void {
  const kind = step?.action.kind;
  acceptPoints(deps, { points, decidedBy }, kind === "download-domain" ? kind : "read-activation");
}

/** Does what a form asks for. A refusal of the ceremony is recorded like every other. */
export async function refusalsNoted(open: OpenCeremony, work: () => unknown): Promise<void> {
  const step = open.runningStep.id;
  try {
    await work();
  } catch (error) {
    if (isFault(error) && !error.code.startsWith("E-DESK-"))
      open.note({ type: "refused", by: "app", data: { step, code: error.code } });
    throw error;
  }
}

/** Does what may be refused at once; if two people may continue despite a rule, the screen asks them. */
export async function unlessOverruled(
  open: OpenCeremony,
  run: StepRun,
  step: string,
  work: () => unknown,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isFault(error) || !error.overrulable || !isDecidable(error.code)) throw error;
    run.refused(open, step, error);
  }
}

/** @throws Fault E-STATE*, E-RECESS-* */
export function recess(open: OpenCeremony, { on, seals }: RequestOf<"recess">): void {
  if (on) beginRecess(open.writer, seals);
  else endRecess(open.writer, seals);
}

/** @throws Fault E-STATE*, E-SEAT-*, E-ROLE-* */
export function change(open: OpenCeremony, request: RequestOf<"change">): void {
  const { role, toRole } = request as Readonly<Record<"role" | "toRole", Participant["role"]>>;
  const people = open.state.opened?.participants ?? [];
  const from = people.find((person) => person.role === role)?.name ?? "";
  changeSeat(open.writer, { ...request, role, toRole, from });
}

/**
 * Closes an aborted ceremony: with the signatures of those who have a key, or on paper.
 * @throws Fault E-DESK-STALE, E-STATE*, E-CLOSE-*, E-ROOM-WITNESS
 */
export async function end(
  open: OpenCeremony,
  run: StepRun,
  { how, witnessed }: RequestOf<"end">,
): Promise<void> {
  const { aborted, opened, closed } = open.state;
  if (aborted === null || closed) throw fault("E-DESK-STALE");
  open.tell();
  if (how === "paper") {
    closeOnPaper(open.writer, { present: (opened?.participants ?? []).map(({ role }) => role) });
    await open.deliver();
    return;
  }
  if (open.writer.station !== "offline") throw ceremonyFault("E-STATE-STATION");
  witness(open, "abort", witnessed);
  const closing = { id: "abort", kind: "close", seat: null } as const;
  run.begin(open, closing, () => closeCeremony(open.writer));
}

/** What the witness saw of the room before secrets are typed. @throws Fault E-ROOM-WITNESS */
export function witness(
  open: OpenCeremony,
  step: string,
  witnessed: RequestOf<"perform">["witnessed"],
): void {
  if (witnessed?.projector !== true || !witnessed.camera) throw fault("E-ROOM-WITNESS");
  open.note({ type: "room-witnessed", by: "witness", data: { step, ...witnessed } });
}
