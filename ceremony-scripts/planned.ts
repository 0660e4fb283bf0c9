// What a deployment's plan says of a ceremony's opening. Only the deployment's own bundle reads a whole
// plan, and the offline station has none: here only these members are read.
import * as z from "zod/mini";
import { areCounts, type Counts } from "./counts.ts";
import { readYaml } from "./strict-yaml.ts";

/** The HSM of a plan, and the officers of its security domain. */
export interface Planned extends Counts {
  readonly hsm: string;
}

const FORM = z.looseObject({
  hsm: z.looseObject({
    name: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/)),
    securityDomain: z
      .looseObject({ officers: z.int(), quorum: z.int() })
      .check(z.refine(areCounts)),
  }),
});

/**
 * Reads them from a plan's text (its form: `electron/deployment/FORMAT.md`).
 * @throws what `refuse` makes, if the text does not say them
 */
export function plannedIn(text: string, refuse: () => Error): Planned {
  const read = FORM.safeParse(readYaml(text, { size: refuse, yaml: refuse }).value);
  if (!read.success) throw refuse();
  const { name, securityDomain } = read.data.hsm;
  return { hsm: name, officers: securityDomain.officers, quorum: securityDomain.quorum };
}
