// The bag of an officer's own medium is opened, after its seal was compared.
import { fault, officerOf, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record } from "./turn.ts";

/** @throws Fault E-STATE*, E-BAG-CLOSED if its seal was not compared, or it is missing */
export function openBag(deps: Deps, { seat }: { readonly seat: number }): CeremonyView {
  const turn = begin(deps, "open-bag", seat);
  const object = `${officerOf(seat)} medium`;
  const found = turn.state.seals?.[object];
  if (found === undefined || found.condition === "missing") throw fault("E-BAG-CLOSED");
  const objects = [{ object, seal: found.found }];
  record(deps, { type: "bags-opened", by: turn.step.by, data: { objects } });
  return finish(deps, turn);
}
