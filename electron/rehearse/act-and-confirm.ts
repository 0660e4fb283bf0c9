// How simulated people perform and confirm a step.
import { preflightView, type CeremonyView } from "../ceremony/ceremony.ts";
import { confirm } from "../session/confirm.ts";
import { NOTHING_AT_HAND, perform } from "../session/perform.ts";
import { acceptPoints } from "../usecases/accept-points.ts";
import type { Deps } from "../usecases/deps.ts";
import { noteException } from "../usecases/note-exception.ts";
import { currentView, stateOf } from "../usecases/turn.ts";
import { heardAtOpening, heardIn, writeDown } from "./answers.ts";
import { performBy, pointsToAccept, TWO } from "./hands.ts";
import { photographBags, recordFrom } from "./photographs.ts";
import { stateOf as stateIn, type RehearsedStep } from "./rehearsed-step.ts";

/**
 * Performs the step unless that is done, then confirms it if it waits for that. If a key was
 * already on a medium, two of the simulated people decide first.
 */
export async function actAndConfirm(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const { deps, step } = rehearsed;
  decideIncident(deps);
  const isPerformed = deps.record.open !== null && stateIn(rehearsed).performed === step.id;
  const performed = isPerformed ? currentView(deps) : await performAs(rehearsed);
  if (performed.isPerformed && !isPerformed)
    await photographBags(rehearsed, stateOf(deps), (folder) => recordFrom(deps, folder));
  decideIncident(deps);
  const view = performed.isPerformed ? currentView(deps) : performed;
  if (!view.isPerformed) return view;
  return confirm(deps, step.id, await heardAtOpening(rehearsed));
}

/** Performs the step with what these people enter. @throws Fault those of its use case */
export async function performAs(rehearsed: RehearsedStep): Promise<CeremonyView> {
  const { deps, step, plan, onSeals } = rehearsed;
  const atHand = {
    ...NOTHING_AT_HAND,
    heard: await heardIn(rehearsed),
    bits: plan.bits,
    earlier: plan.earlier,
    anchor: plan.anchor,
    stamps: plan.stamps,
    backup: plan.backup ?? NOTHING_AT_HAND.backup,
    part: plan.parts.get(step.seat ?? 0) ?? NOTHING_AT_HAND.part,
  };
  return performBy(rehearsed, {
    perform: async (input) => writeDown(rehearsed, await perform(deps, step, input, atHand)),
    decide: (refusal) => {
      const { code, message, next } = refusal;
      if (code === "E-ACTIVATED-NO-SD")
        deps.notice({ kind: "warned", code, message: `${message} ${next}` });
      if (code === "E-SEALS-CHANGED") onSeals?.(refusal);
      return code !== "E-SEALS-CHANGED" || onSeals !== undefined;
    },
    accept: () => {
      const kind = step.action.kind === "download-domain" ? step.action.kind : "read-activation";
      const points = pointsToAccept(preflightView(stateOf(deps)));
      acceptPoints(deps, { points, decidedBy: TWO }, kind);
    },
  });
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
