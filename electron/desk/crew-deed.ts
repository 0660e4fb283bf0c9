// What the simulated crew would do next: from the window's view alone, as people do.
import { kindOf } from "../../ceremony-scripts/index.ts";
import type { CrewDeed } from "../bridge/crew-view.ts";
import type { WindowView } from "../bridge/view.ts";
import { officerOf } from "../ceremony/ceremony.ts";

/** One thing that one of the crew does. */
export interface Deed {
  readonly what: CrewDeed;
  readonly by: string;
  /** The step of it; "" before a ceremony has one. */
  readonly step: string;
  /** The seat of the officer who comes, or the line that is read; else 0. */
  readonly at: number;
}

/**
 * The next deed; null if it is not the crew's turn.
 * @param takes whether the crew has this role's seat
 */
export function deedOf(view: WindowView, takes: (role: string) => boolean): Deed | null {
  const { ceremony, activity } = view;
  const step = ceremony?.step ?? null;
  if (ceremony === null || step === null || needsPeople(view)) return null;
  const deed = (what: CrewDeed, by: string, at = 0): Deed | null =>
    takes(by) ? { what, by, step: step.id, at } : null;
  if (activity.kind === "calling") return deed("come", officerOf(activity.seat), activity.seat);
  if (activity.kind === "typing" || activity.kind === "working") return null;
  if (view.resumption !== null) return deed("resume", "witness");
  if (view.refusal !== null)
    return takes("witness") && isToDecide(view) ? deed("decide", "administrator") : null;
  if (ceremony.isPerformed && activity.kind !== "hearing") return deed("confirm", step.confirm);
  // Officers write on their own cards; the witness writes everything else.
  if (activity.kind === "hearing" && activity.phase === "copy")
    return deed("write", kindOf(step.action.kind).hears === "certificate" ? step.by : "witness");
  if (activity.kind === "hearing" && !activity.heard)
    return deed("read", step.by, activity.lines.length);
  // Before someone types, the witness checks the room: the crew does not do that for a person.
  const mayType = takes("witness") || !kindOf(step.action.kind).typed;
  // An officer's own bags or trouble are left to a person in that seat.
  const whose = step.seat === undefined ? "" : officerOf(step.seat);
  const isSomebodys = ceremony.people.some(({ role }) => role === whose) && !takes(whose);
  // People, if any, choose: no rule of a step says which way.
  const isChoice =
    step.action.kind === "choose" && ceremony.people.some(({ role }) => !takes(role));
  return mayType && !isSomebodys && !isChoice ? deed("perform", step.by) : null;
}

/** A decision for which the crew has no answer. */
export const needsPeople = ({ ceremony, incident, away, activity }: WindowView): boolean =>
  ceremony?.recess !== null
  || ceremony.closed
  || ceremony.abortDecided
  || ceremony.aborted !== null
  || incident !== null
  || away !== null
  || (activity.kind === "hearing" && activity.misses > 0);

/** The points of the pre-flight that the crew can accept with a reason. */
export const isToDecide = ({ refusal }: Pick<WindowView, "refusal">): boolean =>
  refusal?.code === "E-PREFLIGHT-DECIDE";

/** Whether both are the same deed: a planned one is done only if nothing came between. */
export const isSame = (a: Deed | null, b: Deed | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
