// The objects with an officer's old key are destroyed in front of the witness: each with the number
// of its bag, and how. A missing one is an exception that two people decided.
import {
  alike,
  asKnown,
  fault,
  isPlain,
  decidedOn,
  namedInText,
  officerOf,
  oldObjects,
  type CeremonyView,
  type Decided,
  type SealFound,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record, refuse } from "./turn.ts";

/** One object: its bag as found, and how it was destroyed; "" if it is missing. */
export interface OldObject extends Pick<SealFound, "object" | "found" | "condition"> {
  readonly how: string;
}

/** Two people decide if something is missing or changed. */
export interface DestroyRequest extends Decided {
  readonly seat: number;
  readonly objects: readonly OldObject[];
}

/** @throws Fault E-STATE*, E-DESTROY-FORM, E-SEALS-CHANGED */
export function destroyOld(
  deps: Deps,
  { seat, objects, ...decided }: DestroyRequest,
): CeremonyView {
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
  refuse(decidedOn(turn.state, differing, decided));
  for (const one of differing) note(deps, one, sealOf(one.object), decided.decidedBy);
  const gone = objects
    .filter(({ condition }) => condition !== "missing")
    .map(({ object, found, how }) => ({ object, seal: asKnown(found, sealOf(object)), how }));
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
  const name = namedInText(object);
  record(deps, {
    type: "exception-noted",
    by: "administrator",
    data: {
      expected: `${name}, in the bag ${seal}.`,
      happened:
        condition === "missing"
          ? `${name} is missing: it is not destroyed.`
          : `${name}: ${condition === "broken" ? "its seal is broken, " : ""}seal ${found}.`,
      decided:
        condition === "missing"
          ? "Continue; whoever finds it destroys it in front of a witness."
          : "Continue; it is destroyed now.",
      decidedBy,
    },
  });
}
