// The JSON Schema beside the sample is the form's own, and says what each member is for.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { planSchema } from "./plan.ts";
import { schemaMembers } from "./schema-members.fixture.ts";

const FILE = fileURLToPath(
  new URL("../../../ceremony-scripts/plans/plan.schema.json", import.meta.url),
);

it("is committed as the form gives it", () => {
  expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(planSchema());
});

it("has a sentence for every member", () => {
  const members = schemaMembers();
  expect(members.length).toBeGreaterThan(200);
  expect(members.filter(([, { description = "" }]) => !/^[A-Z].*\.$/.test(description))).toEqual(
    [],
  );
});
