// One thing that must hold before or after an activation: what was found, and what to do.

/** `decide`: two people must know it and go on; `wrong`: it must not go on. */
export interface Point<Name extends string = string> {
  readonly point: Name;
  readonly verdict: "good" | "decide" | "wrong";
  readonly sentence: string;
  /** What to do; empty where it is good. */
  readonly next: string;
}

export const good = <Name extends string>(point: Name, sentence: string): Point<Name> => ({
  point,
  verdict: "good",
  sentence,
  next: "",
});
export const wrong = <Name extends string>(
  point: Name,
  sentence: string,
  next: string,
): Point<Name> => ({ point, verdict: "wrong", sentence, next });
export const decide = <Name extends string>(
  point: Name,
  sentence: string,
  next: string,
): Point<Name> => ({ point, verdict: "decide", sentence, next });
