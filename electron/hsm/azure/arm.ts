// An HSM's resource in Azure Resource Manager: one question, and what its answer says.
import type { TokenCredential } from "@azure/core-auth";
import { bearerTokenAuthenticationPolicy } from "@azure/core-rest-pipeline";
import { isArray, isObject, readJson, type Json, type JsonObject } from "../../../crypto/index.ts";
import { clocksAt, type Clocks } from "../clock.ts";
import { fault } from "../faults.ts";
import type { HsmFacts } from "../preflight.ts";
import { allowedUrl } from "./allow-list.ts";
import { askBytes } from "./ask.ts";
import type { BodyLimits } from "./body.ts";
import { sender } from "./request.ts";
import { activationOf } from "./status.ts";

const API_VERSION = "2024-11-01";

export interface ArmOptions {
  /** The HSM's whole resource address in ARM; `api-version` is added where it is missing. */
  readonly armUrl: string;
  readonly caPem?: string;
  readonly credential: TokenCredential;
  readonly allowHosts: readonly string[];
  readonly answerSeconds: number;
  readonly body: BodyLimits;
}

/**
 * Makes the function that asks for the resource. ARM's challenge names no scope; its scope is its
 * own address (all clouds). @throws Fault E-HSM-HOST when that is not on the list
 */
export function armReader(options: ArmOptions): () => Promise<HsmFacts> {
  const { credential, allowHosts, caPem, answerSeconds, body } = options;
  const url = allowedUrl(options.armUrl, allowHosts);
  if (!url.searchParams.has("api-version")) url.searchParams.set("api-version", API_VERSION);
  const scopes = `${url.origin}/.default`;
  const send = sender({
    credential, allowHosts, caPem, answerSeconds,
    authentication: (ours) => bearerTokenAuthenticationPolicy({ credential: ours, scopes }),
  });
  return async () => {
    const { bytes, date } = await askBytes(send, { method: "GET", url: url.href }, body);
    const clocks = clocksAt(Date.now(), date);
    const answer = readJson(bytes);
    if (!answer.ok || !isObject(answer.value)) throw fault("E-HSM-BODY");
    return factsOf(answer.value, clocks);
  };
}

/** What the resource says; a member of another form counts as not said. @throws Fault E-HSM-BODY */
export function factsOf(answer: JsonObject, clocks: Clocks): HsmFacts {
  const activation = activationOf(answer);
  const properties = answer["properties"];
  if (activation === null || !isObject(properties)) throw fault("E-HSM-BODY");
  const connections = listOf(properties["privateEndpointConnections"]);
  return {
    activation, clocks,
    provisioning: textOf(properties["provisioningState"]),
    softDelete: flagOf(properties["enableSoftDelete"]),
    retentionDays: numberOf(properties["softDeleteRetentionInDays"]),
    purgeProtection: flagOf(properties["enablePurgeProtection"]),
    administrators: listOf(properties["initialAdminObjectIds"])
      .flatMap((id) => textOf(id)?.toLowerCase() ?? []),
    publicAccess: textOf(properties["publicNetworkAccess"]),
    endpoints: connections.length,
    approvedEndpoints: connections.filter(isApproved).length,
    regions: listOf(properties["regions"])
      .flatMap((region) => (isObject(region) ? textOf(region["name"]) : null) ?? []),
  };
}

function isApproved(connection: Json): boolean {
  const properties = isObject(connection) ? connection["properties"] : undefined;
  const state = isObject(properties) ? properties["privateLinkServiceConnectionState"] : undefined;
  return isObject(state) && state["status"] === "Approved";
}

const textOf = (value: Json | undefined): string | null =>
  typeof value === "string" ? value : null;
const flagOf = (value: Json | undefined): boolean | null =>
  typeof value === "boolean" ? value : null;
const numberOf = (value: Json | undefined): number | null =>
  typeof value === "number" ? value : null;
const listOf = (value: Json | undefined): readonly Json[] =>
  value !== undefined && isArray(value) ? value : [];
