// Waiting for a long operation: ask, wait, ask again, until the HSM itself says it has ended.
import { isFault, LaterFault, type Fault } from "../../crypto/index.ts";
import { fault, saidBy } from "./faults.ts";
import type { Progress } from "./hsm.ts";

export interface WaitOptions {
  readonly everySeconds: number;
  readonly limitSeconds: number;
  sleep(seconds: number): Promise<void>;
  /** Called after each question; `trouble` is set if no answer came, and the state is unknown. */
  onProgress(progress: Progress, secondsSoFar: number, trouble?: Fault): void;
  /** Seconds of a monotonic clock since the start; without it the sleeps are added up. */
  elapsed?(): number;
}

/** No answer, or an unreadable one: the state is unknown, and a status may be asked again. */
const PASSING: readonly string[] = [
  "E-HSM-BUSY",
  "E-HSM-SERVER",
  "E-HSM-NET",
  "E-HSM-TIMEOUT",
  "E-HSM-SLOW",
  "E-HSM-BODY",
];

/**
 * Asks until the operation has succeeded, and returns that progress. An unknown state is never
 * success. A wait beyond the limit is not begun.
 * @param ask a status question only: it is repeated
 * @throws Fault E-HSM-FAILED, E-HSM-STILL-RUNNING at the limit (or, if the last question had no
 * answer, its own fault); at once for what asking again cannot cure, such as E-HSM-AUTH
 */
export async function waitFor<Status extends Progress>(
  ask: () => Promise<Status>,
  options: WaitOptions,
): Promise<Status> {
  const { everySeconds, limitSeconds } = options;
  let slept = 0;
  const soFar = (): number => options.elapsed?.() ?? slept;
  for (;;) {
    const { status, trouble } = await attempt(ask);
    options.onProgress(status ?? NOTHING_KNOWN, soFar(), trouble);
    if (status?.state === "succeeded") return status;
    if (status?.state === "failed")
      throw fault("E-HSM-FAILED", {}, [], saidBy("server", status.details));
    const wait = Math.max(everySeconds, trouble instanceof LaterFault ? trouble.waitSeconds : 0);
    const seconds = soFar();
    if (seconds + wait > limitSeconds)
      throw (
        trouble
        ?? fault(
          "E-HSM-STILL-RUNNING",
          { seconds: Math.round(seconds) },
          [],
          saidBy("server", status?.details ?? ""),
        )
      );
    await options.sleep(wait);
    slept += wait;
  }
}

const NOTHING_KNOWN: Progress = { state: "unknown", details: "" };

/** Whether asking again may cure it. */
export const isPassing = ({ code }: Fault): boolean => PASSING.includes(code);

interface Attempt<Status> {
  readonly status?: Status;
  readonly trouble?: Fault;
}

async function attempt<Status>(ask: () => Promise<Status>): Promise<Attempt<Status>> {
  try {
    return { status: await ask() };
  } catch (error) {
    if (!isFault(error) || !isPassing(error)) throw error;
    return { trouble: error };
  }
}
