// The plan of role assignments, a file that people write: strictly read.
import { isArray, isObject, readJson, type Json } from "../../crypto/index.ts";
import { fault } from "./faults.ts";
import type { PlannedRole } from "./role-points.ts";

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SCOPE = /^\/(keys(\/[0-9A-Za-z-]{1,127})?)?$/;

/**
 * `[{"role":"Managed HSM Crypto User","principal":"<guid>","scope":"/keys"}, ...]`; a role by its
 * name or its GUID. @throws Fault E-HSM-PLAN
 */
export function readPlan(bytes: Uint8Array): readonly PlannedRole[] {
  const reading = readJson(bytes);
  if (!reading.ok || !isArray(reading.value)) throw fault("E-HSM-PLAN");
  return reading.value.map(plannedOf);
}

function plannedOf(value: Json): PlannedRole {
  const { role, principal, scope, ...others } = isObject(value) ? value : {};
  const isPlan = typeof role === "string" && /^[\w -]{3,100}$/.test(role)
    && typeof principal === "string" && GUID.test(principal)
    && typeof scope === "string" && SCOPE.test(scope) && Object.keys(others).length === 0;
  if (!isPlan) throw fault("E-HSM-PLAN");
  return { role, principal: principal.toLowerCase(), scope };
}
