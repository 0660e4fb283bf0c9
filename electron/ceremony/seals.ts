// Seals compared with the last record: which objects, and what of them is not as it was left.
import type { Fault } from "../../crypto/errors.ts";
import { ON_THE_TABLE, sealedObjects } from "./custody.ts";
import type { SealFound } from "./entries/seal.ts";
import type { State } from "./state.ts";
import { fault } from "./faults.ts";
import { alike, isPlain } from "./plain.ts";
import { checkDecision } from "./rules.ts";

/** What people read from a bag and about it. */
export type SealRead = Omit<SealFound, "expected">;

/**
 * Each object once and written; two people decide to go on where something differs, for that is an
 * exception. What lies on the table is known when it is read: at least one object, none missing.
 * @param of "officer-1" and so on, the medium of a copy, or ON_THE_TABLE
 */
export function validateSeals(
  state: State,
  of: string,
  seals: readonly SealRead[],
  decidedBy: readonly string[],
): Fault | null {
  const wanted = sealedObjects(state, of).map(({ object }) => object);
  const named = seals.map(({ object }) => object);
  const whole =
    of === ON_THE_TABLE
      ? named.length > 0
        && new Set(named).size === named.length
        && named.every((object) => wanted.includes(object))
        && seals.every(({ condition }) => condition !== "missing")
      : named.length === wanted.length && wanted.every((object) => named.includes(object));
  if (wanted.length === 0) return fault("E-SEALS-UNKNOWN");
  if (!whole || !seals.every(isWritten)) return fault("E-CUSTODY-OBJECT");
  const differing = sealsThatDiffer(state, of, seals).length;
  if (differing === 0 || checkDecision(state, decidedBy) === null) return null;
  return fault("E-SEALS-CHANGED", { n: differing });
}

/** What is missing, broken, or under another number, at another place or with another custodian. */
export const sealsThatDiffer = (
  state: State,
  of: string,
  seals: readonly SealRead[],
): readonly SealFound[] =>
  sealedObjects(state, of).flatMap((before) => {
    const found = seals.find(({ object }) => object === before.object);
    if (found === undefined) return [];
    const same =
      found.condition === "intact"
      && alike(found.found, before.seal)
      && alike(found.place, before.place)
      && alike(found.custodian, before.custodian);
    return same ? [] : [{ ...found, expected: before.seal }];
  });

/** Of what is missing nothing can be read. */
const isWritten = ({ condition, found, place, custodian }: SealRead): boolean =>
  condition === "missing"
    ? [found, place, custodian].every((text) => text === "" || isPlain(text, 60))
    : isPlain(found, 30) && isPlain(place, 60) && isPlain(custodian, 60);
