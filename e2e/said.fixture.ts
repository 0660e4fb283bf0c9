// Sentences in another language than the tests', as a window in it says them.
import { saidIn, sentence, type Given, type Id } from "../electron/text/text.ts";

/** The German text of a sentence. */
export const inGerman = <const I extends Id>(id: I, ...given: Given<I>): string =>
  saidIn("de", sentence(id, ...given));
