// What the simulated subscription refuses as Azure does, where a runbook's order or text depends on it.
import { expect, it } from "vitest";
import { contosoBegins } from "./people.fixture.ts";

const HSM = "contoso-prod-hsm";
const VERSION = "0123456789abcdef0123456789abcdef";

it("sets no protector on a primary whose secondary does not know the key", async () => {
  const { arm, deployment } = await contosoBegins();
  const { plan, hands } = deployment;
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
