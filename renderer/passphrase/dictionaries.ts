// The big half of the window: word lists and the strength meter. Loaded after the first paint.
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as known } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { bitsOfDrawing, drawWords, plainWords, type Fill } from "./word-draw.ts";
import { NEEDED_BITS } from "./readiness.ts";

/** Words drawn for one passphrase, and what they are worth. */
export interface Proposal {
  readonly words: readonly string[];
  readonly bits: number;
  /** How many words they were drawn from. */
  readonly from: number;
}

const WORDS_DRAWN = 7;
/** Longer texts are measured by their beginning: the meter's time grows with the square. */
const JUDGED_LENGTH = 72;

// "diceware" is the name under which the meter counts each word of the list alike.
const { "diceware-common": diceware, "passwords-common": passwords } = known;

let made: ZxcvbnFactory | null = null;

/** The bits of a passphrase that somebody chose, rounded down: log2 of the guesses it takes. */
export function bitsOf(passphrase: string): number {
  const meter = (made ??= new ZxcvbnFactory({
    dictionary: { diceware, passwords, ...english },
    graphs: adjacencyGraphs,
    maxLength: JUDGED_LENGTH,
  }));
  // The meter pays well for the signs between words, which every guesser tries first.
  const joined = passphrase.replace(/[ ._,-]/g, "");
  const log10 = [passphrase, joined]
    .filter((text) => text !== "")
    .map((text) => meter.check(text).guessesLog10);
  return log10.length === 0 ? 0 : Math.floor(Math.min(...log10) * Math.log2(10));
}

/** Draws words from the EFF's long list, as it stands in the meter's own package. */
export function propose(fill: Fill): Proposal {
  const list = plainWords(diceware);
  for (;;) {
    const words = drawWords(list, WORDS_DRAWN, fill);
    // One drawing in some hundreds is of words so short that the meter refuses it.
    if (bitsOf(words.join(" ")) < NEEDED_BITS) continue;
    return { words, bits: bitsOfDrawing(list.length, WORDS_DRAWN), from: list.length };
  }
}
