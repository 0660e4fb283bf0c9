// What a token says about its holder. It is read and not validated: Azure does that.
import { fromBase64Url, isObject, readJson } from "../../../crypto/index.ts";
import { clean } from "../faults.ts";
import type { SignedIn } from "../signed-in.ts";

const NAME_MAX = 100;
/** Members that name a person or an application, the best first (Microsoft's access tokens). */
const NAMES = ["preferred_username", "upn", "unique_name", "name", "app_displayname", "appid"];

/** Who a token was issued to; "" for missing members. */
export function holderOf(way: SignedIn["way"], token: string): SignedIn {
  const claims = claimsIn(token);
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === "string" ? clean(value, NAME_MAX) : "";
  };
  const guid = (name: string): string =>
    /^[0-9a-f-]{36}$/i.test(text(name)) ? text(name).toLowerCase() : "";
  return {
    way,
    tenant: guid("tid"),
    id: guid("oid"),
    name: NAMES.map(text).find((name) => name !== "") ?? "",
  };
}

/** The claims of a token that is a JWT; none for any other. */
function claimsIn(token: string): Readonly<Record<string, unknown>> {
  const bytes = fromBase64Url(token.split(".")[1] ?? "");
  if (typeof bytes === "number") return {};
  const claims = readJson(bytes);
  return claims.ok && isObject(claims.value) ? claims.value : {};
}

/** The object id (`oid`, lower case) in the token's claims; null if missing. */
export function principalIn(token: string): string | null {
  const id = claimsIn(token)["oid"];
  return typeof id === "string" && /^[0-9a-f-]{36}$/i.test(id) ? id.toLowerCase() : null;
}
