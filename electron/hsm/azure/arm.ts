// An HSM's resource in Azure Resource Manager: one question (docs/azure-protocol.md 4), to an
// allowed host alone, once.
import type { TokenCredential } from "@azure/core-auth";
import { bearerTokenAuthenticationPolicy } from "@azure/core-rest-pipeline";
import { isArray, isObject, readJson, type Json, type JsonObject } from "../../../crypto/index.ts";
import { clocksAt, type Clocks } from "../clock.ts";
import { fault, UnreadFault, unreadMember } from "../faults.ts";
import type { HsmFacts } from "../hsm.ts";
import { allowedUrl } from "./allow-list.ts";
import { askBytes } from "./ask.ts";
import type { BodyLimits } from "./body.ts";
import { sender, type SenderSettings } from "./request.ts";
import { activationOf, activationSaidIn } from "./status.ts";
import { sentence } from "../../text/sentence.ts";

const API_VERSION = "2024-11-01";

export interface ArmOptions {
  /** The HSM's whole resource address in ARM, `https://.../managedHSMs/NAME`. */
  readonly armUrl: string;
  readonly caPem?: string;
  readonly credential: TokenCredential;
  readonly allowHosts: readonly string[];
  readonly answerSeconds: number;
  readonly body: BodyLimits;
  readonly heard?: SenderSettings["heard"];
}

const RESOURCE =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.KeyVault\/managedHSMs\/[^/]+$/i;

/**
 * Makes the function that asks for the resource. ARM's challenge names no scope; its scope is its
 * own address (all clouds).
 * @throws Fault E-HSM-HOST when that is not on the list, or names no HSM; the function: faults of
 *   request.ts and ask.ts, E-HSM-BODY
 */
export function armReader(options: ArmOptions): () => Promise<HsmFacts> {
  const { credential, allowHosts, caPem, answerSeconds, body, heard } = options;
  const { origin, pathname } = allowedUrl(options.armUrl, allowHosts);
  if (!RESOURCE.test(pathname)) throw fault("E-HSM-HOST");
  const scopes = `${origin}/.default`;
  const send = sender({
    credential,
    allowHosts,
    caPem,
    answerSeconds,
    heard,
    authentication: (ours) => bearerTokenAuthenticationPolicy({ credential: ours, scopes }),
  });
  const url = `${origin}${pathname}?api-version=${API_VERSION}`;
  return async () => {
    const { status, bytes, date } = await askBytes(send, { method: "GET", url }, body);
    const clocks = clocksAt(Date.now(), date);
    const reading = readJson(bytes);
    if (status !== 200) throw new UnreadFault(sentence("hsm-faults.bodyStatus", { status }));
    if (!reading.ok) throw new UnreadFault(sentence("hsm-faults.bodyJson"));
    return factsOf(reading.value, clocks);
  };
}

/**
 * What was read of the resource; a value of another form is not said.
 * @throws Fault E-HSM-BODY when it is no HSM, or a list is none or has nothing for an item
 */
export function factsOf(answer: Json, clocks: Clocks): HsmFacts {
  const activation = isObject(answer) ? activationOf(answer) : null;
  const properties = isObject(answer) ? answer["properties"] : undefined;
  if (activation === null || !isObject(properties)) throw unreadMember("properties");
  const connections = listOf(properties, "privateEndpointConnections");
  return {
    activation,
    activationSaid: isObject(answer) ? activationSaidIn(answer) : "",
    clocks,
    provisioning: textOf(properties["provisioningState"]),
    softDelete: flagOf(properties["enableSoftDelete"]),
    retentionDays: numberOf(properties["softDeleteRetentionInDays"]),
    purgeProtection: flagOf(properties["enablePurgeProtection"]),
    administrators: listOf(properties, "initialAdminObjectIds").flatMap(
      (id) => textOf(id)?.toLowerCase() ?? [],
    ),
    publicAccess: textOf(properties["publicNetworkAccess"]),
    endpoints: connections.length,
    approvedEndpoints: connections.filter(isApproved).length,
    regions: listOf(properties, "regions").flatMap(
      (region) => (isObject(region) ? textOf(region["name"]) : null) ?? [],
    ),
  };
}

function isApproved(connection: Json): boolean {
  const of = isObject(connection) ? connection["properties"] : undefined;
  const state = isObject(of) ? of["privateLinkServiceConnectionState"] : undefined;
  return isObject(state) && state["status"] === "Approved";
}

const textOf = (value: Json | undefined): string | null =>
  typeof value === "string" ? value : null;
const flagOf = (value: Json | undefined): boolean | null =>
  typeof value === "boolean" ? value : null;
const numberOf = (value: Json | undefined): number | null =>
  typeof value === "number" ? value : null;
function listOf(properties: JsonObject, member: string): readonly Json[] {
  const list = properties[member] ?? [];
  if (!isArray(list) || list.includes(null)) throw unreadMember(`properties.${member}`);
  return list;
}
