// The storage account of a rehearsal: its key, and whether a SAS token opens one of its containers
// (Microsoft's "Create a service SAS", for versions from 2020-12-06 on).
import { join } from "node:path";
import { equal, fromBase64, toBase64, utf8 } from "../../crypto/index.ts";
import { hmac256 } from "../../crypto/secret-half.ts";
import { readIfThere, replaceFile } from "./disk.ts";
import type { Container } from "./storage.ts";

/** Base64 of 64 bytes, as Azure gives an account's key, which makes tokens. */
export const ACCOUNT_KEY_FILE = "account-key";

/** Makes the key at the first start of the first HSM that has this store. */
export function openAccount(store: string, random: (length: number) => Uint8Array): void {
  if (readIfThere(join(store, ACCOUNT_KEY_FILE)) === null)
    replaceFile(store, ACCOUNT_KEY_FILE, toBase64(random(64)));
}

/** Storage's own codes and words for a token that does not open. */
export interface Denied {
  readonly code: "AuthenticationFailed" | "AuthorizationPermissionMismatch";
  readonly message: string;
}

/** In the words of Azure's HSM (azure-sdk-for-js, issue 22313); checked before any job begins. */
export const NO_EXPIRY =
  "The customer provided SAS token is malformed. "
  + "The SAS token does not contain the expiry field";

export const hasExpiry = (token: string): boolean => membersOf(token).has("se");

/**
 * Why this token does not open the container for these rights, or null.
 * @param rights letters of Azure's: c, r, d, w
 */
export function denied(
  store: string,
  { uri, name }: Container,
  token: string,
  rights: string,
  now: Date,
): Denied | null {
  const members = membersOf(token);
  const of = (member: string): string => members.get(member) ?? "";
  const key = keyIn(store);
  const account = new URL(uri).hostname.split(".")[0] ?? "";
  const signed = [
    of("sp"),
    of("st"),
    of("se"),
    `/blob/${account}/${name}`,
    of("si"),
    of("sip"),
    of("spr"),
    of("sv"),
    of("sr"),
    "",
    of("ses"),
    of("rscc"),
    of("rscd"),
    of("rsce"),
    of("rscl"),
    of("rsct"),
  ].join("\n");
  const isGenuine =
    key !== null
    && of("sr") === "c"
    && of("sv") >= "2020-12-06"
    && equal(utf8(of("sig")), utf8(toBase64(hmac256(key, utf8(signed)))));
  if (!isGenuine) return authentication("Signature did not match.");
  const [from, until] = [Date.parse(of("st") || "1970-01-01"), Date.parse(of("se"))];
  if (!(from <= now.getTime() && now.getTime() < until))
    return authentication("Signed expiry time or start time does not fit.");
  return [...rights].every((right) => of("sp").includes(right))
    ? null
    : {
        code: "AuthorizationPermissionMismatch",
        message: "This request is not authorized to perform this operation using this permission.",
      };
}

/** Null if something else is in its place: then no token opens. */
function keyIn(store: string): Uint8Array | null {
  const key = fromBase64(readIfThere(join(store, ACCOUNT_KEY_FILE)) ?? "");
  return typeof key === "number" ? null : key;
}

const authentication = (why: string): Denied => ({
  code: "AuthenticationFailed",
  message: `Server failed to authenticate the request. ${why}`,
});

const membersOf = (token: string): ReadonlyMap<string, string> =>
  new Map(new URLSearchParams(token.replace(/^\?/, "")));
