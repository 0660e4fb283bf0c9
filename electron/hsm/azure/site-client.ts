// Our client to a real Managed HSM: its own address and its cloud's Resource Manager, no other.
import type { TokenCredential } from "@azure/core-auth";
import { fault } from "../faults.ts";
import type { ContactHsm } from "../own-keys.ts";
import type { SignedIn } from "../signed-in.ts";
import type { Site } from "../site.ts";
import { azureHsm, type AzureHsmOptions } from "./azure-hsm.ts";
import { holderOf } from "./claims.ts";

/**
 * Sends nothing yet.
 * @param caPem in a cloud of one's own, the only authority trusted
 * @param heard gets each exchange
 * @throws Fault E-HSM-HOST
 */
export const siteClient = (
  { name, url, resource, cloud }: Site,
  credential: TokenCredential,
  caPem?: string,
  heard?: AzureHsmOptions["heard"],
): ContactHsm =>
  azureHsm({
    name,
    url,
    credential,
    armUrl: `${cloud.arm}${resource}`,
    ...(caPem === undefined ? {} : { caPem }),
    allowHosts: [url, cloud.arm].map(placeOf),
    verifyChallenge: true,
    heard,
  });

/** Who signed in, by the token for Resource Manager. @throws Fault E-HSM-TENANT, E-AUTH-* */
export async function signedIn(site: Site, credential: TokenCredential): Promise<SignedIn> {
  const got = await credential.getToken(`${site.cloud.arm}/.default`);
  const as = holderOf(site.signIn, got?.token ?? "");
  if (as.tenant !== "" && as.tenant !== site.tenant) throw fault("E-HSM-TENANT");
  return { ...as, tenant: site.tenant };
}

/** `host:port` of an address, the port always written. */
export function placeOf(address: string): string {
  const { hostname, port } = new URL(address);
  return `${hostname}:${port || "443"}`;
}
