// The layers of a file: its bytes, and everything they unpack or decode to, repeatedly. Each layer
// is searched for every form of a key or a share.
import { sha256Hex, utf8 } from "../../../crypto/index.ts";
import { archiveIn, type ArchiveKind } from "./archive.ts";
import { hasFactor, type Modulus } from "./factors.ts";
import { hasKeyBinary } from "./key-binary.ts";
import { hasKeyDer } from "./key-der.ts";
import { hasKeyText } from "./key-text.ts";
import { packedIn } from "./packed.ts";
import { hasShare, hasShareText, isShareFile } from "./shares.ts";
import { charactersOf, textsIn } from "./text.ts";
import { LimitError } from "./limit-error.ts";
import { unescaped, writtenIn, type Decoded } from "./written.ts";

/**
 * Nested layers. An exchange key's evidence on a medium has eight: the HSM's certificates in base64
 * in a quote in base64 in JSON in base64, each of which may by chance have something that looks
 * like an escape. Decoded data is shorter than its encoding, so only what was packed for the
 * purpose comes near this number.
 */
const DEPTH_MAX = 64;
/** Of all files of a medium together: layers, and bytes in them. */
const LAYERS_MAX = 1_000_000;
const BYTES_MAX = 512 * 1024 * 1024;
/** Shorter bytes are no key and no share in any known form; a SHA-256 has 32. */
const LEAST = 36;

/** What was examined already, of all files. */
export interface Spent {
  layers: number;
  bytes: number;
  /** Clean files and layers by their SHA-256: a certificate is in a record many times. */
  readonly clean: Set<string>;
}

export const nothingSpent = (): Spent => ({ layers: 0, bytes: 0, clean: new Set() });

/** What earlier searches found clean, for each set of keys that they were for, the latest set last. */
const earlier = new Map<string, Set<string>>();
/** So much is remembered: a ceremony's media have a few thousand layers, and few sets of keys. */
const [SETS_MAX, CLEAN_MAX] = [16, 100_000] as const;

/**
 * Nothing spent, with what earlier searches for the same keys found clean: a medium is searched
 * whenever it changes hands, and few of its bytes are new.
 */
export function spentBefore(moduli: readonly Modulus[]): Spent {
  const numbers = moduli.map(({ n }) => n.toString(16)).toSorted();
  const keys = sha256Hex(utf8(numbers.join(" ")));
  const found = earlier.get(keys);
  const clean = found === undefined || found.size >= CLEAN_MAX ? new Set<string>() : found;
  earlier.delete(keys);
  earlier.set(keys, clean);
  for (const oldest of [...earlier.keys()].slice(0, -SETS_MAX)) earlier.delete(oldest);
  return { ...nothingSpent(), clean };
}

/** A hostile medium of a million layers must not fill the memory: what is not remembered is searched again. */
function remember(clean: Set<string>, key: string): void {
  if (clean.size < CLEAN_MAX) clean.add(key);
}

/**
 * The result for one file. Not `isSearched` if a limit ended the search: it may contain anything.
 */
export interface Look {
  readonly isSecret: boolean;
  readonly archive: ArchiveKind | null;
  readonly isSearched: boolean;
}

/**
 * Whether a private key or a share is in a file, in any of its layers.
 * @param moduli of the keys whose primes and exponents are searched for
 * @param isUnpacked whether a gzip file is unpacked, like one within a file, instead of being an archive
 */
export function lookInto(
  file: Uint8Array,
  moduli: readonly Modulus[],
  spent: Spent,
  isUnpacked = false,
): Look {
  const key = `file ${String(isUnpacked)} ${sha256Hex(file)}`;
  if (spent.clean.has(key)) return CLEAN;
  const look = new Looking(moduli, spent, isUnpacked);
  const isSecret = isShareFile(file) || look.isSecret({ bytes: file, isWhole: true }, 0);
  if (!isSecret && look.isClean) remember(spent.clean, key);
  return { isSecret, archive: look.archive, isSearched: look.isSearched };
}

export const CLEAN: Look = { isSecret: false, archive: null, isSearched: true };

/**
 * Whether a prime or an exponent of these keys is in any layer of a file. No other form of a key
 * counts, and no archive: for an answer of the HSM, which knows none of these keys.
 */
export function hasOwnNumber(
  file: Uint8Array,
  moduli: readonly Modulus[],
  clean = nothingSpent().clean,
): boolean {
  const key = `numbers ${sha256Hex(file)}`;
  if (clean.has(key)) return false;
  const look = new Looking(moduli, nothingSpent(), true, hasFactor);
  const isSecret = look.isSecret({ bytes: file, isWhole: true }, 0);
  if (!isSecret && look.isClean) remember(clean, key);
  return isSecret;
}

class Looking {
  archive: ArchiveKind | null = null;
  isSearched = true;
  readonly #moduli: readonly Modulus[];
  readonly #spent: Spent;
  /** Layers of this file that have already been examined. */
  readonly #seen = new Set<string>();
  readonly #isUnpacked: boolean;
  readonly #isSecretLayer: typeof isSecretLayer;

  constructor(
    moduli: readonly Modulus[],
    spent: Spent,
    isUnpacked: boolean,
    isSecret = isSecretLayer,
  ) {
    this.#isSecretLayer = isSecret;
    this.#isUnpacked = isUnpacked;
    this.#moduli = moduli;
    this.#spent = spent;
  }

  /** Whether all that was read was searched to its end. */
  get isClean(): boolean {
    return this.isSearched && this.archive === null;
  }

  /** Whether a layer, or one within it, is a secret. */
  isSecret(layer: Decoded, depth: number): boolean {
    if (this.#isSecretLayer(layer.bytes, this.#moduli)) return true;
    this.archive ??= archiveIn(layer.bytes, depth > 0 || this.#isUnpacked);
    try {
      for (const inner of this.#layersOf(layer)) {
        if (inner.bytes.length < LEAST) continue;
        if (depth === DEPTH_MAX) this.isSearched = false;
        else if (this.#isSecretInner(inner, depth + 1)) return true;
      }
    } catch (error) {
      if (!(error instanceof LimitError)) throw error;
      this.isSearched = false;
    }
    return false;
  }

  /** @throws LimitError beyond the limits */
  #isSecretInner(inner: Decoded, depth: number): boolean {
    this.#count(inner.bytes);
    const { clean } = this.#spent;
    const key = `${String(inner.isWhole)} ${sha256Hex(inner.bytes)}`;
    if (clean.has(key) || this.#seen.has(key)) return false;
    this.#seen.add(key);
    const isSecret = this.isSecret(inner, depth);
    if (!isSecret && this.isClean) remember(clean, key);
    return isSecret;
  }

  /** @throws LimitError if too much is unpacked */
  *#layersOf(layer: Decoded): Generator<Decoded> {
    yield* packedIn(layer, () => this.#left());
    for (const text of textsIn(layer.bytes)) {
      for (const plain of unescaped(text))
        yield { bytes: Buffer.from(plain, "latin1"), isWhole: true };
      yield* writtenIn(text);
    }
  }

  /** How many more bytes layers may have. @throws LimitError if none */
  #left(): number {
    const left = BYTES_MAX - this.#spent.bytes;
    if (left <= 0) throw new LimitError();
    return left;
  }

  /** @throws LimitError beyond the limits */
  #count(inner: Uint8Array): void {
    this.#spent.layers += 1;
    this.#spent.bytes += inner.length;
    if (this.#spent.layers > LAYERS_MAX || this.#spent.bytes > BYTES_MAX) throw new LimitError();
  }
}

const isSecretLayer = (bytes: Uint8Array, moduli: readonly Modulus[]): boolean => {
  const text = charactersOf(bytes);
  return (
    hasKeyText(text)
    || hasShareText(text)
    || hasKeyDer(bytes)
    || hasKeyBinary(bytes)
    || hasShare(bytes)
    || hasFactor(bytes, moduli)
  );
};
