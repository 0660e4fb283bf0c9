// For tests: the wrong states of the facts, each a change of right answers, with the member that must be
// named. One row a state; each is tried in both shapes.
import type { CheckName } from "./checks.ts";
import { hsmStates } from "./wrong-hsm.fixture.ts";
import { serviceStates } from "./wrong-services.fixture.ts";
import type { Named } from "./right.fixture.ts";

/** One wrong state. */
export interface Wrong {
  readonly check: CheckName;
  /** What is wrong, in a few words. */
  readonly state: string;
  readonly change: (named: Named) => void;
  /** What the finding's member must end with or contain. */
  readonly member: string;
}

export const WRONG: readonly Wrong[] = [...hsmStates, ...serviceStates];
