// SQL Managed Instances: keys, protector, failover group.
import { sha256Hex, utf8 } from "../../../crypto/index.ts";
import { pathOf } from "../../deployment/deployment.ts";
import { at, listAt, put, textAt } from "../world/json-path.ts";
import { groupOf, keyOf, nameOf, parentOf, type Resource } from "../world/resource.ts";
import { placeOf, refuse, type Outcome, type World } from "../world/world.ts";
import type { Rule, Rules } from "./rule.ts";

/** The secondary of the failover group whose primary an instance is now; null where it is none. */
function partnerOf(world: World, instance: string): string | null {
  const region = `/locations/${textAt(world.get(instance), "location")}/`;
  const [pair] = world
    .ofKind("failover-group")
    .filter(({ id }) => keyOf(id).includes(keyOf(region)))
    .filter((one) => textAt(one, "properties.replicationRole") === "Primary")
    .flatMap((one) => listAt(one, "properties.managedInstancePairs"));
  const ends = ["primaryManagedInstanceId", "partnerManagedInstanceId"].map((end) =>
    textAt(pair, end),
  );
  const isOwn = (id: string): boolean => keyOf(id) === keyOf(instance);
  return ends.some(isOwn) ? (ends.find((id) => !isOwn(id)) ?? null) : null;
}

/** A key's thumbprint depends only on the key, so both instances show the same one. */
const thumbprintOf = (uri: string): string =>
  sha256Hex(utf8(uri.toLowerCase())).slice(0, 40).toUpperCase();

/** As Azure names a key on an instance: the HSM's host, the key, its version. */
const nameOfKey = (uri: string): string => {
  const { host = "", name = "" } = placeOf(uri);
  return `${host.split(".")[0] ?? ""}_${name}_${nameOf(uri)}`;
};

/** The principal with which an instance requests its key: its primary identity's, if it has one. */
function principalOf(world: World, instance: Resource | undefined): string {
  const primary = textAt(instance, "properties.primaryUserAssignedIdentityId");
  return primary === ""
    ? textAt(instance, "identity.principalId")
    : textAt(world.get(primary), "properties.principalId");
}

/** Why an instance cannot use a key, as SQL says it; nothing if it can. */
function refusedKey(world: World, instance: string, uri: string): Outcome | undefined {
  const principal = principalOf(world, world.get(instance));
  if (principal === "")
    return refuse(400, "AzureKeyVaultNoServerIdentity", "The server has no identity.");
  if (world.newest(uri) === null)
    return refuse(400, "AzureKeyVaultKeyNotFound", "The key was not found.");
  if (!world.mayUse(principal, uri))
    return refuse(
      400,
      "AzureKeyVaultMissingPermissions",
      "The server has no permission on the key.",
    );
  return undefined;
}

const withKey = (resource: Resource, uri: string): Resource => {
  const whole = put(put(resource, "kind", "azurekeyvault"), "properties.uri", uri);
  return put(whole, "properties.thumbprint", thumbprintOf(uri));
};

const key: Rule = {
  long: true,
  put: (world, sent) => {
    const uri = textAt(sent, "properties.uri");
    if (nameOfKey(uri).toLowerCase() !== nameOf(sent.id).toLowerCase())
      return refuse(400, "InvalidServerKeyName", "The key's name is not that of its address.");
    return refusedKey(world, parentOf(sent.id), uri) ?? withKey(sent, uri);
  },
  // An instance that follows versions registers new ones by itself.
  show: (world, resource) => withKey(resource, followed(world, resource)),
};

/** The address of the version in use: the newest, if the protector follows. */
function followed(world: World, { id, ...rest }: Resource): string {
  const uri = textAt(rest, "properties.uri");
  const protector = world.get(`${parentOf(id)}/encryptionProtector/current`);
  const follows = at(protector, "properties.autoRotationEnabled") === true;
  return (follows ? world.newest(uri) : null) ?? uri;
}

const protector: Rule = {
  long: true,
  put: (world, sent) => {
    if (textAt(sent, "properties.serverKeyType") === "ServiceManaged")
      return put(put(sent, "properties.serverKeyName", "ServiceManaged"), "kind", "servicemanaged");
    const name = textAt(sent, "properties.serverKeyName");
    const registered = world.get(`${parentOf(sent.id)}/keys/${name}`);
    if (registered === undefined)
      return refuse(404, "ServerKeyNotFound", "The requested server key was not found.");
    const partner = partnerOf(world, parentOf(sent.id));
    if (partner !== null && world.get(`${partner}/keys/${name}`) === undefined)
      return refuse(
        400,
        "SameKeyUriNotFoundOnRemoteServer",
        "The same key must be added to the secondary server first.",
      );
    const uri = textAt(registered, "properties.uri");
    return refusedKey(world, parentOf(sent.id), uri) ?? withKey(sent, uri);
  },
  show: (world, resource) => {
    if (textAt(resource, "properties.serverKeyType") !== "AzureKeyVault") return resource;
    const uri = followed(world, resource);
    return put(withKey(resource, uri), "properties.serverKeyName", nameOfKey(uri));
  },
};

/** A group has a name in each region; each says its own role. */
const group: Rule = {
  long: true,
  put: (_, sent) =>
    put(
      put(
        put(sent, "properties.replicationRole", "Primary"),
        "properties.replicationState",
        "CATCH_UP",
      ),
      "properties.partnerRegions",
      listAt(sent, "properties.partnerRegions").map((one) => ({
        location: textAt(one, "location"),
        replicationRole: "Secondary",
      })),
    ),
  kept: (world, resource) => {
    const [pair] = listAt(resource, "properties.managedInstancePairs");
    const [here, there] = ["primaryManagedInstanceId", "partnerManagedInstanceId"].map((end) =>
      world.get(textAt(pair, end)),
    );
    const region = textAt(there, "location");
    if (here === undefined || there === undefined || region === "") return;
    world.keep({
      ...resource,
      id: `/subscriptions/${world.options.subscription}/resourceGroups/${groupOf(there.id)}/providers/${pathOf("failover-group", region, nameOf(resource.id))}`,
      properties: {
        ...(resource["properties"] as object),
        replicationRole: "Secondary",
        partnerRegions: [{ location: textAt(here, "location"), replicationRole: "Primary" }],
      },
    });
    for (const database of world.ofKind("database"))
      if (keyOf(parentOf(database.id)) === keyOf(here.id))
        world.keep({
          ...database,
          id: `${there.id}/databases/${nameOf(database.id)}`,
          location: region,
        });
  },
  actions: {
    /** Requested at the secondary, which becomes the primary. */
    failover: (world, { id }) => {
      for (const one of world.ofKind("failover-group")) {
        if (keyOf(nameOf(one.id)) !== keyOf(nameOf(id))) continue;
        const isNow = keyOf(one.id) === keyOf(id);
        const [partner] = listAt(one, "properties.partnerRegions");
        world.keep(
          put(
            put(one, "properties.replicationRole", isNow ? "Primary" : "Secondary"),
            "properties.partnerRegions",
            [
              {
                location: textAt(partner, "location"),
                replicationRole: isNow ? "Secondary" : "Primary",
              },
            ],
          ),
        );
      }
      return null;
    },
  },
};

export const SQL_RULES: Rules = {
  // What Azure alone writes stays, whatever is sent.
  instance: { long: true, put: (_, sent) => put(sent, "properties.state", "Ready") },
  "instance-key": key,
  protector,
  "failover-group": group,
};
