// Where a real HSM is and how to sign in there: the site file, read strictly. Never a secret.
import { isObject, readJson, type Json } from "../../crypto/index.ts";
import { fault } from "./faults.ts";

/**
 * The addresses of one cloud. `caFile`: in a cloud of one's own, the only authority trusted.
 * `sgxRootFile`: the root of its HSMs' quotes in place of Intel's. That is a rehearsal HSM's; it is
 * never taken in production.
 */
export interface Cloud {
  /** The sign-in's authority, and Resource Manager: `https://host[:port]`. */
  readonly authority: string;
  readonly arm: string;
  /** The domain of its HSMs. */
  readonly hsm: string;
  readonly caFile?: string;
  readonly sgxRootFile?: string;
}

/** Microsoft's clouds (their addresses as azure-cli's `cloud.py` has them). */
export const CLOUDS: ReadonlyMap<string, Cloud> = new Map<string, Cloud>([
  [
    "public",
    {
      authority: "https://login.microsoftonline.com",
      arm: "https://management.azure.com",
      hsm: "managedhsm.azure.net",
    },
  ],
  [
    "usgov",
    {
      authority: "https://login.microsoftonline.us",
      arm: "https://management.usgovcloudapi.net",
      hsm: "managedhsm.usgovcloudapi.net",
    },
  ],
  [
    "china",
    {
      authority: "https://login.chinacloudapi.cn",
      arm: "https://management.chinacloudapi.cn",
      hsm: "managedhsm.azure.cn",
    },
  ],
]);

const SIGN_INS = [
  "browser",
  "device-code",
  "azure-cli",
  "managed-identity",
  "client-certificate",
] as const;
export type SignInKind = (typeof SIGN_INS)[number];

/** A timestamp authority that a site chose: its certificate is what is trusted, its address may be missing. */
export interface TimestampAuthority {
  /** The file of its certificate, or of its root's, in PEM. */
  readonly certificate: string;
  /** Where it answers; null where someone carries requests and answers. */
  readonly url: string | null;
}

/** One HSM, and as whom it is asked. */
export interface Site {
  /** The HSM's name, as its resource has it. */
  readonly name: string;
  /** `https://<hsm>`, no slash at the end. */
  readonly url: string;
  /** `/subscriptions/.../managedHSMs/<name>`. */
  readonly resource: string;
  readonly cloud: Cloud;
  /** The tenant's id, in lower case. */
  readonly tenant: string;
  readonly signIn: SignInKind;
  /** The application or managed identity that signs in; null for the usual one. */
  readonly client: string | null;
  /** The file of the certificate and key for `client-certificate`. */
  readonly clientCertificate: string | null;
  /** Two, or missing. */
  readonly timestamps?: readonly TimestampAuthority[];
}

/** The members of a site file, each of which a flag may replace. */
const SITE_MEMBERS = [
  "hsm",
  "resource",
  "cloud",
  "tenant",
  "signIn",
  "client",
  "clientCertificate",
  "timestamps",
] as const;
export type SiteMembers = Readonly<Partial<Record<(typeof SITE_MEMBERS)[number], Json>>>;

/** A site file's members, not yet checked. @throws Fault E-HSM-SITE */
export function readSiteFile(bytes: Uint8Array): SiteMembers {
  const reading = readJson(bytes);
  if (!reading.ok || !isObject(reading.value)) throw wrong("form");
  const known: readonly string[] = SITE_MEMBERS;
  if (Object.keys(reading.value).some((name) => !known.includes(name))) throw wrong("form");
  return reading.value;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const RESOURCE = new RegExp(
  "^/subscriptions/[0-9a-f-]{36}/resourceGroups/[\\w.()-]{1,90}"
    + "/providers/Microsoft\\.KeyVault/managedHSMs/([0-9A-Za-z-]{3,24})$",
  "i",
);
const ADDRESS = /^https:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?$/i;

/**
 * The site from these members: `cloud` is public and `signIn` is browser by default.
 * @throws Fault E-HSM-SITE, naming the member that is missing or wrong
 */
export function siteOf(members: SiteMembers): Site {
  const text = (name: keyof SiteMembers, form: RegExp): string => {
    const value = members[name];
    if (typeof value !== "string" || !form.test(value)) throw wrong(name);
    return value;
  };
  const given = (name: keyof SiteMembers): boolean => members[name] !== undefined;
  const cloud = cloudOf(members.cloud ?? "public");
  const resource = text("resource", RESOURCE);
  const name = RESOURCE.exec(resource)?.[1] ?? "";
  const signIn = SIGN_INS.find((kind) => kind === (members.signIn ?? "browser"));
  if (signIn === undefined) throw wrong("signIn");
  if (given("clientCertificate") !== (signIn === "client-certificate"))
    throw wrong("clientCertificate");
  if (signIn === "client-certificate" && !given("client")) throw wrong("client");
  return {
    name,
    resource,
    cloud,
    signIn,
    url: urlOf(text("hsm", /^\S+$/), name, cloud),
    tenant: text("tenant", GUID).toLowerCase(),
    client: given("client") ? text("client", GUID).toLowerCase() : null,
    clientCertificate: given("clientCertificate") ? text("clientCertificate", /./) : null,
    ...(given("timestamps") ? { timestamps: timestampsOf(members) } : {}),
  };
}

/** An authority's answers are signed: its address may be without TLS, as most are. */
const STAMP_ADDRESS = /^https?:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?(\/[\w.~/-]{0,200})?$/i;

/**
 * The timestamp authorities that a site chose: two, of different files, because one alone could antedate; or none.
 * @throws Fault E-HSM-SITE
 */
export function timestampsOf({ timestamps }: SiteMembers): readonly TimestampAuthority[] {
  if (timestamps === undefined) return [];
  const all = Array.isArray(timestamps) ? timestamps.map(timestampOf) : [];
  if (new Set(all.map(({ certificate }) => certificate)).size !== 2 || all.length !== 2)
    throw wrong("timestamps");
  return all;
}

function timestampOf(given: Json): TimestampAuthority {
  const { certificate, url = null, ...others } = isObject(given) ? given : {};
  const isRight =
    typeof certificate === "string"
    && certificate !== ""
    && (url === null || (typeof url === "string" && STAMP_ADDRESS.test(url) && URL.canParse(url)))
    && Object.keys(others).length === 0;
  if (!isRight) throw wrong("timestamps");
  return { certificate, url };
}

/** Whether Microsoft runs it. A cloud of one's own names its trusted authority. */
export const isMicrosofts = ({ caFile }: Cloud): boolean => caFile === undefined;

/** The HSM's address is in its cloud's domain and has the resource's name. */
function urlOf(text: string, name: string, cloud: Cloud): string {
  const address = text.replace(/\/$/, "");
  if (!ADDRESS.test(address) || !URL.canParse(address)) throw wrong("hsm");
  const { hostname, port, origin } = new URL(address);
  const right = isMicrosofts(cloud)
    ? hostname === `${name.toLowerCase()}.${cloud.hsm}` && port === ""
    : hostname.endsWith(`.${cloud.hsm}`);
  if (!right) throw wrong("hsm");
  return origin;
}

/** One of Microsoft's by its name, or one's own, which names its authority and trusts only that. */
function cloudOf(given: Json): Cloud {
  const known = typeof given === "string" ? CLOUDS.get(given) : undefined;
  if (known !== undefined) return known;
  if (!isObject(given)) throw wrong("cloud");
  const { authority, arm, hsm, caFile, sgxRootFile, ...others } = given;
  const right =
    isAddress(authority)
    && isAddress(arm)
    && typeof hsm === "string"
    && /^[a-z0-9.-]{3,253}$/.test(hsm)
    && typeof caFile === "string"
    && caFile !== ""
    && Object.keys(others).length === 0;
  if (!right) throw wrong("cloud");
  if (sgxRootFile === undefined) return { authority, arm, hsm, caFile };
  if (typeof sgxRootFile !== "string" || sgxRootFile === "") throw wrong("cloud");
  return { authority, arm, hsm, caFile, sgxRootFile };
}

const isAddress = (value: Json | undefined): value is string =>
  typeof value === "string" && ADDRESS.test(value);

const wrong = (what: keyof SiteMembers | "form") => fault("E-HSM-SITE", { what });
