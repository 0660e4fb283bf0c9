// Azure Resource Manager's view of the HSM (azure-protocol.md 4): is it activated?
import { notFound, ok, type Answer, type Call } from "./answer.ts";
import type { Machine } from "./machine.ts";

/** As recorded; "ready to use" stands there although it is not activated. */
const PROVISIONED = "The Managed HSM is provisioned and ready to use.";
const NOT_ACTIVATED = "Your HSM has been provisioned, but cannot be used for cryptographic "
  + "operations until it is activated. To activate the HSM, download the security domain.";
/** Not recorded: words of our own. */
const ACTIVATED = "Your HSM is activated.";

/** GET of any path that ends in /providers/Microsoft.KeyVault/managedHSMs/NAME. */
export function getArmView({ state }: Machine, { base, path, caught: [name = ""] }: Call): Answer {
  if (name.toLowerCase() !== state.name.toLowerCase())
    return notFound("There is no Managed HSM of this name.");
  return ok({
    id: path, name: state.name, type: "Microsoft.KeyVault/managedHSMs", location: "rehearsal",
    sku: { family: "B", name: "Standard_B1" }, tags: {},
    properties: {
      tenantId: state.tenant, hsmUri: `${base}/`, initialAdminObjectIds: [state.administrator],
      enableSoftDelete: true, softDeleteRetentionInDays: 90, enablePurgeProtection: true,
      networkAcls: {
        bypass: "None", defaultAction: "Allow", ipRules: [], virtualNetworkRules: [],
      },
      publicNetworkAccess: "Enabled", regions: [],
      provisioningState: "Succeeded", statusMessage: PROVISIONED,
      securityDomainProperties: state.activated
        ? { activationStatus: "Active", activationStatusMessage: ACTIVATED }
        : { activationStatus: "NotActivated", activationStatusMessage: NOT_ACTIVATED },
    },
  });
}
