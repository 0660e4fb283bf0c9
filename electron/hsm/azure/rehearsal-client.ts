// Our client to a rehearsal HSM: the same that production uses, with its authority and its token.
import { readFileSync } from "node:fs";
import type { AskedHsm } from "../hsm.ts";
import type { ContactHsm } from "../own-keys.ts";
import type { RehearsalAddress } from "../remote-hsm.ts";
import { azureHsm, type AzureHsmOptions } from "./azure-hsm.ts";
import { holderOf } from "./claims.ts";

/**
 * Reads trust and token from the HSM's own files. Sends nothing yet.
 * @param heard gets each exchange
 */
export function rehearsalClient(
  { name, url, caFile, tokenFile }: RehearsalAddress,
  heard?: AzureHsmOptions["heard"],
): ContactHsm {
  const token = readFileSync(tokenFile, "utf8").trim();
  const group = "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rehearsal";
  return azureHsm({
    name,
    url,
    armUrl: new URL(`${group}/providers/Microsoft.KeyVault/managedHSMs/${name}`, url).href,
    caPem: readFileSync(caFile, "utf8"),
    credential: {
      getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    allowHosts: [new URL(url).host],
    // The challenge names Azure's own domain; on loopback there is no such host to compare.
    verifyChallenge: false,
    heard,
  });
}

/** As a station of a rehearsal asks it: the holder of its token is signed in. */
export function rehearsalStation(address: RehearsalAddress): AskedHsm {
  const { url, tokenFile } = address;
  return {
    ...rehearsalClient(address),
    isMicrosofts: false,
    signIn: async () => holderOf("rehearsal", readFileSync(tokenFile, "utf8").trim()),
    addresses: async () => [new URL(url).hostname],
  };
}
