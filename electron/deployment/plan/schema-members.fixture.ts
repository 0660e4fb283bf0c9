// For tests: the members that the plan's JSON Schema has.
import { planSchema } from "./plan.ts";

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

const membersOf = (
  { properties = {}, items }: Node,
  at: string,
): readonly (readonly [string, Node])[] => [
  ...Object.entries(properties).flatMap(([name, node]) => [
    [`${at}${name}`, node] as const,
    ...membersOf(node, `${at}${name}.`),
  ]),
  ...(items === undefined ? [] : membersOf(items, at)),
];

/** Every member with its path, without numbers of items, and what the schema says of it. */
export const schemaMembers = () => membersOf(planSchema() as Node, "");
