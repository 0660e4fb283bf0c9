// The waits of the window's tests: long enough that a test sees what comes in between.
import type { Waits } from "../../electron/main/waits.ts";

export const QUICK: Waits = {
  glanceMs: 200,
  drivesMs: 600,
  confirmMs: 50,
  crewPace: 0.02,
  curtainMs: 100,
  pairSeconds: 0.1,
  hsmSeconds: 1,
  pollSeconds: 0.2,
  restoreSeconds: 1,
};

/** What is proposed there: whole ceremonies of five officers would take too long. */
export const TWO_OF_THREE = { officers: 3, quorum: 2 };
