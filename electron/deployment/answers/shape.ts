// One shape for what `az` prints and what Resource Manager sends: `az` lifts the members of `properties`
// one level up, spells a few names in its own way, and prints null where nothing is set.
import { isArray, isObject, type Json, type JsonObject } from "../../../crypto/json.ts";

/** Names that Resource Manager and the HSM spell in one way and `az` in another. */
const SPELLED: Readonly<Record<string, string>> = {
  key_ops: "keyOps",
  diskEncryptionSetID: "diskEncryptionSetId",
  keyvaultproperties: "keyVaultProperties",
  keyvaulturi: "keyVaultUri",
  keyname: "keyName",
  keyversion: "keyVersion",
};

/**
 * What may stand beside `properties` in an answer of Resource Manager. Anything else beside it is
 * nothing that Azure sends, and proves nothing.
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
 * The flattened shape of an answer in either shape: no `properties`, no member that is null, `az`'s
 * names. Where both shapes are mixed, what stands in `properties` counts, and nothing beside it.
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
 * The member at a path as Resource Manager names it, such as `properties.networkAcls.bypass`, of a
 * flattened answer.
 * @returns undefined where it is missing
 */
export function memberAt(value: Json, path: string): Json | undefined {
  let at: Json | undefined = value;
  for (const name of path.split(".").filter((part) => part !== "properties")) {
    if (!isObject(at)) return undefined;
    at = at[SPELLED[name] ?? name];
  }
  return at;
}

/** The text of a member, or "" where there is none. */
export function textAt(value: Json, path: string): string {
  const found = memberAt(value, path);
  return typeof found === "string" ? found : "";
}

/** The items of a list, none where there is no list. */
export function itemsAt(value: Json, path: string): readonly Json[] {
  const found = memberAt(value, path);
  return isArray(found) ? found : [];
}
