// What a recording is: the window's view at one moment, and what main answers there beside views.
import type { Reply } from "../../electron/bridge/contract.ts";
import type { Method } from "../../electron/bridge/methods.ts";
import type { WindowView } from "../../electron/bridge/view.ts";

/** What main answers to a method, while this recording is shown. */
export type Replies = { readonly [M in Method]?: Reply<M> };

export interface Recording {
  /** `SET/STEP/PHASE`: unique, and the name of its pictures. */
  readonly name: string;
  readonly view: WindowView;
  readonly replies: Replies;
}

/** The step's id without the officer's seat: the screens of two seats differ in a name only. */
const stepIn = ({ ceremony }: WindowView): string =>
  (ceremony?.step?.id ?? "").replace(/-\d+$/, "");

/** What is happening in the ceremony that is open, in a word; "" where a step waits to be done. */
function phaseOf(view: WindowView): string {
  const { activity, ceremony } = view;
  if (ceremony === null) return "opening";
  switch (activity.kind) {
    case "calling":
    case "typing":
      return `${activity.kind}-${activity.purpose}`;
    case "working":
      if (activity.waiting !== null) return `waiting-${activity.waiting.what}`;
      return `working-${view.quorum.proven.length}`;
    case "hearing":
    case "idle":
      break;
  }
  if (view.refusal !== null) return `refused-${view.refusal.code.toLowerCase()}`;
  if (view.away !== null) return `away-${view.away.medium}`;
  if (view.resumption !== null) return "resumption";
  if (ceremony.recess !== null) return "recess";
  if (ceremony.closed) return "end";
  if (ceremony.abortDecided || ceremony.aborted !== null) return "aborted";
  if (view.incident !== null) return "incident";
  if (ceremony.isPerformed) return "confirm";
  if (activity.kind !== "hearing") return "";
  return activity.heard ? "heard" : activity.misses > 0 ? "misheard" : activity.phase;
}

/** The name of a view in an open ceremony. */
export const nameOf = (set: string, view: WindowView): string =>
  [set, stepIn(view), phaseOf(view)].filter((part) => part !== "").join("/");

/** Kinds of steps that show the person who confirms them more than what was recorded. */
export const CONFIRMED_BY_MORE: readonly string[] = [
  "open",
  "hand-over",
  "take-over",
  "read-activation",
  "download-domain",
  "prove-quorum",
  "choose",
  "sign-act",
];

/**
 * Views that look alike whatever the ceremony is: the kind of the step, and its phase. While the
 * app works, and where what was recorded is confirmed, the screen is one and the same, but for the
 * words.
 */
export function lookOf({ name, view }: Recording): string {
  const kind = view.ceremony?.step?.action.kind;
  if (kind === undefined || name.startsWith("made/")) return name;
  const phase = phaseOf(view);
  const isOne =
    phase.startsWith("working-") || (phase === "confirm" && !CONFIRMED_BY_MORE.includes(kind));
  return isOne ? phase : `${kind}/${phase}`;
}
