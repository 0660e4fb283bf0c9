// Asks the HSM for its state before anything else: an active one is refused for an activation, and
// needed for replacing officers.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import { checkBefore } from "./before-activation.ts";
import type { Deps } from "./deps.ts";
import { hsmOf, checkActive, checkNotActive } from "./hsm-wait.ts";
import { begin, finish, record } from "./turn.ts";

/**
 * @throws Fault E-STATE*, E-HSM-*, E-HSM-ACTIVE, E-HSM-NOT-WAITING, E-HSM-NOT-ACTIVE, E-PREFLIGHT,
 *   E-PREFLIGHT-DECIDE
 */
export async function readActivation(
  deps: Deps,
  kind: "read-activation" | "read-active" = "read-activation",
): Promise<CeremonyView> {
  const turn = begin(deps, kind);
  const hsm = await hsmOf(deps, turn.state);
  const state = await hsm.activation();
  record(deps, { type: "activation-read", by: "app", data: { state } });
  if (kind === "read-active") checkActive(state);
  else {
    await checkNotActive(hsm, state);
    await checkBefore(deps, hsm);
  }
  return finish(deps, turn);
}
