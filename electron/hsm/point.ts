// One thing that must hold before or after an activation: what was found, and what to do.
import type { Value } from "../text/sentence.ts";

/** `decide`: two people must know it to continue; `wrong`: it must not continue. */
export interface Point<Name extends string = string> {
  readonly point: Name;
  readonly verdict: "good" | "decide" | "wrong";
  readonly sentence: Value;
  /** What to do; empty if the point is met. */
  readonly next: Value;
}

export const good = <Name extends string>(point: Name, sentence: Value): Point<Name> => ({
  point,
  verdict: "good",
  sentence,
  next: "",
});
export const wrong = <Name extends string>(
  point: Name,
  sentence: Value,
  next: Value,
): Point<Name> => ({ point, verdict: "wrong", sentence, next });
export const decide = <Name extends string>(
  point: Name,
  sentence: Value,
  next: Value,
): Point<Name> => ({ point, verdict: "decide", sentence, next });
