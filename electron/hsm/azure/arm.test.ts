// What Azure Resource Manager's view of an HSM is read as: only what it really says.
import { describe, expect, it } from "vitest";
import type { Json } from "../../../crypto/index.ts";
import { factsOf } from "./arm.ts";

const CLOCKS = { ours: 1000, azures: 1000 };
const approved = (status: string): Json =>
  ({ properties: { privateLinkServiceConnectionState: { status } } });
const recorded = {
  provisioningState: "Succeeded",
  statusMessage: "The Managed HSM is provisioned and ready to use.",
  securityDomainProperties: { activationStatus: "NotActivated" },
  enableSoftDelete: true, softDeleteRetentionInDays: 7, enablePurgeProtection: false,
  initialAdminObjectIds: ["AAAAAAAA-2222-3333-4444-555555555555"],
  publicNetworkAccess: "Disabled", regions: [{ name: "centralindia" }],
  privateEndpointConnections: [approved("Approved"), approved("Pending")],
};

describe("factsOf", () => {
  it("reads every member", () => {
    expect(factsOf({ properties: recorded }, CLOCKS)).toEqual({
      activation: "NotActivated", provisioning: "Succeeded", softDelete: true, retentionDays: 7,
      purgeProtection: false, administrators: ["aaaaaaaa-2222-3333-4444-555555555555"],
      publicAccess: "Disabled", endpoints: 2, approvedEndpoints: 1, regions: ["centralindia"],
      clocks: CLOCKS,
    });
  });

  it.each([
    ["enableSoftDelete", "true", "softDelete"], ["enablePurgeProtection", 1, "purgeProtection"],
    ["publicNetworkAccess", null, "publicAccess"], ["provisioningState", {}, "provisioning"],
    ["softDeleteRetentionInDays", "90", "retentionDays"],
  ] as const)("takes %s of another form as not said", (member, value, fact) => {
    expect(factsOf({ properties: { ...recorded, [member]: value } }, CLOCKS)[fact]).toBeNull();
  });

  it("takes lists of another form as empty, and what is no HSM as no answer", () => {
    const odd = { privateEndpointConnections: {}, initialAdminObjectIds: [7], regions: ["x"] };
    expect(factsOf({ properties: { ...recorded, ...odd } }, CLOCKS))
      .toMatchObject({ endpoints: 0, administrators: [], regions: [] });
    expect(() => factsOf({}, CLOCKS)).toThrow(expect.objectContaining({ code: "E-HSM-BODY" }));
  });
});
