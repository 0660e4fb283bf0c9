// How simulated people perform and confirm a step.
import { isFault } from "../../crypto/index.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import { preflightView, type CeremonyView } from "../ceremony/ceremony.ts";
import { confirm } from "../session/confirm.ts";
import { NOTHING_AT_HAND, perform } from "../session/perform.ts";
import { acceptPoints } from "../usecases/accept-points.ts";
import type { Deps } from "../usecases/deps.ts";
import { noteException } from "../usecases/note-exception.ts";
import { currentView, stateOf } from "../usecases/turn.ts";
import { answerTo, heardAtOpening, heardIn, writeDown } from "./answers.ts";
import { photographBags } from "./photographs.ts";
import { stateOf as stateIn, type RehearsedStep } from "./rehearsed-step.ts";

const TWO = ["administrator", "witness"] as const;

/**
 * Performs the step unless that is done, then confirms it if it waits for that. If a key was
 * already on a medium, two of the simulated people decide first.
 */
export async function actAndConfirm(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const { deps, step } = rehearsed;
  decideIncident(deps);
  const isPerformed = deps.record.open !== null && stateIn(rehearsed).performed === step.id;
  const performed = isPerformed ? currentView(deps) : await performAs(rehearsed);
  if (performed.isPerformed && !isPerformed) await photographBags(rehearsed);
  decideIncident(deps);
  const view = performed.isPerformed ? currentView(deps) : performed;
  if (!view.isPerformed) return view;
  return confirm(deps, step.id, await heardAtOpening(rehearsed));
}

/** Performs the step with what these people enter. @throws Fault those of its use case */
export async function performAs(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const { deps, step, plan } = rehearsed;
  const heard = await heardIn(rehearsed);
  const input = await answerTo(rehearsed);
  const atHand = {
    ...NOTHING_AT_HAND,
    heard,
    bits: plan.bits,
    earlier: plan.earlier,
    anchor: plan.anchor,
    backup: plan.backup ?? NOTHING_AT_HAND.backup,
    part: plan.parts.get(step.seat ?? 0) ?? NOTHING_AT_HAND.part,
  };
  try {
    return await writeDown(rehearsed, await perform(deps, step, input, atHand));
  } catch (error) {
    const again = { ...input, ...decided(deps, step, error) };
    return writeDown(rehearsed, await perform(deps, step, again, atHand));
  }
}

/**
 * What two of the people decide if the app lets them, after it was said aloud: they accept what
 * they must know before the activation; and a domain whose answer was lost is downloaded again.
 * Every other refusal is rethrown.
 */
function decided(deps: Deps, { action }: Step, error: unknown): object {
  if (!isFault(error)) throw error;
  if (error.code === "E-ACTIVATED-NO-SD") {
    const message = `${error.message} ${error.next}`;
    deps.notice({ kind: "warned", code: error.code, message });
    return { againDecidedBy: TWO };
  }
  if (error.code !== "E-PREFLIGHT-DECIDE") throw error;
  const points = (preflightView(stateOf(deps)) ?? [])
    .filter(({ verdict, accepted }) => verdict === "decide" && !accepted)
    .map(({ point }) => ({ point, reason: "REHEARSAL: this HSM is deleted afterwards." }));
  const kind = action.kind === "download-domain" ? action.kind : "read-activation";
  acceptPoints(deps, { points, decidedBy: TWO }, kind);
  return {};
}

function decideIncident(deps: Deps): void {
  const incident = deps.record.open === null ? null : stateOf(deps).incident;
  if (incident === null) return;
  noteException(deps, {
    expected: "No private key or share is on a medium between the stations.",
    happened: `The medium ${incident.medium} contained one.`,
    decided:
      "The medium was taken away and cleaned in front of the witness; the key counts as exposed, "
      + "and its officer is replaced.",
    decidedBy: TWO,
    decision: "continue",
  });
}
