// Asks the HSM for its state before anything else: an active HSM is refused.
import { fault, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record } from "./turn.ts";

/** @throws Fault E-STATE*, E-HSM-*, E-HSM-ACTIVE, E-HSM-NOT-WAITING */
export async function readActivation(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "read-activation");
  const state = await (await deps.hsm()).activation();
  record(deps, { type: "activation-read", by: "app", data: { state } });
  if (state === "Active") throw fault("E-HSM-ACTIVE");
  if (state !== "NotActivated") throw fault("E-HSM-NOT-WAITING");
  return finish(deps, turn);
}
