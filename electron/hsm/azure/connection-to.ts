// The one HSM that a connected process talks to, and its sign-in: a rehearsal's, or a site's.
import { sha256Hex, utf8 } from "../../../crypto/index.ts";
import { readPlain } from "../../disk/read-plain.ts";
import { fault } from "../faults.ts";
import type { HsmAddress } from "../remote-hsm.ts";
import type { ServedHsm } from "../serve-hsm.ts";
import { isMicrosofts, type Site } from "../site.ts";
import { sentence } from "../../text/sentence.ts";
import { addressesOf } from "./addresses.ts";
import { rehearsalStation } from "./rehearsal-client.ts";
import { SignInDesk } from "./sign-in-desk.ts";
import { siteClient } from "./site-client.ts";

/**
 * Sends nothing yet. The sign-in is only loaded for a site.
 * @throws Fault E-HSM-SITE if a file that the site names cannot be read; E-HSM-HOST
 */
export async function connectionTo(address: HsmAddress): Promise<ServedHsm> {
  if (!("site" in address)) return { hsm: rehearsalStation(address), desk: null };
  const { site } = address;
  const { desk, caPem } = await accessTo(site);
  return {
    hsm: {
      ...siteClient(site, desk.credential, caPem),
      isMicrosofts: isMicrosofts(site.cloud),
      signIn: () => desk.signIn(),
      addresses: () => addressesOf(new URL(site.url).hostname),
    },
    desk,
  };
}

/**
 * Who signs in to a site, and the only authority trusted there.
 * @throws Fault E-HSM-SITE if a file that the site names cannot be read
 */
export async function accessTo(
  site: Site,
): Promise<{ readonly desk: SignInDesk; readonly caPem?: string }> {
  const { caFile } = site.cloud;
  const trust = caFile === undefined ? {} : { caPem: pemIn(caFile, "cloud") };
  const client =
    site.clientCertificate === null
      ? {}
      : { clientPem: pemIn(site.clientCertificate, "clientCertificate") };
  const { signIn } = await import("./sign-in.ts");
  const desk = new SignInDesk(
    site,
    (prompt) => signIn(site, { ...trust, ...client, prompt }),
    trust.caPem === undefined ? undefined : sha256Hex(utf8(trust.caPem)),
  );
  return { desk, ...trust };
}

const PEM_BYTES_MAX = 1024 * 1024;

function pemIn(path: string, what: "cloud" | "clientCertificate"): string {
  try {
    const bytes = readPlain(path, PEM_BYTES_MAX);
    if (bytes === null) throw new RangeError();
    return Buffer.from(bytes).toString("utf8");
  } catch {
    throw fault("E-HSM-SITE", { what: sentence("hsm-faults.fileOf", { setting: what }) });
  }
}
