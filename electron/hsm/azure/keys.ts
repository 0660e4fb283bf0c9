// The keys of an HSM with all their versions, from its lists and its JWKs.
import {
  fromBase64Url,
  isObject,
  sha256Hex,
  toBase64Url,
  utf8,
  type Json,
  type JsonObject,
} from "../../../crypto/index.ts";
import { unreadMember } from "../faults.ts";
import type { HsmKey } from "../hsm.ts";
import { itemsOf } from "./rest.ts";

/** Asks one GET of the HSM, by path or by a link that the HSM gave. */
export interface KeyReader {
  readonly get: (path: string) => Promise<JsonObject>;
  readonly follow: (link: string) => Promise<JsonObject>;
}

/** Public members of a JWK (RFC 7638 3.2), in the order of their names. */
const PUBLIC: readonly string[] = ["crv", "e", "kty", "n", "x", "y"];

/** Every version of every key, sorted. @throws Fault E-HSM-BODY for a list or key of another form */
export async function readKeys(reader: KeyReader): Promise<readonly HsmKey[]> {
  const keys: HsmKey[] = [];
  for (const { name } of await readList(reader, "keys")) {
    for (const { version } of await readList(reader, `keys/${name}/versions`))
      keys.push(await readKey(reader, name, version));
  }
  const place = ({ name, version }: HsmKey): string => `${name}/${version}`;
  return keys.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** The versions of one key; E-HSM-NONE if there is none of this name. @throws Fault E-HSM-BODY */
export const readVersions = async (reader: KeyReader, name: string): Promise<readonly string[]> =>
  (await readList(reader, `keys/${name}/versions`)).map(({ version }) => version);

async function readKey(reader: KeyReader, name: string, version: string): Promise<HsmKey> {
  const answer = await reader.get(`keys/${name}/${version}`);
  const { key, attributes } = answer;
  if (!isObject(key)) throw unreadMember("key");
  if (!isObject(attributes)) throw unreadMember("attributes");
  const publicSha256 = publicThumbprint(key);
  return { name, version, publicSha256, enabled: attributes["enabled"] === true };
}

/**
 * Lower-case hex of the JWK's thumbprint (RFC 7638, SHA-256): only public members. `kty` is taken
 * without "-HSM", so that it is the thumbprint of the same public key anywhere. A symmetric key has
 * no public member; its name and version must do.
 * @throws Fault E-HSM-BODY without `kty`
 */
export function publicThumbprint(jwk: JsonObject): string {
  const kty = jwk["kty"];
  if (typeof kty !== "string") throw unreadMember("key.kty");
  const members = PUBLIC.flatMap((name): readonly (readonly [string, Json])[] => {
    const value = name === "kty" ? kty.replace(/-HSM$/, "") : jwk[name];
    return typeof value === "string" ? [[name, shortest(name, value)]] : [];
  });
  return sha256Hex(utf8(JSON.stringify(Object.fromEntries(members))));
}

/** As RFC 7518 6.3.1 has the numbers of RSA: without padding, and without zero bytes before them. */
function shortest(name: string, value: string): string {
  const bytes = ["n", "e"].includes(name) ? fromBase64Url(value.replace(/=+$/, "")) : 0;
  if (typeof bytes === "number") return value;
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? value : toBase64Url(bytes.subarray(first));
}

interface Identifier {
  readonly name: string;
  readonly version: string;
}

/** All pages of a list; a single page has no `nextLink`. */
async function readList(reader: KeyReader, path: string): Promise<readonly Identifier[]> {
  const found: Identifier[] = [];
  for await (const item of itemsOf(reader.get(path), reader.follow)) found.push(identifierOf(item));
  return found;
}

const KID = /^https:\/\/[^/]+\/keys\/([0-9A-Za-z-]{1,127})(?:\/([0-9A-Za-z-]{1,127}))?\/?$/;

/** From `kid`: `https://<hsm>/keys/<name>` or `.../<name>/<version>`. */
function identifierOf(item: Json): Identifier {
  const kid = isObject(item) ? item["kid"] : undefined;
  const found = typeof kid === "string" ? KID.exec(kid) : null;
  if (found === null) throw unreadMember("value.kid");
  const [, name = "", version = ""] = found;
  return { name, version };
}
