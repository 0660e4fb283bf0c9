// The warning about a head of few words, if the words are all there is.
import { isShortHead, type Verdict } from "../journal/verify.ts";

/** The warning lines; empty if enough were given, or none. */
export const shortHeadLines = (verdict: Verdict, head: string | null): readonly string[] =>
  head === null || !isShortHead(verdict, head)
    ? []
    : [
        "Fewer than sixteen of its words were given: the author of this record could have made two"
          + " with the same ones.",
      ];
