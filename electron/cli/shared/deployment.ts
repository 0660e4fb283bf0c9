// The deployment's rules, loaded on demand.
import { fault } from "./faults.ts";

/** A file beside this one, which an offline station does not need. @throws Fault E-DEPLOYMENT */
export async function deployment() {
  try {
    return await import("../../deployment/deployment.ts");
  } catch {
    throw fault("E-DEPLOYMENT");
  }
}
