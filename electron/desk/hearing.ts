// Hearing a digest: it is read aloud from paper and picked from scrambled words, so that silence
// cannot pass. Words still to be heard are never sent to the window.
import { hexWords, toWords } from "../../crypto/index.ts";
import type { AttestationView, HearingView } from "../bridge/view.ts";

/** Words of a SHA-256: eight lines of four. */
const LINE = 4;
const CHOICES = 12;

export class Hearing {
  readonly #of: HearingView["of"];
  readonly #words: readonly string[];
  readonly #copies: boolean;
  readonly #random: (length: number) => Uint8Array;
  /** The attestation of the key that is read aloud, if checked: another one once files are brought. */
  attestation: AttestationView | null;
  #phase: HearingView["phase"];
  #heard = 0;
  #misses = 0;
  #choices: readonly string[] = [];

  /**
   * @param copies whether the words are first shown, to be written on paper
   * @param attestation of the key that is read aloud, if checked
   */
  constructor(
    of: HearingView["of"],
    digest: string,
    copies: boolean,
    random: (length: number) => Uint8Array,
    attestation: AttestationView | null = null,
  ) {
    this.attestation = attestation;
    this.#of = of;
    this.#words = hexWords(digest);
    this.#copies = copies;
    this.#random = random;
    this.#phase = copies ? "copy" : "pick";
    this.#scramble();
  }

  /** All words were heard. */
  get done(): boolean {
    return this.#heard === this.#words.length;
  }

  /** The words, once heard: a use case compares them with its own. */
  get words(): string {
    return this.#words.slice(0, this.#heard).join(" ");
  }

  copied(): void {
    this.#phase = "pick";
  }

  /** From the first line again; copied words are shown again. */
  again(): void {
    this.#phase = this.#copies ? "copy" : "pick";
    this.#heard = 0;
    this.#misses = 0;
    this.#scramble();
  }

  /** Receives one line. @returns whether it is the next one */
  hear(words: readonly string[]): boolean {
    const wanted = this.#words.slice(this.#heard, this.#heard + LINE);
    const right =
      this.#phase === "pick"
      && wanted.length === LINE
      && wanted.every((word, i) => word === words[i]);
    if (right) this.#heard += LINE;
    this.#misses = right ? 0 : this.#misses + 1;
    this.#scramble();
    return right;
  }

  get view(): HearingView {
    const shown = this.#phase === "copy" ? this.#words : this.#words.slice(0, this.#heard);
    return {
      of: this.#of,
      phase: this.#phase,
      lines: inLines(shown),
      choices: this.#phase === "pick" && !this.done ? this.#choices : [],
      canShow: this.#copies,
      misses: this.#misses,
      heard: this.done,
      attestation: this.attestation,
    };
  }

  /**
   * The next line's words among others that sound as likely, shuffled. A repeated word of the line
   * is there twice.
   */
  #scramble(): void {
    const wanted = this.#words.slice(this.#heard, this.#heard + LINE);
    const others = new Set<string>();
    while (wanted.length + others.size < CHOICES)
      for (const word of toWords(this.#random(CHOICES)))
        if (wanted.length + others.size < CHOICES && !wanted.includes(word)) others.add(word);
    this.#choices = shuffled([...wanted, ...others], this.#random);
  }
}

function inLines(words: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(words.length / LINE) }, (_, i) =>
    words.slice(i * LINE, (i + 1) * LINE),
  );
}

/** Sorted by random numbers of 32 bits. */
function shuffled(
  words: readonly string[],
  random: (length: number) => Uint8Array,
): readonly string[] {
  const keyed = words.map((word) => {
    const [a = 0, b = 0, c = 0, d = 0] = random(LINE);
    return { word, key: ((a * 256 + b) * 256 + c) * 256 + d };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ word }) => word);
}
