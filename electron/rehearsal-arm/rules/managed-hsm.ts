// A Managed HSM in a subscription: what its order fixes for good, its regions, its end.
import { isObject, type Json } from "../../../crypto/index.ts";
import { pathOf } from "../../deployment/deployment.ts";
import { makeFolder } from "../../disk/disk.ts";
import { listAt, put, textAt, at } from "../world/json-path.ts";
import { keyOf, nameOf, type Resource } from "../world/resource.ts";
import { refuse, type Outcome, type World } from "../world/world.ts";
import type { Rule, Rules } from "./rule.ts";

const RETENTION = "properties.softDeleteRetentionInDays";
/** Azure's own, where an order has none. */
const RETENTION_DAYS = 90;
const DAY_MS = 86_400_000;

const bad = (message: string) => refuse(400, "BadRequest", message);

/** An order, or a permitted change. */
function ordered(world: World, sent: Resource, before: Resource | undefined): Outcome {
  const name = nameOf(sent.id);
  const administrators = listAt(sent, "properties.initialAdminObjectIds").map(String);
  const [first, ...others] = administrators;
  if (before === undefined) {
    if (world.machine(name) !== undefined || world.deleted.has(keyOf(name)))
      return refuse(409, "VaultAlreadyExists", "The name is already in use.");
    if (first === undefined) return bad("An HSM needs initialAdminObjectIds.");
    if (!isOffered(world, textAt(sent, "location")))
      return refuse(503, "ServiceUnavailable", "Pool creation is disabled in this region.");
    makeFolder(world.options.folder);
    makeFolder(world.folderOf(name));
    const retentionDays = Number(at(sent, RETENTION) ?? RETENTION_DAYS);
    world.machine(name, { administrators: [first, ...others], retentionDays });
  }
  const fixed = ["location", "sku", RETENTION].find(
    (path) =>
      before !== undefined
      && JSON.stringify(at(sent, path) ?? null) !== JSON.stringify(at(before, path) ?? null),
  );
  if (fixed !== undefined) return bad(`The member ${fixed} cannot be changed.`);
  const isProtected = at(before, "properties.enablePurgeProtection") === true;
  if (isProtected && at(sent, "properties.enablePurgeProtection") !== true)
    return bad("The property enablePurgeProtection cannot be set to false.");
  const regions = listAt(sent, "properties.regions").map((region) => textAt(region, "name"));
  const unknown = regions.find((region) => !isOffered(world, region) || /[ A-Z]/.test(region));
  if (unknown !== undefined) return bad(`Invalid region name: ${unknown}`);
  return filled(world, sent, regions);
}

/** An HSM can be ordered in, and extended to, every region of the plan. */
const isOffered = (world: World, region: string): boolean =>
  world.options.regions.some((one) => plain(one) === plain(region));
const plain = (region: string): string => region.replaceAll(" ", "").toLowerCase();

function filled(world: World, sent: Resource, regions: readonly string[]): Resource {
  const set = (whole: Resource, [path, value]: readonly [string, Json]): Resource =>
    put(whole, path, value);
  const orElse = (path: string, value: Json): readonly [string, Json] => [
    path,
    at(sent, path) ?? value,
  ];
  const acls = at(sent, "properties.networkAcls");
  return [
    ["properties.tenantId", world.options.tenant] as const,
    [
      "properties.hsmUri",
      `https://${nameOf(sent.id).toLowerCase()}.managedhsm.azure.net/`,
    ] as const,
    ["properties.enableSoftDelete", true] as const,
    orElse(RETENTION, RETENTION_DAYS),
    // As on the wire: off by default.
    orElse("properties.enablePurgeProtection", false),
    orElse("properties.publicNetworkAccess", "Enabled"),
    [
      "properties.networkAcls",
      {
        bypass: "AzureServices",
        defaultAction: "Allow",
        ipRules: [],
        virtualNetworkRules: [],
        ...(acls !== undefined && isObject(acls) ? acls : {}),
      },
    ] as const,
    ["properties.statusMessage", "The Managed HSM is provisioned and ready to use."] as const,
    // As recorded: only the extension is listed.
    [
      "properties.regions",
      regions.map((name) => ({ name, provisioningState: "Succeeded", isPrimary: false })),
    ] as const,
  ].reduce(set, sent);
}

/** Its current state: activated or not, and its endpoints. */
function shown(world: World, resource: Resource): Resource {
  const { id } = resource;
  const isActive = world.machine(nameOf(id))?.state.activated === true;
  const connections = world
    .ofKind("connection")
    .filter((one) => keyOf(one.id).startsWith(`${keyOf(id)}/`))
    .map(({ id: own, properties }) => ({ id: own, properties: properties ?? null }));
  const status = isActive
    ? { activationStatus: "Active", activationStatusMessage: "Your HSM has been activated." }
    : {
        activationStatus: "NotActivated",
        activationStatusMessage:
          "Your HSM has been provisioned, but cannot be used for cryptographic operations until it is activated.",
      };
  const whole = put(resource, "properties.securityDomainProperties", status);
  return put(whole, "properties.privateEndpointConnections", connections);
}

/** Soft deletion: it is billed until its retention ends. */
function removed(world: World, resource: Resource): Outcome | undefined {
  const { id } = resource;
  const name = nameOf(id);
  const regions = listAt(resource, "properties.regions").map((one) => textAt(one, "name"));
  if (regions.length > 0)
    return bad(
      `Soft delete of a pool ${name} that is extended to regions (${regions.join(", ")}) is not allowed.`,
    );
  const now = world.options.clock();
  const days = Number(at(resource, RETENTION));
  const location = textAt(resource, "location");
  world.deleted.set(keyOf(name), {
    id: `/subscriptions/${world.options.subscription}/providers/${pathOf("deleted-hsm", location, name)}`,
    name,
    type: "Microsoft.KeyVault/deletedManagedHSMs",
    properties: {
      mhsmId: id,
      location,
      deletionDate: now.toISOString(),
      scheduledPurgeDate: new Date(now.getTime() + days * DAY_MS).toISOString(),
      purgeProtectionEnabled: at(resource, "properties.enablePurgeProtection") ?? false,
    },
  });
  return undefined;
}

/** Whether an HSM can be reached from the jump boxes: by the public network, or by an endpoint. */
export function isReachable(world: World, name: string): boolean {
  const hsm = world.ofKind("hsm").find(({ id }) => keyOf(nameOf(id)) === keyOf(name));
  if (hsm === undefined) return false;
  if (textAt(hsm, "properties.publicNetworkAccess") !== "Disabled") return true;
  return listAt(shown(world, hsm), "properties.privateEndpointConnections").some(
    (one) => textAt(one, "properties.privateLinkServiceConnectionState.status") === "Approved",
  );
}

const hsm: Rule = { long: true, put: ordered, show: shown, remove: removed };

/** An identity: a principal of its own. */
const identity: Rule = {
  put: (world, sent, before) =>
    [
      ["properties.principalId", at(before, "properties.principalId") ?? world.newGuid()] as const,
      ["properties.clientId", at(before, "properties.clientId") ?? world.newGuid()] as const,
      ["properties.tenantId", world.options.tenant] as const,
    ].reduce((whole: Resource, [path, value]) => put(whole, path, value), sent),
};

export const HSM_RULES: Rules = { hsm, identity };
