// What the simulated crew would do next: read from the window's view alone, as people do.
import { kindOf } from "../../ceremony-scripts/index.ts";
import type { CrewDeed } from "../bridge/crew-view.ts";
import type { WindowView } from "../bridge/view.ts";
import { officerOf } from "../ceremony/ceremony.ts";

/** One thing that somebody of the crew does. */
export interface Deed {
  readonly what: CrewDeed;
  readonly by: string;
  /** The step in which it is done; "" before a ceremony has one. */
  readonly step: string;
  /** The officer's seat of who comes, the line that is read; else 0. */
  readonly at: number;
}

/**
 * The next deed, or null where it is not the crew's turn.
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
  // Officers write on their own cards; everything else is written by the witness.
  if (activity.kind === "hearing" && activity.phase === "copy")
    return deed("write", kindOf(step.action.kind).hears === "certificate" ? step.by : "witness");
  if (activity.kind === "hearing" && !activity.heard)
    return deed("read", step.by, activity.lines.length);
  // Before somebody types, the witness looks round the room: a person's word is not given for them.
  const mayType = takes("witness") || !kindOf(step.action.kind).typed;
  // What is about an officer's own bags or trouble is left to a person who sits there as that officer.
  const whose = step.seat === undefined ? "" : officerOf(step.seat);
  const isSomebodys = ceremony.people.some(({ role }) => role === whose) && !takes(whose);
  // Where people sit, they choose: which way is nothing that a step's rules say.
  const isChoice =
    step.action.kind === "choose" && ceremony.people.some(({ role }) => !takes(role));
  return mayType && !isSomebodys && !isChoice ? deed("perform", step.by) : null;
}

/** Something is to be decided that a crew has no answer to. */
export const needsPeople = ({ ceremony, incident, away, activity }: WindowView): boolean =>
  ceremony?.recess !== null
  || ceremony.closed
  || ceremony.abortDecided
  || ceremony.aborted !== null
  || incident !== null
  || away !== null
  || (activity.kind === "hearing" && activity.misses > 0);

/** The points of the pre-flight, of each of which the crew can say why it goes on. */
export const isToDecide = ({ refusal }: Pick<WindowView, "refusal">): boolean =>
  refusal?.code === "E-PREFLIGHT-DECIDE";

/** Whether both are the same deed: what was to be done is done only if nothing came between. */
export const isSame = (a: Deed | null, b: Deed | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
