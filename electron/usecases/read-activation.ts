// Asks the HSM for its state before anything else: an active HSM is refused.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { hsmOf, judgeNotActive } from "./hsm-wait.ts";
import { begin, finish, record } from "./turn.ts";

/** @throws Fault E-STATE*, E-HSM-*, E-HSM-ACTIVE, E-HSM-NOT-WAITING */
export async function readActivation(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "read-activation");
  const state = await (await hsmOf(deps, turn.state)).activation();
  record(deps, { type: "activation-read", by: "app", data: { state } });
  judgeNotActive(state);
  return finish(deps, turn);
}
