// A plan as a file that people complete.
import { yamlFile } from "../../../ceremony-scripts/yaml-file.ts";
import { planSchema, type Plan } from "../plan/plan.ts";

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

/** The text of a plan file, each part with what it is for. @param head what is above it, as lines */
export function planFile(plan: Plan, head: readonly string[]): string {
  const { properties = {} } = planSchema() as Described;
  return yamlFile(plan, head, (member) => properties[member]?.description);
}
