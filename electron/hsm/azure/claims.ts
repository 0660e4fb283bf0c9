// What a token says of who holds it. It is read, never judged: whether it holds, Azure decides.
import { clean } from "../faults.ts";
import type { SignedIn } from "../signed-in.ts";
import { claimsIn } from "./token.ts";

const NAME_MAX = 100;
/** Members that name a person or an application, the best first (Microsoft's access tokens). */
const NAMES = ["preferred_username", "upn", "unique_name", "name", "app_displayname", "appid"];

/** Who a token was given to; "" for what it does not say. */
export function holderOf(way: SignedIn["way"], token: string): SignedIn {
  const claims = claimsIn(token);
  const text = (name: string): string => {
    const value = claims[name];
    return typeof value === "string" ? clean(value, NAME_MAX) : "";
  };
  const guid = (name: string): string =>
    /^[0-9a-f-]{36}$/i.test(text(name)) ? text(name).toLowerCase() : "";
  return {
    way, tenant: guid("tid"), id: guid("oid"),
    name: NAMES.map(text).find((name) => name !== "") ?? "",
  };
}
