// An HSM's resource in Azure Resource Manager: one question, asked and read by Microsoft's library,
// sent by our own sender. So it goes to an allowed host alone, once, as everything else.
import type { TokenCredential } from "@azure/core-auth";
import { createKeyVaultManagement } from "@azure/arm-keyvault/api";
import { get } from "@azure/arm-keyvault/api/managedHsms";
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  type HttpClient,
} from "@azure/core-rest-pipeline";
import {
  fromUtf8,
  isArray,
  isFault,
  isObject,
  readJson,
  type Json,
  type JsonObject,
} from "../../../crypto/index.ts";
import { clocksAt, type Clocks } from "../clock.ts";
import { fault } from "../faults.ts";
import type { HsmFacts } from "../hsm.ts";
import { allowedUrl } from "./allow-list.ts";
import { askBytes } from "./ask.ts";
import type { BodyLimits } from "./body.ts";
import { sender, type Send } from "./request.ts";
import { activationOf } from "./status.ts";

const API_VERSION = "2024-11-01";

export interface ArmOptions {
  /** The HSM's whole resource address in ARM, `https://.../managedHSMs/NAME`. */
  readonly armUrl: string;
  readonly caPem?: string;
  readonly credential: TokenCredential;
  readonly allowHosts: readonly string[];
  readonly answerSeconds: number;
  readonly body: BodyLimits;
}

const RESOURCE = new RegExp(
  "^/subscriptions/([^/]+)/resourceGroups/([^/]+)"
    + "/providers/Microsoft\\.KeyVault/managedHSMs/([^/]+)$",
  "i",
);

/**
 * Makes the function that asks for the resource. ARM's challenge names no scope; its scope is its
 * own address (all clouds).
 * @throws Fault E-HSM-HOST when that is not on the list, or names no HSM
 */
export function armReader(options: ArmOptions): () => Promise<HsmFacts> {
  const { credential, allowHosts, caPem, answerSeconds, body } = options;
  const url = allowedUrl(options.armUrl, allowHosts);
  const [, subscription, group, name] = RESOURCE.exec(url.pathname) ?? [];
  if (subscription === undefined || group === undefined || name === undefined)
    throw fault("E-HSM-HOST");
  const scopes = `${url.origin}/.default`;
  const send = sender({
    credential,
    allowHosts,
    caPem,
    answerSeconds,
    authentication: (ours) => bearerTokenAuthenticationPolicy({ credential: ours, scopes }),
  });
  return async () => {
    const { httpClient, clocks } = clientOver(send, body);
    // With an empty pipeline nothing is left of the library's own: no retry, redirect, proxy, log.
    const context = createKeyVaultManagement(credential, subscription, {
      endpoint: url.origin,
      apiVersion: API_VERSION,
      pipeline: createEmptyPipeline(),
      httpClient,
    });
    const found = await get(context, group, name).catch((error: unknown) => {
      // What is no fault of ours is the library's, about an answer of another form.
      throw isFault(error) ? error : fault("E-HSM-BODY");
    });
    return factsOf(found as unknown as JsonObject, clocks());
  };
}

/** Sends by our sender; the answer is whole, small, in time, and strict JSON. */
function clientOver(
  send: Send,
  body: BodyLimits,
): { readonly httpClient: HttpClient; readonly clocks: () => Clocks } {
  let clocks: Clocks = clocksAt(0, undefined);
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const { status, bytes, date } = await askBytes(
        send,
        { method: "GET", url: request.url },
        body,
      );
      clocks = clocksAt(Date.now(), date);
      if (!readJson(bytes).ok) throw fault("E-HSM-BODY");
      const headers = createHttpHeaders({ "content-type": "application/json" });
      return { request, status, headers, bodyAsText: fromUtf8(bytes) };
    },
  };
  return { httpClient, clocks: () => clocks };
}

/** What was read of the resource; a member of another form is not said. @throws Fault E-HSM-BODY */
export function factsOf(answer: JsonObject, clocks: Clocks): HsmFacts {
  const activation = activationOf(answer);
  const properties = answer["properties"];
  if (activation === null || !isObject(properties)) throw fault("E-HSM-BODY");
  const connections = listOf(properties["privateEndpointConnections"]);
  return {
    activation,
    clocks,
    provisioning: textOf(properties["provisioningState"]),
    softDelete: flagOf(properties["enableSoftDelete"]),
    retentionDays: numberOf(properties["softDeleteRetentionInDays"]),
    purgeProtection: flagOf(properties["enablePurgeProtection"]),
    administrators: listOf(properties["initialAdminObjectIds"]).flatMap(
      (id) => textOf(id)?.toLowerCase() ?? [],
    ),
    publicAccess: textOf(properties["publicNetworkAccess"]),
    endpoints: connections.length,
    approvedEndpoints: connections.filter(isApproved).length,
    regions: listOf(properties["regions"]).flatMap(
      (region) => (isObject(region) ? textOf(region["name"]) : null) ?? [],
    ),
  };
}

function isApproved(connection: Json): boolean {
  const state = isObject(connection) ? connection["privateLinkServiceConnectionState"] : undefined;
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
