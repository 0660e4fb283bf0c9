// Azure Resource Manager, as far as it is asked: resources by id, lists, long operations.
import { isObject, readJson, type Json, type JsonObject } from "../../crypto/index.ts";
import { kindOfType, typeIn } from "../deployment/deployment.ts";
import type { Answer } from "../rehearsal-hsm/hsm-within.ts";
import { listAt, merged, put, textAt } from "./world/json-path.ts";
import { answerProvider, isProvider } from "./providers.ts";
import { groupOf, keyOf, nameOf, type Resource } from "./world/resource.ts";
import { COMPUTE_RULES } from "./rules/compute.ts";
import { DATA_RULES } from "./rules/data.ts";
import { HSM_RULES } from "./rules/managed-hsm.ts";
import { NETWORK_RULES } from "./rules/network.ts";
import type { Rule, Rules } from "./rules/rule.ts";
import { SITE_RECOVERY_RULES } from "./rules/site-recovery.ts";
import { SQL_RULES } from "./rules/sql.ts";
import { withTrouble } from "./world/trouble.ts";
import { isRefusal, refuse, type Outcome, type World } from "./world/world.ts";

const ARM = "https://management.azure.com";
const OPERATIONS = "/providers/Microsoft.Rehearsal/operations/";
const RESULTS = "/providers/Microsoft.Rehearsal/operationResults/";

const RULES: Rules = {
  ...HSM_RULES,
  ...NETWORK_RULES,
  ...SQL_RULES,
  ...COMPUTE_RULES,
  ...DATA_RULES,
  ...SITE_RECOVERY_RULES,
};

function ruleOf(id: string): Rule {
  const kind = kindOfType(typeIn(id));
  return (kind === undefined ? undefined : RULES[kind]) ?? {};
}

/** One question with a known token. */
export interface ArmCall {
  readonly method: string;
  readonly path: string;
  readonly version: string | null;
  readonly body: Uint8Array;
}

/** Answers it; requested troubles come first. */
export function answerArm(world: World, call: ArmCall): Answer {
  const asked = { ...call, path: call.path.replace(/\/+$/, "") };
  return withTrouble(world.troubles, asked, () => route(world, asked));
}

function route(world: World, call: ArmCall): Answer {
  const { path, method } = call;
  if (path.startsWith(OPERATIONS)) return operation(world, nameOf(path));
  if (path.startsWith(RESULTS)) return resultOf(world, nameOf(path));
  if (call.version === null)
    return refuse(
      400,
      "MissingApiVersionParameter",
      "The api-version query parameter (?api-version=) is required for all requests.",
    );
  if (isProvider(path)) return answerProvider(world, method, path, bodyOf(call));
  const id = idOf(path);
  if (method === "GET") return found(world, id);
  if (method === "PUT" || method === "PATCH") return written(world, id, call);
  if (method === "DELETE") return removed(world, id);
  if (method === "POST") return acted(world, id, bodyOf(call));
  return refuse(405, "MethodNotAllowed", "There is no such method.");
}

const idOf = (path: string): string => path.replace(/\/{2,}/g, "/");

function bodyOf({ body }: ArmCall): JsonObject {
  const reading = readJson(body);
  return reading.ok && isObject(reading.value) ? reading.value : {};
}

const missing = (id: string): Answer =>
  refuse(
    404,
    "ResourceNotFound",
    `The Resource '${typeIn(id)}/${nameOf(id)}' under resource group '${groupOf(id)}' was not found.`,
  );

const shown = (world: World, resource: Resource): Resource =>
  ruleOf(resource.id).show?.(world, resource) ?? resource;

const ok = (body: Json): Answer => ({ status: 200, body });

function found(world: World, id: string): Answer {
  const resource = world.get(id);
  if (resource !== undefined) return ok(shown(world, resource));
  const [owner = "", ...more] = id.split(/\/providers\/Microsoft\.ResourceHealth\//i);
  if (more.length > 0) return health(world, owner, id);
  const hsm = /^(.*\/managedHSMs\/[^/]+)\/regions$/i.exec(id)?.[1];
  if (hsm !== undefined) {
    const whole = world.get(hsm);
    return whole === undefined
      ? missing(hsm)
      : ok({ value: listAt(shown(world, whole), "properties.regions") });
  }
  const list = listed(world, id);
  return list === null ? missing(id) : ok({ value: list.map((one) => shown(world, one)) });
}

/** A path that ends in a type is a list: below a resource, of a group or of the subscription. */
function listed(world: World, path: string): readonly Resource[] | null {
  const [scope = "", last = ""] = path.split(/\/providers\/(?!.*\/providers\/)/i);
  const parts = last.split("/");
  if (parts.length < 2 || parts.length % 2 === 1) return null;
  const type = parts.filter((_, n) => n === 0 || n % 2 === 1).join("/");
  const inner = last.slice(0, last.lastIndexOf("/"));
  const below = parts.length > 2 ? `${scope}/providers/${inner}/` : `${scope}/`;
  // Site Recovery lists its items at the vault, whatever fabric they are in.
  const isFlat = /replicationProtectedItems$/i.test(type);
  return [...world.resources.values()].filter(
    ({ id }) =>
      keyOf(id).startsWith(keyOf(below))
      && (isFlat
        ? keyOf(id).includes("/replicationprotecteditems/")
        : keyOf(typeIn(id)) === keyOf(type)),
  );
}

function health(world: World, owner: string, id: string): Answer {
  const resource = world.get(owner);
  if (resource === undefined) return missing(owner);
  return ok({
    id,
    name: "current",
    type: "Microsoft.ResourceHealth/AvailabilityStatuses",
    location: textAt(resource, "location"),
    properties: { availabilityState: "Available", summary: "There aren't any known problems." },
  });
}

function written(world: World, id: string, call: ArmCall): Answer {
  const before = world.get(id);
  if (before === undefined && call.method === "PATCH") return missing(id);
  const group = groupOf(id);
  const groupId = `/subscriptions/${world.options.subscription}/resourceGroups/${group}`;
  const isGroup = keyOf(id) === keyOf(groupId);
  if (group !== "" && !isGroup && world.get(groupId) === undefined)
    return refuse(404, "ResourceGroupNotFound", `Resource group '${group}' could not be found.`);
  const sent = bodyOf(call);
  // Members that only Azure writes are not accepted from the sender.
  const base = before ?? {};
  const whole = {
    ...(call.method === "PATCH" ? merged(base, sent) : { ...base, ...merged({}, sent) }),
    id: before?.id ?? id,
    name: before?.["name"] ?? nameOf(id),
    type: before?.["type"] ?? (isGroup ? "Microsoft.Resources/resourceGroups" : typeIn(id)),
  } as Resource;
  const rule = ruleOf(id);
  const filled = withState(withIdentity(world, whole, before));
  const outcome: Outcome = rule.put?.(world, filled, before) ?? filled;
  if (isRefusal(outcome)) return outcome;
  world.keep(outcome);
  rule.kept?.(world, outcome);
  return rule.long === true
    ? { ...ok(shown(world, outcome)), headers: begun(world, null) }
    : ok(shown(world, outcome));
}

const withState = (resource: Resource): Resource =>
  put(resource, "properties.provisioningState", "Succeeded");

/** An identity that Azure makes: the same principal while it exists. */
function withIdentity(world: World, resource: Resource, before: Resource | undefined): Resource {
  const type = textAt(resource, "identity.type");
  if (!/SystemAssigned/i.test(type)) return resource;
  const principal = textAt(before, "identity.principalId");
  const known = principal === "" ? world.newGuid() : principal;
  const whole = put(resource, "identity.principalId", known);
  return put(whole, "identity.tenantId", world.options.tenant);
}

function removed(world: World, id: string): Answer {
  const resource = world.get(id);
  if (resource === undefined) return { status: 204 };
  const rule = ruleOf(id);
  const refusal = rule.remove?.(world, resource);
  if (refusal !== undefined && isRefusal(refusal)) return refusal;
  world.drop(id);
  return rule.long === true ? { status: 202, headers: begun(world, null) } : { status: 200 };
}

function acted(world: World, path: string, body: JsonObject): Answer {
  const id = path.slice(0, path.lastIndexOf("/"));
  const resource = world.get(id);
  if (resource === undefined) return missing(id);
  const act = Object.entries(ruleOf(id).actions ?? {}).find(
    ([name]) => keyOf(name) === keyOf(nameOf(path)),
  )?.[1];
  if (act === undefined) return refuse(404, "NotFound", "There is no such action.");
  const outcome = act(world, resource, body);
  if (outcome !== null && isObject(outcome as Json) && isRefusal(outcome as Outcome))
    return outcome as Answer;
  const result = outcome === null ? null : (outcome as JsonObject);
  return { status: 202, headers: begun(world, result) };
}

/** Begins a long operation: its address, to be polled, and that of its result. */
function begun(world: World, result: JsonObject | null): Readonly<Record<string, string>> {
  const name = world.newGuid();
  world.operations.set(name, { left: world.options.polls ?? 0, result });
  const version = "?api-version=2024-11-01";
  return {
    "azure-asyncoperation": `${ARM}${OPERATIONS}${name}${version}`,
    location: `${ARM}${RESULTS}${name}${version}`,
    "retry-after": "1",
  };
}

function operation(world: World, name: string): Answer {
  const known = world.operations.get(name);
  if (known === undefined) return refuse(404, "NotFound", "There is no such operation.");
  if (known.left > 0) {
    known.left -= 1;
    const headers = { "retry-after": "1" };
    return { status: 200, body: { name, status: "InProgress" }, headers };
  }
  return ok({ name, status: "Succeeded" });
}

/** The result of an operation, once it has ended; until then it is polled. */
function resultOf(world: World, name: string): Answer {
  const known = world.operations.get(name);
  if (known === undefined) return refuse(404, "NotFound", "There is no such operation.");
  if (known.left > 0) return { status: 202, headers: { "retry-after": "1" } };
  return known.result === null ? { status: 204 } : ok(known.result);
}
