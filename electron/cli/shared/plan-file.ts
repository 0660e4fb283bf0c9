// A plan file named on the command line.
import { sha256Hex, utf8, utf8Text } from "../../../crypto/index.ts";
import type { ReadPlan } from "../../deployment/deployment.ts";
import { deployment } from "./deployment.ts";
import { readInput } from "./files.ts";

/** SHA-256 of a text in UTF-8, in hex: what runbooks say of the files that they read. */
export const sha256 = (text: string): string => sha256Hex(utf8(text));

const FLAG = "the plan";
const PLAN_MAX = 256 * 1024;

/** A plan with the SHA-256 of its file, in hex. */
export interface PlanFile extends ReadPlan {
  readonly digest: string;
}

/** Reads a plan. @throws Fault E-FILE-*, E-PLAN-*, E-DEPLOYMENT */
export async function planFrom(file: string): Promise<PlanFile> {
  const { planTooLarge, readPlanFile } = await deployment();
  const bytes = readInput(file, FLAG, PLAN_MAX, planTooLarge);
  return { ...readPlanFile(utf8Text(bytes)), digest: sha256Hex(bytes) };
}
