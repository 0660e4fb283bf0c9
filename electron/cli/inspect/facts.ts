// The facts of a file: lines for people, data for programs, and warnings.
import type { JsonObject, Warning } from "../../../crypto/index.ts";

export interface Facts {
  /** What the file is, as a noun. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly data: JsonObject;
  readonly warnings?: readonly Warning[];
}

/** Inspecting also shows what others refuse; each such code is named. */
export const refusedElsewhere = (codes: readonly string[]): readonly Warning[] =>
  codes.map((code) => ({
    code: "W-REFUSED-ELSEWHERE",
    message: `It is shown nevertheless; every step that uses this file refuses it with ${code}.`,
  }));
