// Points before and after an activation: recorded in English, shown in the reader's language.
import { english, recordedSentence } from "../text/english.ts";
import type { Value } from "../text/sentence.ts";
import type { PointFound } from "./entries/preflight.ts";

/** A point as people read it. */
export interface PointSaid extends Pick<PointFound, "point" | "verdict"> {
  readonly sentence: Value;
  /** What to do; "" if the point is met. */
  readonly next: Value;
}

/** A point as a record has it. */
export const pointRecorded = ({ point, verdict, sentence, next }: PointSaid): PointFound => ({
  point,
  verdict,
  sentence: english(sentence),
  next: english(next),
});

/** A record's point. */
export const pointSaid = ({ sentence, next, ...point }: PointFound): PointSaid => ({
  ...point,
  sentence: recordedSentence(sentence),
  next: recordedSentence(next),
});
