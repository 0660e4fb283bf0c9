// `sd runbook list`: every runbook in its order, and every check.
import { deployment } from "../shared/deployment.ts";
import type { Outcome } from "../shared/outcome.ts";

/** @throws Fault E-DEPLOYMENT */
export async function listRunbooks(): Promise<Outcome> {
  const { CHECK_NAMES, CHECKS, RUNBOOKS } = await deployment();
  const runbooks = Object.entries(RUNBOOKS).map(([name, { title, purpose, section }]) => ({
    name,
    title,
    purpose,
    section,
  }));
  const checks = CHECK_NAMES.map((check) => ({ check, shows: CHECKS[check].shows }));
  const text = [
    "Runbooks, in their order:",
    ...runbooks.map(({ name, title }) => `  ${name.padEnd(20)} ${title}`),
    "",
    "Checks:",
    ...checks.map(({ check, shows }) => `  ${check.padEnd(26)} ${shows}`),
  ].join("\n");
  return { text, data: { runbooks, checks } };
}
