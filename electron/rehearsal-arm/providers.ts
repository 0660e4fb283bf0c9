// Questions to the subscription itself: its providers, free names, deleted HSMs.
import type { Json, JsonObject } from "../../crypto/index.ts";
import { askedTypes, typeIn } from "../deployment/deployment.ts";
import type { Answer } from "../rehearsal-hsm/hsm-within.ts";
import { textAt } from "./world/json-path.ts";
import { keyOf, nameOf } from "./world/resource.ts";
import { refuse, type World } from "./world/world.ts";

/** Types of whose versions `az resource` asks, with one that each has. */
const TYPES = [...askedTypes(), ["Microsoft.KeyVault/vaults", "2024-11-01"] as const];
const NAMESPACES = [...new Set(TYPES.map(([type]) => type.replace(/\/.*/, "")))];

const FREE = /\/providers\/Microsoft\.KeyVault\/checkMhsmNameAvailability$/i;
const DELETED =
  /\/providers\/Microsoft\.KeyVault\/(?:locations\/[^/]+\/)?deletedManagedHSMs(?:\/[^/]+)?$/i;
const PURGED = /\/deletedManagedHSMs\/([^/]+)\/purge$/i;
const ONE = /^(?:\/subscriptions\/[^/]+)?\/providers(?:\/([^/]+))?$/i;

/** SQL's capabilities in a region: the instances of a plan. */
const CAPABILITIES = /\/providers\/Microsoft\.Sql\/locations\/([^/]+)\/capabilities$/i;

/** az asks before it creates a storage account. */
const FREE_ACCOUNT = /\/providers\/Microsoft\.Storage\/checkNameAvailability$/i;

/** A provider is registered, or a feature of one. */
const REGISTER = /^\/subscriptions\/[^/]+\/providers\/([^/]+)\/register$/i;
const FEATURE =
  /\/providers\/Microsoft\.Features\/providers\/([^/]+)\/features\/([^/]+?)(?:\/register)?$/i;

/** Whether a path is not a resource's. */
export const isProvider = (path: string): boolean =>
  ONE.test(path)
  || REGISTER.test(path)
  || FEATURE.test(path)
  || CAPABILITIES.test(path)
  || FREE.test(path)
  || FREE_ACCOUNT.test(path)
  || DELETED.test(path)
  || PURGED.test(path);

/** Answers such a question. */
export function answerProvider(
  world: World,
  method: string,
  path: string,
  body: JsonObject,
): Answer {
  if (FREE.test(path)) return nameCheck(world, textAt(body, "name"));
  if (FREE_ACCOUNT.test(path)) return accountCheck(world, textAt(body, "name"));
  if (PURGED.test(path)) return purged(world, PURGED.exec(path)?.[1] ?? "");
  const feature = FEATURE.exec(path);
  const registers = method === "POST" ? (feature?.[2] ?? REGISTER.exec(path)?.[1]) : undefined;
  if (registers !== undefined) world.registered.add(keyOf(registers));
  if (feature !== null) return { status: 200, body: featureOf(world, feature) };
  if (registers !== undefined) return { status: 200, body: providerOf(world, registers) };
  if (method !== "GET") return refuse(405, "MethodNotAllowed", "There is no such method.");
  if (DELETED.test(path)) return deleted(world, path);
  if (CAPABILITIES.test(path)) return capabilities(CAPABILITIES.exec(path)?.[1] ?? "");
  const namespace = ONE.exec(path)?.[1];
  const all = NAMESPACES.map((name) => providerOf(world, name));
  if (namespace === undefined) return { status: 200, body: { value: all } };
  const known = NAMESPACES.find((name) => keyOf(name) === keyOf(namespace));
  return known === undefined
    ? refuse(404, "InvalidResourceNamespace", "There is no such provider.")
    : { status: 200, body: providerOf(world, known) };
}

const stateOf = (world: World, name: string): string =>
  world.registered.has(keyOf(name)) ? "Registered" : "NotRegistered";

function featureOf(world: World, [, namespace = "", name = ""]: RegExpExecArray): Json {
  return {
    id: `/subscriptions/${world.options.subscription}/providers/Microsoft.Features/providers/${namespace}/features/${name}`,
    name: `${namespace}/${name}`,
    type: "Microsoft.Features/providers/features",
    properties: { state: stateOf(world, name) },
  };
}

const providerOf = (world: World, namespace: string): Json => ({
  id: `/subscriptions/${world.options.subscription}/providers/${namespace}`,
  namespace,
  registrationState: stateOf(world, namespace),
  registrationPolicy: "RegistrationRequired",
  resourceTypes: TYPES.filter(([type]) => type.startsWith(`${namespace}/`)).map(
    ([type, version]) => ({
      resourceType: type.slice(namespace.length + 1),
      locations: world.options.regions,
      apiVersions: [version],
      defaultApiVersion: version,
      capabilities: "None",
    }),
  ),
});

function capabilities(name: string): Answer {
  const status = "Default";
  const supportedFamilies = [{ name: "Gen5", sku: "GP_Gen5", status }];
  const supportedEditions = [{ name: "GeneralPurpose", status, supportedFamilies }];
  const supportedManagedInstanceVersions = [{ name: "12.0", status, supportedEditions }];
  return { status: 200, body: { name, status: "Available", supportedManagedInstanceVersions } };
}

const taken = (world: World, name: string): boolean =>
  world.machine(name) !== undefined || world.deleted.has(keyOf(name));

function nameCheck(world: World, name: string): Answer {
  const isGood = /^[A-Za-z](?!.*--)[A-Za-z0-9-]{1,22}[A-Za-z0-9]$/.test(name);
  if (isGood && !taken(world, name))
    return { status: 200, body: { nameAvailable: true, reason: null, message: null } };
  const reason = isGood ? "AlreadyExists" : "AccountNameInvalid";
  return { status: 200, body: { nameAvailable: false, reason, message: "The name is not free." } };
}

function accountCheck(world: World, name: string): Answer {
  const isTaken = world.ofKind("storage").some(({ id }) => keyOf(nameOf(id)) === keyOf(name));
  const taken = { reason: "AlreadyExists", message: `The storage account named ${name} is taken.` };
  return { status: 200, body: { nameAvailable: !isTaken, ...(isTaken ? taken : {}) } };
}

function deleted(world: World, path: string): Answer {
  const all = [...world.deleted.values()];
  if (/deletedManagedHSMs$/i.test(path)) return { status: 200, body: { value: all } };
  const one = world.deleted.get(keyOf(nameOf(path)));
  return one === undefined
    ? refuse(404, "DeletedManagedHSMNotFound", `There is no ${typeIn(path)} of this name.`)
    : { status: 200, body: one };
}

function purged(world: World, name: string): Answer {
  const one = world.deleted.get(keyOf(name));
  if (one === undefined) return { status: 404 };
  if ((one["properties"] as JsonObject)["purgeProtectionEnabled"] === true)
    return refuse(409, "PurgeProtected", "The HSM is under purge protection.");
  world.purge(name);
  return { status: 202 };
}
