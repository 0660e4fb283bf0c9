// What the window shows of a rehearsal's simulated crew.
import type { SaidView } from "./said-view.ts";
import type { Refusal } from "../text/refusal.ts";

/** At a pace that can be watched, or as fast as possible. */
export const PACES = ["watch", "fast"] as const;
export type Pace = (typeof PACES)[number];

/** What one of the crew does now, or in a moment; the renderer has a sentence for each. */
export type CrewDeed =
  | "perform"
  | "confirm"
  | "come"
  | "type"
  | "write"
  | "read"
  | "decide"
  | "resume";

export interface CrewView {
  /** Roles that the crew has until people take them back. */
  readonly seats: readonly string[];
  /**
   * How far the crew acts for everyone: "step" or "act" (to the end of it), "end", or the id of the
   * step that is left to people, with every seat; "" if only for its own seats.
   */
  readonly to: string;
  readonly pace: Pace;
  /** `step`: the id of the step in which it is done. */
  readonly doing: { readonly by: string; readonly what: CrewDeed; readonly step: string } | null;
  /** Why it stopped by itself, or null. */
  readonly fault: (Refusal & { readonly code: string; readonly said?: SaidView }) | null;
}
