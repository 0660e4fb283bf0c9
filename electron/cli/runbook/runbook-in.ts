// The runbook that a flag names.
import type { RunbookName } from "../../deployment/deployment.ts";
import { optional, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";

/** Null if the flag is not given. @throws Fault E-USAGE if there is no such runbook */
export async function runbookIn(given: Given, flag: string): Promise<RunbookName | null> {
  const { isRunbook } = await deployment();
  const name = optional(given, flag);
  if (name !== null && !isRunbook(name))
    throw usage(`The flag ${flag} needs a runbook: sd runbook list names all of them.`);
  return name;
}
