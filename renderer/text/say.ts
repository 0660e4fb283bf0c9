// Says sentences in the language of the window.
import { saidIn, sentence, type Given, type Id, type Value } from "../../electron/text/text.ts";
import { currentLanguage } from "./language.ts";

/** The text of a sentence. */
export const say = <const I extends Id>(id: I, ...given: Given<I>): string =>
  said(sentence(id, ...given));

/** The text of a sentence given as data, or of a value in one. */
export const said = (value: Value): string => saidIn(currentLanguage(), value);
