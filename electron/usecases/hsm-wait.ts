// Waits for a long operation of the HSM, telling of progress; what is unknown stays unknown.
import { waitFor } from "../hsm/hsm.ts";
import type { Progress } from "../hsm/hsm.ts";
import type { Deps } from "./deps.ts";

const LIMIT_SECONDS = 60 * 60;

/** @throws Fault E-HSM-FAILED, E-HSM-STILL-RUNNING and others of `waitFor` */
export async function untilDone<Status extends Progress>(
  deps: Deps, what: string, ask: () => Promise<Status>,
): Promise<Status> {
  return waitFor(ask, {
    everySeconds: deps.pollSeconds, limitSeconds: LIMIT_SECONDS, sleep: deps.sleep,
    onProgress: ({ details }, seconds, trouble) => {
      deps.tell(`${what}: ${trouble?.message ?? details} (${String(Math.round(seconds))} s)`);
    },
  });
}
