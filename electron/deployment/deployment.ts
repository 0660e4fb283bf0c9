// The only public file of the deployment; a bundle of its own, which neither the offline station
// nor any other command loads.
export { readPlan } from "./plan/read-plan.ts";
export { planSchema } from "./plan/plan.ts";
export type { Plan } from "./plan/plan.ts";
export type { ReadPlan } from "./plan/read-plan.ts";
export { stopsOf } from "./findings/findings.ts";
export type { LocatedFinding } from "./findings/findings-text.ts";
export { findingsText, locatedFindings } from "./findings/findings-text.ts";
export { costData, costText } from "./cost/cost-text.ts";
