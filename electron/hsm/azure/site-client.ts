// Our client to a real Managed HSM: its own address and its cloud's Resource Manager, no other.
import type { TokenCredential } from "@azure/core-auth";
import type { Hsm } from "../hsm.ts";
import type { Site } from "../site.ts";
import { azureHsm } from "./azure-hsm.ts";

/**
 * Sends nothing yet.
 * @param caPem in a cloud of one's own, the only authority trusted
 * @throws Fault E-HSM-HOST
 */
export function siteClient(
  { name, url, resource, cloud }: Site, credential: TokenCredential, caPem?: string,
): Hsm {
  return azureHsm({
    name, url, credential,
    armUrl: `${cloud.arm}${resource}`,
    ...(caPem === undefined ? {} : { caPem }),
    allowHosts: [url, cloud.arm].map(placeOf),
    verifyChallenge: true,
  });
}

/** `host:port` of an address, the port always written. */
export function placeOf(address: string): string {
  const { hostname, port } = new URL(address);
  return `${hostname}:${port || "443"}`;
}
