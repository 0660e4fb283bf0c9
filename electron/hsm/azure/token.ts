// What a token tells of who signed in. It is read, never judged: that is the HSM's.
import { fromBase64Url, isObject, readJson } from "../../../crypto/index.ts";

/** The claims of a token that is a JWT; none of any other. */
export function claimsIn(token: string): Readonly<Record<string, unknown>> {
  const bytes = fromBase64Url(token.split(".")[1] ?? "");
  if (typeof bytes === "number") return {};
  const claims = readJson(bytes);
  return claims.ok && isObject(claims.value) ? claims.value : {};
}

/** The object id (`oid`, lower case) of the token's claims; null where it does not say. */
export function principalIn(token: string): string | null {
  const id = claimsIn(token)["oid"];
  return typeof id === "string" && /^[0-9a-f-]{36}$/i.test(id) ? id.toLowerCase() : null;
}
