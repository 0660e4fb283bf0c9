// The JSON Schema beside the sample is the form's own, and says what each member is for.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { planSchema } from "./plan.ts";

const FILE = fileURLToPath(
  new URL("../../../ceremony-scripts/plans/plan.schema.json", import.meta.url),
);

it("is committed as the form gives it", () => {
  expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(planSchema());
});

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Every member with its path. */
const membersOf = (
  { properties = {}, items }: Node,
  at = "",
): readonly (readonly [string, Node])[] => [
  ...Object.entries(properties).flatMap(([name, node]) => [
    [`${at}${name}`, node] as const,
    ...membersOf(node, `${at}${name}.`),
  ]),
  ...(items === undefined ? [] : membersOf(items, at)),
];

it("has a sentence for every member", () => {
  const members = membersOf(planSchema() as Node);
  expect(members.length).toBeGreaterThan(200);
  expect(members.filter(([, { description = "" }]) => !/^[A-Z].*\.$/.test(description))).toEqual(
    [],
  );
});
