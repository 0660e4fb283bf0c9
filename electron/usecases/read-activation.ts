// Asks the HSM for its state before anything else: one that is active is refused where it is to be
// activated, and needed where its officers are replaced.
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { hsmOf, judgeActive, judgeNotActive } from "./hsm-wait.ts";
import { begin, finish, record } from "./turn.ts";

/** @throws Fault E-STATE*, E-HSM-*, E-HSM-ACTIVE, E-HSM-NOT-WAITING, E-HSM-NOT-ACTIVE */
export async function readActivation(
  deps: Deps, kind: "read-activation" | "read-active" = "read-activation",
): Promise<CeremonyView> {
  const turn = begin(deps, kind);
  const state = await (await hsmOf(deps, turn.state)).activation();
  record(deps, { type: "activation-read", by: "app", data: { state } });
  if (kind === "read-active") judgeActive(state);
  else judgeNotActive(state);
  return finish(deps, turn);
}
