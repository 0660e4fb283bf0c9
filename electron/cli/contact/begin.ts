// Before a level that changes something: what it will do, to which HSM, and that a person wants that.
import type { ContactHsm } from "../../hsm/own-keys.ts";
import { optional, type Given } from "../shared/arguments.ts";
import { fault } from "../shared/faults.ts";
import type { Voice } from "../shared/outcome.ts";
import { planFrom } from "../shared/plan-file.ts";
import { shown } from "../shared/shown.ts";
import { hasTerminal, terminal } from "../shared/terminal.ts";

/** What people read before a level begins: sentences. */
export interface Announced {
  readonly does: string;
  readonly leaves: string;
  readonly final: string;
  readonly lasts: string;
}

const PRICE =
  "Price: an HSM is billed per hour until it is purged, whether it is used or not. Read the price of your region "
  + "from Microsoft's page. Nothing is billed any more when az keyvault list-deleted --resource-type hsm no longer "
  + "names it.";

/**
 * Refuses an HSM that the plan names; tells what follows, and waits until a person types the HSM's name. Nothing
 * has been asked of the HSM before.
 * @param host the HSM's host
 * @throws Fault E-CONTACT-PRODUCTION, E-CONTACT-BEGIN, E-FILE-*, E-PLAN-*, E-DEPLOYMENT
 */
export async function begin(
  given: Given,
  { tell }: Pick<Voice, "tell">,
  { name }: Pick<ContactHsm, "name">,
  host: string,
  { does, leaves, final, lasts }: Announced,
): Promise<void> {
  const plan = optional(given, "--plan");
  if (plan !== null && (await namesIn(plan)).some((one) => isNamed(one, name, host)))
    throw fault("E-CONTACT-PRODUCTION");
  for (const line of [
    `With the HSM ${shown(name)} (${shown(host)}):`,
    `  It does: ${does}`,
    `  It leaves behind: ${leaves}`,
    `  It cannot undo: ${final}`,
    `  It takes: ${lasts}`,
    `  ${PRICE}`,
  ])
    tell(line);
  const said = optional(given, "--begin");
  if (said === null ? !(await isTyped(name)) : said !== name) throw fault("E-CONTACT-BEGIN");
}

const isNamed = (planned: string, name: string, host: string): boolean =>
  [name, host.split(".")[0] ?? ""].some((one) => one.toLowerCase() === planned.toLowerCase());

async function namesIn(file: string): Promise<readonly string[]> {
  const { plan } = await planFrom(file);
  return [plan.hsm, plan.recoveryHsm].flatMap((one) => (one === undefined ? [] : [one.name]));
}

async function isTyped(name: string): Promise<boolean> {
  if (!hasTerminal()) return false;
  const prompt = "Type the name of the HSM to begin: ";
  return (await terminal()({ prompt, isSecret: false, isFresh: true })) === name;
}
