// The kind of an answer, from its type, else its id, else members unique to one kind. Never from
// its file name.
import { isArray, isObject, type Json, type JsonObject } from "../../../crypto/json.ts";
import { kindOfType, typeIn, type ResourceKind } from "../plan/azure-resources.ts";
import { textAt } from "./shape.ts";

/** What needs no resource id, and is told by its members. */
type ByMembers =
  | "key"
  | "key-version"
  | "rotation-policy"
  | "role-assignment"
  | "subscription-role"
  | "backup"
  | "restore"
  | "setting"
  | "provider"
  | "name-check"
  | "az-version"
  | "attestation"
  | "run-command"
  | "reach"
  | "dns-forwarder"
  | "resource-id"
  | "soak-sample"
  | "unknown";

/** What an answer can be. */
export type AnswerKind = ResourceKind | ByMembers;

/** @param answer one object, flattened */
export function kindOf(answer: Json): AnswerKind {
  if (typeof answer === "string") return typeIn(answer) === "" ? "unknown" : "resource-id";
  if (!isObject(answer)) return "unknown";
  const byId = kindOfType(typeIn(textAt(answer, "id")));
  // The id decides: a type written beside it cannot override it.
  return byId ?? kindOfType(textAt(answer, "type")) ?? kindByMembers(answer);
}

const has = (answer: JsonObject, ...names: readonly string[]): boolean =>
  names.every((name) => answer[name] !== undefined);

function kindByMembers(answer: JsonObject): AnswerKind {
  const rules: readonly (readonly [AnswerKind, boolean])[] = [
    ["soak-sample", has(answer, "sample", "at")],
    ["reach", has(answer, "reach")],
    ["dns-forwarder", has(answer, "dnsServer", "zone")],
    ["attestation", isObject(answer["attributes"]) && has(answer["attributes"], "attestation")],
    ["key", isObject(answer["key"]) && has(answer["key"], "kid")],
    ["key-version", has(answer, "kid", "attributes")],
    ["rotation-policy", has(answer, "lifetimeActions") || isPolicyId(textAt(answer, "id"))],
    [
      "subscription-role",
      has(answer, "roleDefinitionId", "principalId") && isOfSubscription(answer),
    ],
    ["role-assignment", has(answer, "roleDefinitionId", "principalId")],
    ["restore", has(answer, "status") && isRestore(answer)],
    ["backup", has(answer, "azureStorageBlobContainerUri") || has(answer, "folderUrl", "status")],
    ["provider", has(answer, "namespace", "registrationState")],
    ["name-check", has(answer, "nameAvailable")],
    ["az-version", has(answer, "azure-cli")],
    ["run-command", textAt(answer, "code").startsWith("ComponentStatus/")],
    ["setting", /^AllowKeyManagementOperationsThroughARM$/i.test(textAt(answer, "name"))],
    ["diagnostic-setting", isArray(answer["logs"])],
    ["region", has(answer, "name", "provisioningState") && !has(answer, "id")],
  ];
  return rules.find(([, fits]) => fits)?.[0] ?? "unknown";
}

/** Azure's own roles have the id of their scope in theirs; those of an HSM begin at its root. */
const isOfSubscription = (answer: JsonObject): boolean =>
  /^\/subscriptions\//i.test(textAt(answer, "id"));

const isPolicyId = (id: string): boolean => /\/keys\/[^/]+\/rotationpolicy$/i.test(id);

/** The HSM answers both operations alike, but a restore names no folder that it wrote. */
const isRestore = (answer: JsonObject): boolean =>
  has(answer, "jobId") && !has(answer, "azureStorageBlobContainerUri") && !has(answer, "folderUrl");
