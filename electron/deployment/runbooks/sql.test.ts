// The identity of an instance: az sends the kind that it is given, and no other.
import { expect, it } from "vitest";
import { lineOf } from "../commands/shells.ts";
import type { Plan } from "../plan/plan.ts";
import { contoso } from "../proofs/right.fixture.ts";
import { sqlMi } from "./sql.ts";

const linesOf = (identity: Plan["sqlInstances"][number]["identity"]): readonly string[] => {
  const [step] = sqlMi.steps({
    ...contoso,
    sqlInstances: contoso.sqlInstances.map((one) => ({ ...one, identity })),
  });
  return (step?.commands ?? [])
    .map((command) => lineOf(command, "bash").replaceAll(" \\\n ", ""))
    .filter((line) => line.includes("contoso-sqlmi "));
};

it("gives an instance without any a system-assigned one", () => {
  expect(linesOf("SystemAssigned")).toEqual([
    "az sql mi update --name contoso-sqlmi --resource-group Contoso-Prod-RG --assign-identity",
  ]);
});

it("keeps a user-assigned one, which --assign-identity would take away", () => {
  const [found = "", update = "", ...more] = linesOf("SystemAssigned,UserAssigned");
  expect(more).toEqual([]);
  expect(found).toMatch(/^IDENTITY=\$\(az sql mi show .*--query primaryUserAssignedIdentityId/);
  expect(update).toContain(
    '--identity-type SystemAssigned,UserAssigned --user-assigned-identity-id "$IDENTITY" --pid "$IDENTITY"',
  );
  expect(update).not.toContain("--assign-identity");
});
