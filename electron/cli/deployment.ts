// What judges a deployment, loaded when somebody asks about one.
import { fault } from "./faults.ts";

/**
 * It is a file beside this one, which an offline station does without.
 * @throws Fault E-DEPLOYMENT
 */
export async function deployment() {
  try {
    return await import("../deployment/deployment.ts");
  } catch {
    throw fault("E-DEPLOYMENT");
  }
}
