// Storage accounts and Cosmos DB accounts under a key.
import { at, put, textAt } from "../world/json-path.ts";
import type { Resource } from "../world/resource.ts";
import { refuse, type World } from "../world/world.ts";
import type { Rule, Rules } from "./rule.ts";

const PROPERTIES = "properties.encryption.keyvaultproperties";

/** The address of the key that a storage account uses; "" if Microsoft keeps it. */
function keyOfAccount(resource: Resource): string {
  if (textAt(resource, "properties.encryption.keySource") !== "Microsoft.Keyvault") return "";
  const vault = textAt(resource, `${PROPERTIES}.keyvaulturi`).replace(/\/$/, "");
  return `${vault}/keys/${textAt(resource, `${PROPERTIES}.keyname`)}`;
}

const storage: Rule = {
  put: (world, sent) => {
    const key = keyOfAccount(sent);
    if (key === "") return sent;
    return world.mayUse(textAt(sent, "identity.principalId"), key)
      ? sent
      : refuse(403, "KeyVaultAuthenticationFailure", "The account has no access to the key.");
  },
  show: (world, resource) => {
    const key = keyOfAccount(resource);
    if (key === "") return resource;
    const version = textAt(resource, `${PROPERTIES}.keyversion`);
    const dates = world.datesOf(key);
    const used = version === "" ? world.newest(key) : `${key}/${version}`;
    const { created = 0, expires } = dates ?? {};
    return put(resource, PROPERTIES, {
      // Spelled as on the wire.
      keyvaulturi: textAt(resource, `${PROPERTIES}.keyvaulturi`),
      keyname: textAt(resource, `${PROPERTIES}.keyname`),
      ...(version === "" ? {} : { keyversion: version }),
      ...(used === null ? {} : { currentVersionedKeyIdentifier: used }),
      lastKeyRotationTimestamp: new Date(created * 1000).toISOString(),
      ...(expires === undefined
        ? {}
        : { currentVersionedKeyExpirationTimestamp: new Date(expires * 1000).toISOString() }),
    });
  },
};

/** Cosmos DB's own words for what keeps it from its key. */
function statusOf(world: World, resource: Resource): string {
  const why = (code: number, text: string): string =>
    `Access to your account is currently revoked because ${text} (${String(code)})`;
  if (at(resource, "properties.defaultIdentity") === undefined)
    return why(4015, "it has no default identity");
  const key = textAt(resource, "properties.keyVaultKeyUri");
  if (world.newest(key) === null) return why(4003, "the key was not found");
  return world.mayUse(textAt(resource, "identity.principalId"), key)
    ? "Access to the configured customer managed key confirmed."
    : why(4002, "its identity has no permission on the key");
}

const cosmos: Rule = {
  long: true,
  show: (world, resource) =>
    textAt(resource, "properties.keyVaultKeyUri") === ""
      ? resource
      : put(resource, "properties.customerManagedKeyStatus", statusOf(world, resource)),
};

/** A new container is private, and nothing keeps its blobs from being changed. */
const container: Rule = {
  put: (_, sent) =>
    put(sent, "properties", {
      publicAccess: "None",
      hasImmutabilityPolicy: false,
      hasLegalHold: false,
      deleted: false,
    }),
};

export const DATA_RULES: Rules = { storage, container, cosmos };
