// Which HSM `sd hsm` asks, whom it trusts, and who signs in.
import { fromUtf8, sha256Hex, utf8 } from "../../../crypto/index.ts";
import type { Exchange } from "../../beliefs/beliefs.ts";
import { promptSentence } from "../../hsm/hsm.ts";
import type { ContactHsm } from "../../hsm/own-keys.ts";
import { CLOUDS, readSiteFile, siteOf, type Site, type SiteMembers } from "../../hsm/site.ts";
import type { Mode } from "../../media/media.ts";
import { optional, need, usage, type Given } from "../shared/arguments.ts";
import { fault } from "../shared/faults.ts";
import { checkReadable, readInput } from "../shared/files.ts";
import type { Voice } from "../shared/outcome.ts";

/** An HSM, and whether it is a rehearsal's: those and real ones never share certificates. */
export interface Connection {
  readonly hsm: ContactHsm;
  readonly mode: Mode;
  /** The host's name. */
  readonly host: string;
  /** Its host and port; of a rehearsal's, whose port changes, its name. */
  readonly place: string;
}

/** Flags only for a rehearsal HSM. */
const REHEARSAL = ["--hsm-name", "--ca-file", "--token-file"] as const;

/** Flags only for a rehearsal's subscription, which answers with Azure's own names. */
const READER = ["--ca-file", "--token-file"] as const;
const PUBLIC = CLOUDS.get("public") ?? { arm: "", hsm: "" };

/** The flags that replace a member of the site file. */
const MEMBERS = {
  "--hsm-url": "hsm",
  "--resource-id": "resource",
  "--cloud": "cloud",
  "--tenant": "tenant",
  "--sign-in": "signIn",
  "--client-id": "client",
  "--client-certificate": "clientCertificate",
} as const satisfies Readonly<Record<string, keyof SiteMembers>>;

/** Gets each exchange with the HSM. */
export type Heard = (exchange: Exchange) => void;

/**
 * The network code is loaded only here.
 * @throws Fault E-USAGE, E-FILE-*, E-HSM-SITE, E-HSM-HOST, E-SIGN-IN
 */
export async function connect(given: Given, voice: Voice, heard?: Heard): Promise<Connection> {
  if (REHEARSAL.some((flag) => optional(given, flag) !== null)) return rehearsal(given, heard);
  return real(siteIn(given), voice, heard);
}

async function rehearsal(given: Given, heard: Heard | undefined): Promise<Connection> {
  const mixed = ["--site", ...Object.keys(MEMBERS)].find(
    (flag) => flag !== "--hsm-url" && optional(given, flag) !== null,
  );
  if (mixed !== undefined) throw usage(`The flag ${mixed} does not go with a rehearsal HSM.`);
  const [url, name] = [need(given, "--hsm-url"), need(given, "--hsm-name")];
  const [caFile, tokenFile] = [need(given, "--ca-file"), need(given, "--token-file")];
  checkReadable(caFile, "--ca-file");
  checkReadable(tokenFile, "--token-file");
  const { rehearsalClient } = await import("../../hsm/azure/rehearsal-client.ts");
  const hsm = rehearsalClient({ name, url, caFile, tokenFile }, heard);
  return { hsm, mode: "REHEARSAL", host: new URL(url).hostname, place: `rehearsal ${name}` };
}

/** The site of file and flags; a flag overrides the file. @throws Fault E-FILE-*, E-HSM-SITE */
function siteIn(given: Given): Site {
  const file = optional(given, "--site");
  if (file === null && optional(given, "--hsm-url") === null)
    throw usage("Say which HSM: --site FILE, or --hsm-url and the flags that go with it.");
  const filed = file === null ? {} : readSiteFile(readInput(file, "--site"));
  const flags = Object.entries(MEMBERS).flatMap(([flag, member]) => {
    const value = optional(given, flag);
    return value === null ? [] : [[member, value] as const];
  });
  const cloud = optional(given, "--cloud");
  if (cloud !== null && !CLOUDS.has(cloud))
    throw usage(`The flag --cloud takes one of: ${[...CLOUDS.keys()].join(", ")}.`);
  return siteOf({ ...filed, ...Object.fromEntries(flags) });
}

async function real(site: Site, voice: Voice, heard: Heard | undefined): Promise<Connection> {
  const { credential, caPem } = await credentialFor(site, voice);
  const { siteClient } = await import("../../hsm/azure/site-client.ts");
  return {
    hsm: siteClient(site, credential, caPem, heard),
    mode: "PRODUCTION",
    host: new URL(site.url).hostname,
    place: new URL(site.url).host,
  };
}

/** Who signs in to a site, and the only authority trusted there. @throws Fault E-FILE-*, E-SIGN-IN */
async function credentialFor(site: Site, { tell, warn }: Voice) {
  const { caFile } = site.cloud;
  const pem = (path: string, what: string): string => fromUtf8(readInput(path, what));
  const trust = caFile === undefined ? {} : { caPem: pem(caFile, "the site's caFile") };
  const client =
    site.clientCertificate === null
      ? {}
      : { clientPem: pem(site.clientCertificate, "--client-certificate") };
  const { signIn } = await signer();
  // The author of the site file chose it, whatever the hosts are called.
  if (trust.caPem !== undefined)
    warn({
      code: "W-SITE-CA",
      message: `For all answers the site's own CA vouches alone: the file of SHA-256 ${sha256Hex(utf8(trust.caPem))}.`,
    });
  const credential = signIn(site, {
    ...trust,
    ...client,
    prompt: (prompt) => tell(promptSentence(prompt)),
  });
  return { credential, caPem: trust.caPem };
}

/** Whom a deployment's reads ask, and who signs in: a site's cloud, or a rehearsal's subscription. */
export interface ReaderConnection {
  readonly arm: string;
  readonly domain: string;
  readonly credential: Awaited<ReturnType<typeof credentialFor>>["credential"];
  readonly caPem?: string | undefined;
  readonly via?: { readonly host: string; readonly port: number };
}

/** @throws Fault E-USAGE, E-FILE-*, E-HSM-SITE, E-SIGN-IN */
export async function readerConnection(given: Given, voice: Voice): Promise<ReaderConnection> {
  if (!READER.some((flag) => optional(given, flag) !== null)) {
    const site = siteIn(given);
    const { cloud } = site;
    return { arm: cloud.arm, domain: cloud.hsm, ...(await credentialFor(site, voice)) };
  }
  const [url, caFile] = [need(given, "--hsm-url"), need(given, "--ca-file")];
  const token = fromUtf8(readInput(need(given, "--token-file"), "--token-file")).trim();
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address?.protocol !== "https:" || address.port === "")
    throw usage("For a rehearsal's subscription, --hsm-url is https://127.0.0.1:PORT.");
  return {
    arm: PUBLIC.arm,
    domain: PUBLIC.hsm,
    credential: {
      getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    caPem: fromUtf8(readInput(caFile, "--ca-file")),
    via: { host: address.hostname, port: Number(address.port) },
  };
}

/** The sign-in is a file beside this one, which an offline machine never has. */
async function signer() {
  try {
    return await import("../../hsm/azure/sign-in.ts");
  } catch {
    throw fault("E-SIGN-IN");
  }
}
