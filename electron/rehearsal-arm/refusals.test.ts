// What the simulated subscription refuses as Azure does, where a runbook's order or text depends on it.
import { expect, it } from "vitest";
import { messagesOf } from "../deployment/deployment.ts";
import { contosoBegins } from "./people.fixture.ts";

const HSM = "contoso-prod-hsm";
const VERSION = "0123456789abcdef0123456789abcdef";

it("grants no role twice: the first administrators have theirs from the creation", async () => {
  const { deployment } = await contosoBegins();
  for (const runbook of ["provision", "activate"] as const)
    for (const step of deployment.stepsOf(runbook)) await deployment.step(runbook, step);
  const [first] = deployment.stepsOf("roles")[0]?.commands ?? [];
  const words = (first?.words ?? []).slice(1).map(String);
  const again = await deployment.hands.run("administrator", words);
  expect(again.errors).toContain("MatchingRoleAssignmentExists");
  const told = messagesOf(["local-roles"]).map(({ text }) => text);
  expect(told).toContain("MatchingRoleAssignmentExists");
});

it("sets no protector on a primary whose secondary does not know the key", async () => {
  const { arm, deployment } = await contosoBegins();
  const { plan, hands } = deployment;
  arm.settle();
  const idIn = (group: string, path: string): string =>
    `/subscriptions/${plan.subscription}/resourceGroups/${group}/providers/Microsoft.Sql/${path}`;
  const [first, second] = ["contoso-sqlmi", "contoso-sqlmi-dr"].map((name, n) =>
    idIn(plan.sqlInstances[n]?.resourceGroup ?? "", `managedInstances/${name}`),
  );
  const uri = `https://${HSM}.managedhsm.azure.net/keys/Contoso-SQLMI-CMK/${VERSION}`;
  const key = `${first ?? ""}/keys/${HSM}_Contoso-SQLMI-CMK_${VERSION}`;
  arm.place({ id: key, name: "key", properties: { uri } });
  arm.place({
    id: idIn("Contoso-Prod-RG", "locations/southindia/instanceFailoverGroups/contoso-fog"),
    name: "contoso-fog",
    properties: {
      replicationRole: "Primary",
      managedInstancePairs: [
        { primaryManagedInstanceId: first ?? "", partnerManagedInstanceId: second ?? "" },
      ],
    },
  });
  const set = await hands.run("contributor", [
    ..."sql mi tde-key set --managed-instance contoso-sqlmi".split(" "),
    ..."--resource-group Contoso-Prod-RG --server-key-type AzureKeyVault --kid".split(" "),
    uri,
  ]);
  expect(set.errors).toContain("SameKeyUriNotFoundOnRemoteServer");
});
