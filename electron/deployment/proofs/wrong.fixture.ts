// For tests: the wrong states of the facts, each a change of right answers, with the member that must be
// named. One row a state; each is tried in both shapes.
import { changed } from "../../rehearsal-arm/world/trouble.ts";
import { wrongFor } from "../../rehearsal-arm/wrong.ts";
import type { Json } from "../../../crypto/json.ts";
import type { Wrong } from "./changes.fixture.ts";
import { CHECK_NAMES, type CheckName } from "./checks.ts";
import { foundationStates } from "./wrong-foundation.fixture.ts";
import { hiddenStates } from "./wrong-hidden.fixture.ts";
import { hsmStates } from "./wrong-hsm.fixture.ts";
import { serviceStates } from "./wrong-services.fixture.ts";

/** What a rehearsal shows on demand, in each right answer: of a new check it is the first state. */
const onDemand = (check: CheckName): Wrong => {
  const { member } = wrongFor(check);
  return {
    check,
    state: "as a rehearsal shows it on demand",
    change: (named) => {
      for (const [name, answer] of Object.entries(named))
        named[name] = changed(answer as Json, member);
    },
    member: member[0].split(".").at(-1) ?? "",
  };
};

export const WRONG: readonly Wrong[] = [
  ...foundationStates,
  ...hsmStates,
  ...serviceStates,
  ...hiddenStates,
  ...CHECK_NAMES.map(onDemand),
];
