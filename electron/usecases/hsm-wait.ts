// This ceremony's HSM, and waiting for its long operations: what is unknown stays unknown.
import { fault, type State } from "../ceremony/ceremony.ts";
import { waitFor, type Activation, type Hsm, type Progress } from "../hsm/hsm.ts";
import type { Deps, LongWork } from "./deps.ts";

const LIMIT_SECONDS = 60 * 60;

/** The HSM that the first entry names, and no other. @throws Fault E-HSM-OTHER */
export async function hsmOf(deps: Deps, { opened }: State): Promise<Hsm> {
  const hsm = await deps.hsm();
  if (hsm.name.toLowerCase() !== opened?.hsm.toLowerCase()) throw fault("E-HSM-OTHER");
  return hsm;
}

/** Only an HSM that never was active is activated. @throws Fault E-HSM-ACTIVE, E-HSM-NOT-WAITING */
export function judgeNotActive(state: Activation): void {
  if (state === "Active") throw fault("E-HSM-ACTIVE");
  if (state !== "NotActivated") throw fault("E-HSM-NOT-WAITING");
}

/** @throws Fault E-HSM-FAILED, E-HSM-STILL-RUNNING and others of `waitFor` */
export async function untilDone<Status extends Progress>(
  deps: Deps, what: LongWork, ask: () => Promise<Status>,
): Promise<Status> {
  return waitFor(ask, {
    everySeconds: deps.pollSeconds, limitSeconds: LIMIT_SECONDS, sleep: deps.sleep,
    onProgress: ({ state, details }, seconds, trouble) => {
      deps.notice({ kind: "asked", what, state, details: trouble?.message ?? details, seconds });
    },
  });
}
