// What an answer given to a proof must never contain: tokens, keys, passwords, SAS.
import { secretIn as secretInText } from "../plan/secrets.ts";
import { isArray, isObject, type Json } from "../../../crypto/json.ts";

/** Members whose text is secret by name, in lower case without punctuation. */
const SECRET_MEMBERS = new Set([
  "accesstoken",
  "refreshtoken",
  "idtoken",
  "clientsecret",
  "secret",
  "secretvalue",
  "password",
  "adminpassword",
  "administratorloginpassword",
  "passphrase",
  "sastoken",
  "storagesastoken",
  "accountkey",
  "accesskey",
  "privatekey",
  "connectionstring",
  "primarykey",
  "secondarykey",
  "primarymasterkey",
  "secondarymasterkey",
  "primaryreadonlymasterkey",
  "secondaryreadonlymasterkey",
  "protectedsettings",
  "kubeconfig",
]);

/** The private members of a JSON Web Key (RFC 7518, 6.2.2, 6.3.2 and 6.4.1). */
const PRIVATE_HALF = ["d", "p", "q", "dp", "dq", "qi", "k"];

/**
 * Finds a secret in an answer.
 * @returns the path of its member, using Azure's names only, or null
 */
export function secretIn(value: Json, path = ""): string | null {
  if (typeof value === "string") return isSecret(value) ? path : null;
  if (isArray(value)) {
    for (const [at, item] of value.entries()) {
      const found = secretIn(item, `${path}[${String(at)}]`);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  const isKey = typeof value["kty"] === "string";
  for (const [name, member] of Object.entries(value)) {
    const place = `${path}${path === "" ? "" : "."}${namable(name)}`;
    const named =
      SECRET_MEMBERS.has(name.toLowerCase().replace(/[^a-z]/g, ""))
      || (isKey && PRIVATE_HALF.includes(name));
    if (named && isFilled(member)) return place;
    const found = isSecret(name) ? place : secretIn(member ?? null, place);
    if (found !== null) return found;
  }
  return null;
}

const isSecret = (text: string): boolean => secretInText(text) !== null;

/** Within an object only text that is no time counts: Cosmos DB gives each key's creation time. */
function isFilled(value: Json | undefined): boolean {
  if (typeof value === "string") return value !== "";
  return value !== undefined && textsIn(value).some((text) => text !== "" && !TIME.test(text));
}

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/;

function textsIn(value: Json): readonly string[] {
  if (typeof value === "string") return [value];
  if (isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap((one) => textsIn(one ?? null)) : [];
}

/** A member's name may itself be a secret: only a plain one is shown. */
const namable = (name: string): string => (/^[A-Za-z][A-Za-z_]{0,39}$/.test(name) ? name : "?");
