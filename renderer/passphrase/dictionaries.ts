// Word lists and the strength meter: the large part of the window, loaded after the first paint.
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as known } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { printable } from "./left-out.ts";
import { strengthOfPick, pickWords, plainWords, type Fill } from "./random-words.ts";
import { NEEDED_BITS } from "./readiness.ts";

/** Random words for one passphrase, and their strength. */
export interface Proposal {
  readonly words: readonly string[];
  readonly bits: number;
  /** The length of the list they came from. */
  readonly from: number;
  /** How many words are left out of it, and how many bits more there would be with them. */
  readonly without: number;
  readonly lost: number;
}

const WORDS_DRAWN = 7;
/** Longer texts are measured by their beginning: the meter's time grows quadratically. */
const JUDGED_LENGTH = 72;

// Under the name "diceware" the meter weights all words of the list equally.
const { "diceware-common": diceware, "passwords-common": passwords } = known;

let made: ZxcvbnFactory | null = null;

/** The strength of a chosen passphrase in bits, rounded down: log2 of the guesses it takes. */
export function bitsOf(passphrase: string): number {
  const meter = (made ??= new ZxcvbnFactory({
    dictionary: { diceware, passwords, ...english },
    graphs: adjacencyGraphs,
    maxLength: JUDGED_LENGTH,
  }));
  // The meter overrates separators between words, which attackers try first.
  const joined = passphrase.replace(/[ ._,-]/g, "");
  const log10 = [...new Set([passphrase, joined])]
    .filter((text) => text !== "")
    .map((text) => meter.check(text).guessesLog10);
  return log10.length === 0 ? 0 : Math.floor(Math.min(...log10) * Math.log2(10));
}

/** Picks random words from the EFF's long list, as packaged with the meter, but those left out. */
export function propose(fill: Fill): Proposal {
  const all = plainWords(diceware);
  const list = printable(all);
  const bits = strengthOfPick(list.length, WORDS_DRAWN);
  const lost = strengthOfPick(all.length, WORDS_DRAWN) - bits;
  for (;;) {
    const words = pickWords(list, WORDS_DRAWN, fill);
    // One proposal in a few hundred has words so short that the meter refuses it.
    if (bitsOf(words.join(" ")) < NEEDED_BITS) continue;
    return { words, bits, from: list.length, without: all.length - list.length, lost };
  }
}
