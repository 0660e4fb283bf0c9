// Waits for a long operation of the HSM, telling of progress; what is unknown stays unknown.
import { waitFor } from "../hsm/poll.ts";
import type { Progress } from "../hsm/hsm.ts";
import type { Deps } from "./deps.ts";

const LIMIT_SECONDS = 60 * 60;

/** @throws Fault E-HSM-FAILED, E-HSM-STILL-RUNNING and others of `waitFor` */
export async function untilDone<Status extends Progress>(
  deps: Deps, what: string, ask: () => Promise<Status>,
): Promise<Status> {
  let last: Status | null = null;
  const remember = async (): Promise<Status> => {
    last = await ask();
    return last;
  };
  await waitFor(remember, {
    everySeconds: deps.pollSeconds, limitSeconds: LIMIT_SECONDS, sleep: deps.sleep,
    onProgress: (progress, seconds) => {
      deps.tell(`${what}: ${progress.details} (${String(Math.round(seconds))} s)`);
    },
  });
  return last ?? ask();
}
