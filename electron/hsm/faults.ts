// Everything that can go wrong between a ceremony and an HSM, and how Azure's own words are shown.
import { Fault, faultTable, type Said, type Speaker } from "../../crypto/index.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";

/** Makes a fault of this room. Azure's words are in `said`, never in the sentence. */
export const fault = faultTable("hsm-faults", {
  "E-HSM-SIZE": "keepReceived",
  "E-HSM-SLOW": "keepReceived",
  "E-HSM-TIMEOUT": "askAgain",
  "E-HSM-NET": "askAgain",
});

/** E-HSM-BODY, and what is wrong with the answer. */
export class UnreadFault extends Fault {
  readonly what: RefusalSentence;

  constructor(what: RefusalSentence) {
    const { code, sentences } = fault("E-HSM-BODY", { what });
    super(code, sentences);
    this.what = what;
  }
}

/** The answer has no such member, or one of another form; its place as in `value.kid`. */
export const unreadMember = (member: string): UnreadFault =>
  new UnreadFault(sentence("hsm-faults.bodyMember", { member }));

/**
 * Text from outside, safe to be shown: printable ASCII, cut to `length` characters, and without the
 * signature of a SAS token, which the other side might repeat.
 */
export const clean = (text: string, length: number): string =>
  text
    .replace(/\bsig(=|%3D)[^&\s"']*/gi, "sig=...")
    .slice(0, length)
    .replace(/[^\x20-\x7e]/g, "?");

const WORDS_MAX = 120;

/** Someone else's words as data, safe to be shown; null if there are none. */
export const saidBy = (by: Speaker, text: string): Said | null =>
  text === "" ? null : { by, words: clean(text, WORDS_MAX) };
