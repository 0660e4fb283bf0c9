// Finds the share that does not belong: shares of one secret are on one polynomial, and the right
// one opens the domain's data.
import type { RefusalSentence } from "../electron/text/refusal.ts";
import { and, sentence } from "../electron/text/sentence.ts";
import { wipe } from "./bytes.ts";
import type { Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import type { OfficerShare } from "./officer-share.ts";
import { combineOrNull, SECRET_BYTES, valuesAt, X_MAX } from "./shamir.ts";
import { subsetsOf } from "./subsets.ts";

/**
 * So many of the 32 values on the right polynomial are not a coincidence: a foreign share has that
 * many once in 10^10, every x tried.
 */
const NO_CHANCE = 8;

/**
 * The refusal of shares that do not all agree. It names the officers if the shares allow it: that
 * needs one share more than the quorum, or a right quorum among those given. From a quorum of three
 * on, two officers together can forge their shares so that these still open the data with one
 * officer's and blame the others; so the polynomial with the most shares counts.
 * @param opens whether a secret opens at least one entry of the domain; the secret is wiped after
 * @returns Fault E-SHARE-TWICE, E-SHARE-DAMAGED, E-SHARE-FOREIGN, E-SHARE-DATA or E-SHARE-MISMATCH
 */
export function refusalOfShares(
  shares: readonly OfficerShare[],
  required: number,
  opens: (secret: Uint8Array) => boolean,
): Fault {
  const twins = shares.filter((one) => shares.some((two) => two !== one && isSame(one, two)));
  if (twins.length > 0) return fault("E-SHARE-TWICE", { officers: numbersOf(twins) });
  const together = setsOnOne(shares, required);
  const opening = together.filter((set) => opensData(set, required, opens));
  const most = sizeOfLargest(opening);
  const [right, rival] = opening.filter((set) => set.length === most);
  if (right === undefined) return refusalOfData(sizeOfLargest(together), shares.length, required);
  if (rival !== undefined) return fault("E-SHARE-MISMATCH", { given: shares.length });
  const wrong = shares.filter((share) => !right.includes(share));
  const damaged = wrong.every((share) => isNear(right.slice(0, required), share));
  return fault(damaged ? "E-SHARE-DAMAGED" : "E-SHARE-FOREIGN", { shares: sharesOf(wrong) });
}

/**
 * The refusal if nothing opens. More shares than a quorum on one polynomial belong together;
 * whether they or the data came from elsewhere is unknown, and nobody is named.
 * @param together how many of the `given` shares are on one polynomial
 */
export const refusalOfData = (together: number, given: number, required: number): Fault =>
  together > required
    ? fault("E-SHARE-DATA", { together, given })
    : fault("E-SHARE-MISMATCH", { given });

/** The shares on each polynomial that goes through a quorum of them. */
function setsOnOne(
  shares: readonly OfficerShare[],
  required: number,
): readonly (readonly OfficerShare[])[] {
  const sets: OfficerShare[][] = [];
  for (const subset of subsetsOf(shares, required)) {
    const isPoints = new Set(subset.map(({ share }) => share.x)).size === required;
    const isKnown = sets.some((set) => subset.every((share) => set.includes(share)));
    if (isPoints && !isKnown) sets.push(shares.filter((share) => isOn(subset, share)));
  }
  return sets;
}

function opensData(
  set: readonly OfficerShare[],
  required: number,
  opens: (secret: Uint8Array) => boolean,
): boolean {
  const secret = combineOrNull(set.slice(0, required).map(({ share }) => share));
  if (secret === null) return false;
  try {
    return opens(secret);
  } finally {
    wipe(secret);
  }
}

const sizeOfLargest = (sets: readonly (readonly OfficerShare[])[]): number =>
  Math.max(0, ...sets.map((set) => set.length));

function isOn(subset: readonly OfficerShare[], { share }: OfficerShare): boolean {
  return agreeing(subset, share.values, share.x) === SECRET_BYTES;
}

/** A share that was once right: most of it still is, or only its x is not. */
function isNear(subset: readonly OfficerShare[], { share }: OfficerShare): boolean {
  return Array.from({ length: X_MAX }, (_, i) => agreeing(subset, share.values, i + 1)).some(
    (count) => count >= NO_CHANCE,
  );
}

/** How many of these values the subset's polynomials have at x. */
function agreeing(subset: readonly OfficerShare[], values: readonly number[], x: number): number {
  const there = valuesAt(
    subset.map(({ share }) => share),
    x,
  );
  return values.filter((value, byte) => value === there[byte]).length;
}

function isSame({ share: a }: OfficerShare, { share: b }: OfficerShare): boolean {
  return a.x === b.x && a.values.every((value, byte) => value === b.values[byte]);
}

function sharesOf(shares: readonly OfficerShare[]): RefusalSentence {
  const [one, ...others] = shares;
  return one !== undefined && others.length === 0
    ? sentence("crypto-faults.oneShare", { n: one.n })
    : sentence("crypto-faults.shares", { officers: numbersOf(shares) });
}

/** "1 and 3", "1, 2 and 3". */
const numbersOf = (shares: readonly OfficerShare[]) => and(shares.map(({ n }) => n));
