// Azure Resource Manager's view of the HSM (docs/azure-protocol.md 4): is it activated?
import type { JsonObject } from "../../crypto/index.ts";
import { notFound, ok, type Answer, type Call } from "./answer.ts";
import type { Endpoints, Machine } from "./machine.ts";

/** As recorded; "ready to use" although it is not activated. */
const PROVISIONED = "The Managed HSM is provisioned and ready to use.";
const NOT_ACTIVATED =
  "Your HSM has been provisioned, but cannot be used for cryptographic "
  + "operations until it is activated. To activate the HSM, download the security domain.";
/** Not recorded: words of our own. */
const ACTIVATED = "Your HSM is activated.";

/** As the plan names them, one in each region. */
const ENDPOINT_NAMES = ["pe-contoso-hsm-southindia", "pe-contoso-hsm-centralindia"];

/** GET of any path that ends in /providers/Microsoft.KeyVault/managedHSMs/NAME. */
export function getArmView(
  { state, endpoints, retentionDays, purgeProtection }: Machine,
  { base, path, caught: [name = ""] }: Call,
): Answer {
  if (name.toLowerCase() !== state.name.toLowerCase())
    return notFound("There is no Managed HSM of this name.");
  return ok({
    id: path,
    name: state.name,
    type: "Microsoft.KeyVault/managedHSMs",
    location: "rehearsal",
    sku: { family: "B", name: "Standard_B1" },
    tags: {},
    properties: {
      tenantId: state.tenant,
      hsmUri: `${base}/`,
      initialAdminObjectIds: [state.administrator],
      enableSoftDelete: true,
      softDeleteRetentionInDays: retentionDays,
      enablePurgeProtection: purgeProtection,
      ...networkOf(endpoints, path),
      regions: [],
      provisioningState: "Succeeded",
      statusMessage: PROVISIONED,
      securityDomainProperties: state.activated
        ? { activationStatus: "Active", activationStatusMessage: ACTIVATED }
        : { activationStatus: "NotActivated", activationStatusMessage: NOT_ACTIVATED },
    },
  });
}

function networkOf(endpoints: Endpoints, path: string): JsonObject {
  const isOpen = endpoints === "none";
  const group = path.split("/providers/")[0] ?? "";
  const status = endpoints === "approved" ? "Approved" : "Pending";
  return {
    networkAcls: {
      bypass: "None",
      defaultAction: isOpen ? "Allow" : "Deny",
      ipRules: [],
      virtualNetworkRules: [],
    },
    publicNetworkAccess: isOpen ? "Enabled" : "Disabled",
    privateEndpointConnections: isOpen
      ? []
      : ENDPOINT_NAMES.map((name) => ({
          id: `${path}/privateEndpointConnections/${name}`,
          properties: {
            privateEndpoint: {
              id: `${group}/providers/Microsoft.Network/privateEndpoints/${name}`,
            },
            privateLinkServiceConnectionState: { status, description: "", actionsRequired: "None" },
            provisioningState: "Succeeded",
          },
        })),
  };
}
