// Points before or after an activation, as `sd hsm` prints and returns them.
import type { JsonObject } from "../../../crypto/index.ts";
import { english } from "../../text/english.ts";
import type { Point } from "../../hsm/point.ts";

const WORDS = { good: "good  ", decide: "DECIDE", wrong: "WRONG " } as const;

/** One line each, and one more if there is something to do. */
export const linesOf = (points: readonly Point[]): readonly string[] =>
  points.flatMap(({ verdict, sentence, next }) => [
    `  ${WORDS[verdict]}  ${english(sentence)}`,
    ...(next === "" ? [] : [`          ${english(next)}`]),
  ]);

export const dataOf = (points: readonly Point[]): readonly JsonObject[] =>
  points.map(({ point, verdict, sentence, next }) => ({
    point,
    verdict,
    sentence: english(sentence),
    next: english(next),
  }));

export const isWrong = (points: readonly Point[]): boolean =>
  points.some(({ verdict }) => verdict === "wrong");
