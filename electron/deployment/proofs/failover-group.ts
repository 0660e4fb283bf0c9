// failover-group: the two instances are a pair, and the primary region has the primary role.
import { groupFindings, groupOf, isAsked, showGroup, stateFindings } from "./failover-groups.ts";
import type { Proof } from "./proof.ts";

export const failoverGroup: Proof = {
  source: "sql-docs, failover-group-configure-sql-mi.md; workload facts, sections 2.5 and 7",
  reads: (plan) => [showGroup(plan, groupOf(plan).primary)],
  evaluate: ({ plan, answers }) => {
    const { primary, secondary } = groupOf(plan);
    const asked = isAsked(plan, answers, secondary);
    return [
      // Either region's answer shows both roles; both answers are checked if both are there.
      ...(isAsked(plan, answers, primary) || !asked
        ? groupFindings(plan, answers, primary, "Primary")
        : []),
      ...(asked ? groupFindings(plan, answers, secondary, "Secondary") : []),
      ...[primary, secondary].flatMap((one) => stateFindings(plan, answers, one)),
    ];
  },
};
