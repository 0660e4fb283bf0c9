// Which share does not belong: shares of one sharing lie on one polynomial, and the right one opens
// the domain's data.
import type { Fault } from "./errors.ts";
import { fault } from "./faults.ts";
import type { OfficerShare } from "./officer-share.ts";
import { combineOrNull, SECRET_BYTES, valuesAt, X_MAX } from "./shamir.ts";
import { subsetsOf } from "./subsets.ts";

/**
 * Of the 32 values, so many on the right polynomial are no chance: of a foreign share that many
 * agree once in 10^10, every x tried.
 */
const NO_CHANCE = 8;

/**
 * The refusal of shares that do not all agree. It names the officers wherever the shares allow it:
 * that needs one share more than the quorum, or a right quorum among those given.
 * @param opens whether a secret opens at least one entry of the domain
 * @returns Fault E-SHARE-TWICE, E-SHARE-DAMAGED, E-SHARE-FOREIGN or E-SHARE-MISMATCH
 */
export function refusalOfShares(
  shares: readonly OfficerShare[], required: number, opens: (secret: Uint8Array) => boolean,
): Fault {
  const twins = shares.filter((one) => shares.some((two) => two !== one && isSame(one, two)));
  if (twins.length > 0) return fault("E-SHARE-TWICE", { officers: officersOf(twins) });
  const right = rightSubset(shares, required, opens);
  if (right === undefined) {
    const together = largestSet(shares, required);
    return together.length > required
      ? fault("E-SHARE-FOREIGN", { shares: sharesOf(together) })
      : fault("E-SHARE-MISMATCH", { required, given: shares.length });
  }
  const wrong = shares.filter((share) => !isOn(right, share));
  const damaged = wrong.every((share) => isNear(right, share));
  return fault(damaged ? "E-SHARE-DAMAGED" : "E-SHARE-FOREIGN", { shares: sharesOf(wrong) });
}

/** All these shares are of one sharing, and it is not the domain's. */
export const foreignShares = (shares: readonly OfficerShare[]): Fault =>
  fault("E-SHARE-FOREIGN", { shares: sharesOf(shares) });

/** The first subset whose secret opens the data. */
function rightSubset(
  shares: readonly OfficerShare[], required: number, opens: (secret: Uint8Array) => boolean,
): readonly OfficerShare[] | undefined {
  return subsetsOf(shares, required).find((subset) => {
    const secret = combineOrNull(subset.map(({ share }) => share));
    return secret !== null && opens(secret);
  });
}

/** The most shares that lie on one polynomial; any quorum of them does. */
function largestSet(
  shares: readonly OfficerShare[], required: number,
): readonly OfficerShare[] {
  return subsetsOf(shares, required)
    .filter((subset) => new Set(subset.map(({ share }) => share.x)).size === required)
    .map((subset) => shares.filter((share) => isOn(subset, share)))
    .reduce((most, set) => (set.length > most.length ? set : most), []);
}

function isOn(subset: readonly OfficerShare[], { share }: OfficerShare): boolean {
  return agreeing(subset, share.values, share.x) === SECRET_BYTES;
}

/** A share that was right once: most of it still is, or its x alone is not. */
function isNear(subset: readonly OfficerShare[], { share }: OfficerShare): boolean {
  return Array.from({ length: X_MAX }, (_, i) => agreeing(subset, share.values, i + 1))
    .some((count) => count >= NO_CHANCE);
}

/** How many of these values the subset's polynomials have at x. */
function agreeing(
  subset: readonly OfficerShare[], values: readonly number[], x: number,
): number {
  const there = valuesAt(subset.map(({ share }) => share), x);
  return values.filter((value, byte) => value === there[byte]).length;
}

function isSame({ share: a }: OfficerShare, { share: b }: OfficerShare): boolean {
  return a.x === b.x && a.values.every((value, byte) => value === b.values[byte]);
}

const sharesOf = (shares: readonly OfficerShare[]): string =>
  `the ${shares.length === 1 ? "share" : "shares"} of ${officersOf(shares)}`;

/** "officer 3", "officers 1 and 3", "officers 1, 2 and 3". */
function officersOf(shares: readonly OfficerShare[]): string {
  const numbers = shares.map(({ n }) => String(n));
  const last = numbers.at(-1) ?? "";
  if (numbers.length === 1) return `officer ${last}`;
  return `officers ${numbers.slice(0, -1).join(", ")} and ${last}`;
}
