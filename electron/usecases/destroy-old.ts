// The objects with an officer's old key are destroyed in front of the witness: each with the number
// of its bag, and how. A missing one is an exception that two people decided.
import {
  alike,
  fault,
  isPlain,
  checkDecision,
  officerOf,
  oldObjects,
  type CeremonyView,
  type SealFound,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record, refuse } from "./turn.ts";

/** One object: its bag as found, and how it was destroyed; "" if it is missing. */
export interface OldObject extends Pick<SealFound, "object" | "found" | "condition"> {
  readonly how: string;
}

export interface DestroyRequest {
  readonly seat: number;
  readonly objects: readonly OldObject[];
  /** Roles of two people, if something is missing or changed. */
  readonly decidedBy: readonly string[];
}

/** @throws Fault E-STATE*, E-DESTROY-FORM, E-SEALS-CHANGED, E-ACCEPT-DECISION */
export function destroyOld(deps: Deps, { seat, objects, decidedBy }: DestroyRequest): CeremonyView {
  const turn = begin(deps, "destroy-old", seat);
  const known = oldObjects(turn.state, officerOf(seat));
  const named = objects.map(({ object }) => object);
  const isWhole =
    named.length === known.length
    && known.every(({ object }) => named.includes(object))
    && objects.every(isWritten);
  if (!isWhole) throw fault("E-DESTROY-FORM");
  const sealOf = (name: string) => known.find(({ object }) => object === name)?.seal ?? "";
  const differing = objects.filter(
    ({ object, found, condition }) => condition !== "intact" || !alike(found, sealOf(object)),
  );
  if (differing.length > 0) {
    if (decidedBy.length === 0) throw fault("E-SEALS-CHANGED", { n: differing.length });
    refuse(checkDecision(turn.state, decidedBy));
  }
  for (const one of differing) note(deps, one, sealOf(one.object), decidedBy);
  const gone = objects
    .filter(({ condition }) => condition !== "missing")
    .map(({ object, found, how }) => ({ object, seal: found, how }));
  record(deps, { type: "objects-destroyed", by: turn.step.by, data: { objects: gone } });
  return finish(deps, turn);
}

const isWritten = ({ condition, found, how }: OldObject): boolean =>
  condition === "missing"
    ? [found, how].every((text) => text === "" || isPlain(text, 60))
    : isPlain(found, 30) && isPlain(how, 60);

function note(
  deps: Deps,
  { object, found, condition }: OldObject,
  seal: string,
  decidedBy: readonly string[],
): void {
  record(deps, {
    type: "exception-noted",
    by: "administrator",
    data: {
      expected: `${object}, in the bag ${seal}.`,
      happened:
        condition === "missing"
          ? `${object} is missing: it is not destroyed.`
          : `${object}: ${condition === "broken" ? "its seal is broken, " : ""}seal ${found}.`,
      decided:
        condition === "missing"
          ? "Continue; whoever finds it destroys it in front of a witness."
          : "Continue; it is destroyed now.",
      decidedBy,
    },
  });
}
