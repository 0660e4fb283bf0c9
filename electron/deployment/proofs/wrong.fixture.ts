// For tests: the wrong states of the facts, each a change of right answers, with the member that must be
// named. One row a state; each is tried in both shapes.
import type { Wrong } from "./changes.fixture.ts";
import { hsmStates } from "./wrong-hsm.fixture.ts";
import { serviceStates } from "./wrong-services.fixture.ts";

export const WRONG: readonly Wrong[] = [...hsmStates, ...serviceStates];
