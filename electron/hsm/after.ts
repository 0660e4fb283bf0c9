// The door to what is judged and kept after an activation.
export { auditQuery } from "./audit-query.ts";
export { readPlan } from "./role-plan.ts";
export { firstPlan, ROLE_NOTES, rolePoints, type PlannedRole } from "./role-points.ts";
