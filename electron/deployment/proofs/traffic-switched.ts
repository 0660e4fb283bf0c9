// traffic-switched: after a failover, the secondary's region serves databases and keys.
import type { Plan } from "../plan/plan.ts";
import { sentence } from "../../text/sentence.ts";
import { groupFindings, groupOf, showGroup } from "./failover-groups.ts";
import { reachCommand, reachFindings } from "./reach.ts";
import { someOf } from "./planned.ts";
import type { Proof } from "./proof.ts";

const boxesThere = (plan: Plan) =>
  someOf(
    plan.jumpBoxes.filter(({ region }) => region === groupOf(plan).secondary.region),
    sentence("deployment-faults.secondJumpBox"),
  );

/** After a forced failover the group is out of step: only its role counts. */
export const trafficSwitched: Proof = {
  atItsTime: true,
  source: "sql-docs, failover-group-sql-mi.md; workload facts, section 7",
  reads: (plan) => [
    showGroup(plan, groupOf(plan).secondary),
    ...boxesThere(plan).map(reachCommand),
  ],
  evaluate: (given) => [
    ...groupFindings(given.plan, given.answers, groupOf(given.plan).secondary, "Primary"),
    ...boxesThere(given.plan).flatMap((box) => reachFindings(given, box)),
  ],
};
