// What az asks a virtual machine to run, for the proofs that read its answer.
import type { Plan } from "../plan/plan.ts";

/** A PowerShell script that runs in a domain controller. */
export const runOn = (
  { name, resourceGroup }: Plan["domainControllers"][number],
  script: string,
): readonly (string | { readonly file: string })[] => [
  "vm",
  "run-command",
  "invoke",
  "--name",
  name,
  "--resource-group",
  resourceGroup,
  "--command-id",
  "RunPowerShellScript",
  "--scripts",
  { file: script },
];
