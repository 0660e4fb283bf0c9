// What runbooks of several services have in common.
import { found, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";

interface Placed {
  readonly name: string;
  readonly resourceGroup: string;
}

/** A resource by its name and group. */
export const at = ({ name, resourceGroup }: Placed): readonly string[] => [
  "--name",
  name,
  "--resource-group",
  resourceGroup,
];

/** Finds out the address of a key's newest version, with the version. */
export const kid = (plan: Plan, key: string): CommandLine =>
  found(
    "KEY_URI",
    "key.kid",
    "keyvault",
    "key",
    "show",
    "--hsm-name",
    plan.hsm.name,
    "--name",
    key,
  );

/** What comes between an identity and its key. */
export const SERVICE_ROLES =
  "Run service-roles for them now, and prove roles: without its role a service is refused, and so is the next step.";
