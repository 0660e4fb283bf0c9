// The identity of an instance: az sends the kind that it is given, and no other.
import { describe, expect, it } from "vitest";
import { lineOf } from "../commands/shells.ts";
import type { Plan } from "../plan/plan.ts";
import { readAnswers } from "../answers/answer.ts";
import { set } from "../proofs/changes.fixture.ts";
import { CHECKS } from "../proofs/checks.ts";
import { guidOf } from "../proofs/right-hsm.fixture.ts";
import { contoso, KNOWN, rightFor } from "../proofs/right.fixture.ts";
import { serviceRoles } from "./keys.ts";
import { repoint } from "./recovery.ts";
import type { Runbook } from "./runbook.ts";
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

describe("the role of an instance with both kinds of identity", () => {
  const plan: Plan = {
    ...contoso,
    sqlInstances: contoso.sqlInstances.map((one) => ({
      ...one,
      identity: "SystemAssigned,UserAssigned",
    })),
  };
  const answers = (principal: string): readonly Uint8Array[] => {
    const right = rightFor("roles");
    for (const { name, ...one } of plan.sqlInstances) {
      const identity = `/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;
      set(`instance ${name}`, "properties.primaryUserAssignedIdentityId", identity)(right);
      set(`instance ${name}`, "identity.userAssignedIdentities", {
        [identity.toLowerCase()]: { principalId: guidOf(`primary ${name}`), clientId: one.key },
      })(right);
      set(`role ${name}`, "properties.principalId", guidOf(`${principal}${name}`))(right);
    }
    return Object.values(right).map((one) => new TextEncoder().encode(JSON.stringify(one)));
  };
  const evaluate = (principal: string) =>
    CHECKS.roles.evaluate({ plan, answers: readAnswers(answers(principal)), ...KNOWN });

  it("is granted to the primary user-assigned one, which TDE asks with", () => {
    const lines = (serviceRoles.steps(plan).at(-1)?.commands ?? [])
      .map((command) => lineOf(command, "bash").replaceAll(" \\\n ", ""))
      .slice(0, 3);
    expect(lines[0]).toMatch(/^IDENTITY=.*managedInstances\/contoso-sqlmi .*primaryUserAssigned/);
    expect(lines[1]).toMatch(
      /^PRINCIPAL=\$\(az identity show --ids "\$IDENTITY" --query principalId/,
    );
    expect(lines[2]).toContain('--assignee-object-id "$PRINCIPAL"');
  });

  it("is proven there, and not on the system-assigned one", () => {
    expect(evaluate("primary ")).toEqual([]);
    expect(evaluate("").map(({ member }) => member)).toContain(
      "Managed HSM Crypto Service Encryption User of contoso-sqlmi at /keys/Contoso-SQLMI-CMK: properties.principalId",
    );
  });
});

describe("the key of a failover group", () => {
  const reversed: Plan = { ...contoso, sqlInstances: contoso.sqlInstances.toReversed() };
  const order = (runbook: Runbook, plan: Plan): readonly string[] =>
    runbook
      .steps(plan)
      .flatMap(({ commands = [] }) => commands)
      .map((command) => lineOf(command, "bash").replaceAll(" \\\n ", ""))
      .flatMap((line) => {
        const [, what, name] =
          / (key create|tde-key set) --managed-instance (\S+)/.exec(line) ?? [];
        return what === undefined || name === undefined ? [] : [`${what} ${name}`];
      });

  it.each([
    ["sql-mi", sqlMi],
    ["repoint", repoint],
  ])(
    "is registered on both, and set on the secondary first, in any order of the plan: %s",
    (_, runbook) => {
      for (const plan of [contoso, reversed])
        expect(order(runbook, plan)).toEqual([
          "key create contoso-sqlmi-dr",
          "key create contoso-sqlmi",
          "tde-key set contoso-sqlmi-dr",
          "tde-key set contoso-sqlmi",
        ]);
    },
  );
});
