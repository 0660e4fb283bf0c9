// az, unchanged, carries out the first runbooks of Contoso's plan, and what it then reads proves each step.
// The whole deployment is in az.long.test.ts.
import { expect, it } from "vitest";
import { passedOver } from "../rehearse/judges.fixture.ts";
import { azHands } from "./az-hands.fixture.ts";
import { Deployment } from "./carry-out.ts";
import { contoso } from "./contoso.fixture.ts";
import { carriedOut } from "./carried-out.fixture.ts";

it.skipIf(passedOver)(
  "az creates the HSM, is refused what may not be changed, and extends it",

  async () => {
    const { arm, hands } = await azHands(contoso);
    const deployment = new Deployment(contoso, arm, hands);
    const steps = await carriedOut(deployment, ["provision", "activate", "extend", "endpoints"]);
    const proofs = steps.flatMap(({ step }) => step.proofs);
    expect(proofs.filter(({ proven }) => !proven)).toEqual([]);
    expect(proofs.map(({ check }) => check)).toEqual([
      "preflight",
      "hsm-created",
      "purge-protection",
      "hsm-activated",
      "region-extended",
      "subnets-nsg",
      "peering",
      "endpoints",
      "endpoint-dns",
      "dns-servers",
      "jump-boxes",
      "serving-region",
    ]);
    const hsm = ["--hsm-name", contoso.hsm.name, "--resource-group", contoso.hsm.resourceGroup];
    const refused = await hands.run("contributor", ["keyvault", "delete", ...hsm]);
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining("Soft delete of a pool Contoso-PROD-HSM that is extended to regions"),
    ]);
    const unknown = await hands.run("contributor", [
      ...["keyvault", "region", "add", ...hsm, "--region", "Central India"],
    ]);
    expect(unknown.errors).toContain("Invalid region name: Central India");
    await arm.close();
  },
);
