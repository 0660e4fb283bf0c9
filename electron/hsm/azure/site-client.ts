// Our client to a real Managed HSM: its own address and its cloud's Resource Manager, no other.
import type { TokenCredential } from "@azure/core-auth";
import { fromBase64Url, isObject, readJson } from "../../../crypto/index.ts";
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

/** The object id of who signed in, as the token for Resource Manager tells; null where not. */
export async function signedInAs(
  { cloud }: Site, credential: TokenCredential,
): Promise<string | null> {
  const got = await credential.getToken(`${cloud.arm}/.default`);
  const bytes = fromBase64Url(got?.token.split(".")[1] ?? "");
  if (typeof bytes === "number") return null;
  const claims = readJson(bytes);
  const id = claims.ok && isObject(claims.value) ? claims.value["oid"] : undefined;
  return typeof id === "string" && /^[0-9a-f-]{36}$/i.test(id) ? id.toLowerCase() : null;
}

/** `host:port` of an address, the port always written. */
export function placeOf(address: string): string {
  const { hostname, port } = new URL(address);
  return `${hostname}:${port || "443"}`;
}
