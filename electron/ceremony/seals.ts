// Compares seals with the last record: which objects, and what has changed.
import type { Fault } from "../../crypto/errors.ts";
import { ANY_PRESENT, sealedObjects } from "./custody.ts";
import type { SealFound } from "./entries/seal.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { alike, isName } from "../record/plain.ts";
import { checkDecision } from "./rules.ts";

/** What people read on a bag and about it. */
export type SealRead = Omit<SealFound, "expected">;

/** What two people decided about differences. */
export interface Decided {
  /** Their roles. */
  readonly decidedBy: readonly string[];
  /** The objects that differ, by name: not one more or less than do. */
  readonly accepted: readonly string[];
}

/**
 * Each object once and filled in; if something differs, two people decide to continue, because that is
 * an exception. They decide about what differs now: what differed when they looked may be corrected
 * since, and something else may differ. Which objects are present is known from the reading: at least
 * one object, none missing.
 * @param of "officer-1" and so on, the medium of a copy, or ANY_PRESENT
 */
export function validateSeals(
  state: State,
  of: string,
  seals: readonly SealRead[],
  decided: Decided,
): Fault | null {
  const wanted = sealedObjects(state, of).map(({ object }) => object);
  const named = seals.map(({ object }) => object);
  const whole =
    of === ANY_PRESENT
      ? named.length > 0
        && new Set(named).size === named.length
        && named.every((object) => wanted.includes(object))
        && seals.every(({ condition }) => condition !== "missing")
      : named.length === wanted.length && wanted.every((object) => named.includes(object));
  if (wanted.length === 0) return fault("E-SEALS-UNKNOWN");
  if (!whole || !seals.every(isWritten)) return fault("E-CUSTODY-OBJECT");
  return decidedOn(state, sealsThatDiffer(state, of, seals), decided);
}

/** @returns E-SEALS-CHANGED, with the objects by name, unless two people decided about exactly these */
export function decidedOn(
  state: State,
  differing: readonly { readonly object: string }[],
  { decidedBy, accepted }: Decided,
): Fault | null {
  const names = differing.map(({ object }) => object);
  if (names.length === 0) return null;
  const areThese =
    accepted.length === names.length && names.every((object) => accepted.includes(object));
  if (areThese && checkDecision(state, decidedBy) === null) return null;
  return fault("E-SEALS-CHANGED", { n: names.length }, names);
}

/** What is missing, broken, or has another number, place or custodian. */
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

/** Nothing can be read on a missing object. */
const isWritten = ({ condition, found, place, custodian }: SealRead): boolean =>
  condition === "missing"
    ? [found, place, custodian].every((text) => text === "" || isName(text, 60))
    : isName(found, 30) && isName(place, 60) && isName(custodian, 60);
