// One shape for the output of `az` and of Resource Manager: `az` lifts the members of `properties`
// up one level, spells a few names differently, and prints null for what is not set.
import { isArray, isObject, type Json, type JsonObject } from "../../../crypto/json.ts";

/** Names that Resource Manager and the HSM spell differently from `az`. */
const SPELLED: Readonly<Record<string, string>> = {
  key_ops: "keyOps",
  external_key: "externalKey",
  diskEncryptionSetID: "diskEncryptionSetId",
  keyvaultproperties: "keyVaultProperties",
  keyvaulturi: "keyVaultUri",
  keyname: "keyName",
  keyversion: "keyVersion",
  // The other way round: az prints this of storage accounts, and Resource Manager's name of HSMs.
  networkRuleSet: "networkAcls",
};

/**
 * The members that Resource Manager sends beside `properties`. Any other member beside it does not
 * come from Azure and proves nothing.
 */
const ENVELOPE = new Set([
  "id",
  "name",
  "type",
  "etag",
  "location",
  "tags",
  "identity",
  "sku",
  "kind",
  "zones",
  "managedBy",
  "managedByExtended",
  "systemData",
  "extendedLocation",
  "resourceGroup",
  "subscriptionId",
]);

/**
 * The flattened shape of an answer: no `properties`, no null members, `az`'s names. If both shapes
 * are mixed, only the members of `properties` count.
 */
export function flattened(value: Json): Json {
  if (isArray(value)) return value.map(flattened);
  if (!isObject(value)) return value;
  const { properties } = value;
  if (!isObject(properties)) return plain(Object.entries(value));
  const beside = Object.entries(value).filter(([name]) => ENVELOPE.has(name));
  return plain([...Object.entries(properties), ...beside]);
}

function plain(members: readonly (readonly [string, Json | undefined])[]): JsonObject {
  const flat = Object.create(null) as Record<string, Json>;
  for (const [name, value] of members) {
    if (value === null || value === undefined) continue;
    flat[SPELLED[name] ?? name] = name === "tags" ? value : flattened(value);
  }
  return flat;
}

/**
 * The member at a path in Resource Manager's spelling, such as `properties.networkAcls.bypass`, of
 * a flattened answer.
 * @returns undefined if it is missing
 */
export function memberAt(value: Json, path: string): Json | undefined {
  let at: Json | undefined = value;
  for (const name of path.split(".").filter((part) => part !== "properties")) {
    if (!isObject(at)) return undefined;
    at = at[SPELLED[name] ?? name];
  }
  return at;
}

/** The text of a member, or "" if there is none. */
export function textAt(value: Json, path: string): string {
  const found = memberAt(value, path);
  return typeof found === "string" ? found : "";
}

/** The items of a list; none if there is no list. */
export function itemsAt(value: Json, path: string): readonly Json[] {
  const found = memberAt(value, path);
  return isArray(found) ? found : [];
}
