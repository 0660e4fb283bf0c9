// What a check is told beside the plan and the answers: the day, whose cards count, and the roots of HSMs that
// were seen before.
import type { Known, Pools } from "../../deployment/deployment.ts";
import { usage, type Given } from "../shared/arguments.ts";
import { timeOn } from "./on-day.ts";

const POOL_ROOT = "--pool-root";

/** @throws Fault E-USAGE */
export function knownIn(given: Given): Known {
  const pools = (given.values.get(POOL_ROOT) ?? []).map((text) => {
    const [, hsm, root] = /^([0-9A-Za-z-]{3,24})=([0-9a-f]{64})$/.exec(text) ?? [];
    if (hsm === undefined || root === undefined)
      throw usage(`The flag ${POOL_ROOT} needs HSM=SHA256, as a proof showed it before.`);
    return [hsm.toLowerCase(), root] as const;
  });
  return {
    now: timeOn(given),
    isRehearsal: given.values.has("--rehearsal"),
    pools: Object.fromEntries(pools),
  };
}

/** What to give from now on. */
export const learntLines = (learnt: Pools): readonly string[] =>
  Object.entries(learnt).flatMap(([hsm, root]) =>
    root === ""
      ? []
      : [
          `The root of ${hsm} was not compared. Is it yours? Then from now on: ${POOL_ROOT} ${hsm}=${root}`,
        ],
  );
