// A plan as a file that people complete, and as its parts.
import { yamlFile } from "../../../ceremony-scripts/yaml-file.ts";
import { planSchema, type Plan } from "../plan/plan.ts";

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

/** What a member of the plan is for. */
function purposes(): (member: string) => string | undefined {
  const { properties = {} } = planSchema() as Described;
  return (member) => properties[member]?.description;
}

/** The text of a plan file, each part with what it is for. @param head what is above it, as lines */
export const planFile = (plan: Plan, head: readonly string[]): string =>
  yamlFile(plan, head, purposes());

/** A member of the plan as lines of YAML, with what it is for. */
export interface PlanPart {
  readonly member: string;
  readonly purpose: string;
  readonly lines: readonly string[];
}

/** All of a plan's members, in their order. */
export function partsOf(plan: Plan): readonly PlanPart[] {
  const purposeOf = purposes();
  return Object.entries(plan).map(([member, value]) => ({
    member,
    purpose: purposeOf(member) ?? "",
    lines: yamlFile({ [member]: value }, [], () => undefined)
      .trim()
      .split("\n"),
  }));
}
