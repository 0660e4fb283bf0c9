// The security domain file: Azure's JSON with one encrypted share per officer and the HSM's data.
import type { Detail } from "../electron/text/refusal.ts";
import { sentence } from "../electron/text/sentence.ts";
import { Refusals } from "./accept.ts";
import { fromBase64Url } from "./base64.ts";
import { toHex } from "./bytes.ts";
import { sha256Hex } from "./native.ts";
import { isFault } from "./errors.ts";
import { fault } from "./faults.ts";
import { isArray, isObject, type Json, type JsonObject } from "./json.ts";
import { readJwe, type Jwe, type JweAlgorithm } from "./jwe.ts";
import { readObject } from "./received.ts";

/** One officer's share: its name, its certificate's SHA-256 (hex), and the ciphertext. */
export interface EncryptedShare {
  readonly thumbprint: string;
  readonly jwe: Jwe;
}

/** One part of the HSM's data, encrypted under a key derived from the secret and its tag. */
export interface Entry {
  readonly tag: string;
  readonly jwe: Jwe;
}

/** A security domain as read. `sha256` is of the whole file, lower-case hex. */
export interface SecurityDomain {
  readonly sha256: string;
  readonly required: number;
  readonly shares: readonly EncryptedShare[];
  readonly entries: readonly Entry[];
  /** Codes of refusals that were accepted in this reading, and needed. */
  readonly overruled: readonly string[];
}

/**
 * Reads a security domain file strictly; nothing is decrypted here.
 * @param accepted in a recovery, codes of `ACCEPTABLE` that refuse nothing here
 * @throws Fault E-SD-*, E-JWE-*, E-KIND
 */
export function readSecurityDomain(
  bytes: Uint8Array,
  accepted: readonly string[] = [],
): SecurityDomain {
  const refusals = new Refusals(accepted);
  const file = readObject(bytes);
  refuseOtherKinds(file);
  const sharedKeys = object(file, "SharedKeys");
  const encData = object(file, "EncData");
  if (file["version"] === undefined) throw fault("E-SD-MISSING", { member: "version" });
  if (file["version"] !== 2) refusals.raise(fault("E-SD-VERSION"));
  onlyMembers(file, ["EncData", "SharedKeys", "version"], refusals);
  onlyMembers(sharedKeys, ["enc_shares", "key_algorithm", "required"], refusals);
  if (sharedKeys["key_algorithm"] !== "shamir_share") throw fault("E-SD-ALG");
  const entries = readEntries(encData, refusals);
  const shares = array(sharedKeys, "enc_shares").map((item, i) =>
    readEncryptedShare(item, i + 1, refusals),
  );
  const required = readRequired(sharedKeys["required"], shares.length);
  if (new Set(shares.map((share) => share.thumbprint)).size < shares.length)
    throw fault("E-SD-DUP-SHARE");
  const { overruled } = refusals;
  return { sha256: sha256Hex(bytes), required, shares, entries, overruled };
}

/** The data entries of `EncData`, which a restore blob also has. @throws Fault E-SD-*, E-JWE-* */
export function readEntries(encData: JsonObject, refusals = new Refusals()): readonly Entry[] {
  onlyMembers(encData, ["data", "kdf"], refusals);
  if (encData["kdf"] !== "sp108_kdf") throw fault("E-SD-KDF");
  const data = array(encData, "data");
  if (data.length === 0) throw fault("E-SD-NO-DATA");
  const seen = new Set<string>();
  return data.map((item, i) => {
    const n = i + 1;
    const entry = objectOf(item, sentence("crypto-faults.entryOf", { member: "data" }));
    onlyMembers(entry, ["compact_jwe", "tag"], refusals);
    const jwe = compact(
      entry["compact_jwe"],
      "dir",
      sentence("crypto-faults.dataEntry", { n }),
      refusals,
    );
    const tag = entry["tag"];
    if (typeof tag !== "string" || !TAG_FORM.test(tag) || seen.has(tag))
      throw fault("E-SD-TAG", { n });
    // The key is derived from the tag, so authentication proves the tag, whatever the header says.
    if (tag !== jwe.kid) refusals.raise(fault("E-SD-TAG", { n }));
    seen.add(tag);
    return { tag, jwe };
  });
}

/** What can be the `kid` of a header that we write. */
const TAG_FORM = /^[\x20-\x7e]{1,200}$/;

/** A compact JWE in a member; a base64url error gives its place. */
export function compact(
  value: Json | undefined,
  alg: JweAlgorithm,
  member: Detail,
  refusals = new Refusals(),
): Jwe {
  if (typeof value !== "string")
    throw fault("E-SD-TYPE", { member, wanted: sentence("crypto-faults.text") });
  try {
    return readJwe(value, alg, refusals);
  } catch (error) {
    if (isFault(error) && error.code === "E-JWE-BASE64") checkBase64(value, member);
    throw error;
  }
}

function checkBase64(value: string, member: Detail): void {
  let offset = 0;
  for (const part of value.split(".")) {
    const read = fromBase64Url(part);
    if (typeof read === "number") throw fault("E-SD-BASE64", { member, at: offset + read });
    offset += part.length + 1;
  }
}

/** The member as an object. @throws Fault E-SD-MISSING, E-SD-TYPE */
export function object(parent: JsonObject, member: string): JsonObject {
  const value = parent[member];
  if (value === undefined) throw fault("E-SD-MISSING", { member });
  return objectOf(value, member);
}

/** @throws Fault E-SD-UNKNOWN-MEMBER when a member is not in the list */
export function onlyMembers(
  value: JsonObject,
  known: readonly string[],
  refusals = new Refusals(),
): void {
  if (Object.keys(value).some((name) => !known.includes(name)))
    refusals.raise(fault("E-SD-UNKNOWN-MEMBER"));
}

/**
 * The name of a share, as in `readThumbprint`; one `=` after it is ignored, because Terraform's
 * azurerm provider asks Azure for names with it.
 */
function readShareName(value: Json | undefined): string | null {
  return readThumbprint(typeof value === "string" ? value.replace(/^(.{43})=$/, "$1") : value);
}

/** A thumbprint of 32 bytes in base64url, as lower-case hex, or null. */
export function readThumbprint(value: Json | undefined): string | null {
  const bytes = typeof value === "string" ? fromBase64Url(value) : 0;
  return typeof bytes !== "number" && bytes.length === 32 ? toHex(bytes) : null;
}

function readEncryptedShare(item: Json, n: number, refusals: Refusals): EncryptedShare {
  const share = objectOf(item, sentence("crypto-faults.entryOf", { member: "enc_shares" }));
  onlyMembers(share, ["enc_key", "x5t_256"], refusals);
  const thumbprint = readShareName(share["x5t_256"]);
  if (thumbprint === null) throw fault("E-SD-THUMBPRINT", { n });
  const member = sentence("crypto-faults.shareEntry", { n });
  return { thumbprint, jwe: compact(share["enc_key"], "RSA-OAEP-256", member, refusals) };
}

function readRequired(value: Json | undefined, held: number): number {
  const wanted = sentence("crypto-faults.wholeNumber");
  if (value === undefined) throw fault("E-SD-MISSING", { member: "required" });
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    throw fault("E-SD-TYPE", { member: "required", wanted });
  if (value < 2 || value > 10) throw fault("E-SD-QUORUM");
  if (value > held) throw fault("E-SD-QUORUM-UNREACHABLE", { required: value, held });
  return value;
}

function refuseOtherKinds(file: JsonObject): void {
  const wanted = sentence("crypto-faults.domainFile");
  if (file["WrappedKey"] !== undefined)
    throw fault("E-KIND", { found: sentence("crypto-faults.blob"), wanted });
  if (file["transfer_key"] !== undefined)
    throw fault("E-KIND", { found: sentence("crypto-faults.exchangeKey"), wanted });
}

function array(parent: JsonObject, member: string): readonly Json[] {
  const value = parent[member];
  if (value === undefined) throw fault("E-SD-MISSING", { member });
  if (!isArray(value))
    throw fault("E-SD-TYPE", { member, wanted: sentence("crypto-faults.aList") });
  return value;
}

function objectOf(value: Json, member: Detail): JsonObject {
  if (!isObject(value))
    throw fault("E-SD-TYPE", { member, wanted: sentence("crypto-faults.anObject") });
  return value;
}
