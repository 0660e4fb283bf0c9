// What the minutes say of a record that is not closed.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const EXPECTATIONS: Sentences = {
  "The record is not closed: nobody has signed it.":
    "Das Protokoll ist nicht geschlossen: Niemand hat es unterschrieben.",
};
