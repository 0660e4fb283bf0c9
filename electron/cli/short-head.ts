// A head of which few words were given, where the words are all there is.
import { isShortHead, type Verdict } from "../journal/verify.ts";

/** What to say of it; nothing where enough were given, or none. */
export const shortHeadLines = (verdict: Verdict, head: string | null): readonly string[] =>
  head === null || !isShortHead(verdict, head)
    ? []
    : [
        "Fewer than sixteen of its words were given: whoever wrote this record could have made two"
          + " with the same ones.",
      ];
