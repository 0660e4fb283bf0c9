// Reads an exported file of Azure Monitor's AuditEvents: which of them concern a security domain.
import {
  isArray,
  isObject,
  readJson,
  utf8,
  type Json,
  type JsonObject,
} from "../../crypto/index.ts";
import type { DomainOperation, LoggedOperation } from "../ceremony/ceremony.ts";
import { fault } from "./faults.ts";

/** An operation with Azure's name. */
export interface AuditedOperation extends LoggedOperation {
  /** Azure's own name for it. */
  readonly name: string;
  /** Identifies an event that is in two exports. */
  readonly identity: string;
}

/** Each event once, even if two exports overlap; and how many were repeated. */
export function eachOnce(operations: readonly AuditedOperation[]): {
  readonly operations: readonly AuditedOperation[];
  readonly repeated: number;
} {
  const once = [...new Map(operations.map((one) => [one.identity, one])).values()];
  return { operations: once, repeated: operations.length - once.length };
}

export interface AzureLog {
  /** The number of its events, of every kind. */
  readonly events: number;
  readonly operations: readonly AuditedOperation[];
}

/**
 * Reads JSON lines, an array, or `{"records":[...]}`, as exported by a storage account or a
 * workspace. A file that cannot be read completely is refused: half a log explains nothing.
 * @param told reports how many bytes were read
 * @throws Fault E-AUDIT-FORM, E-AUDIT-MANY
 */
export function readAzureLog(
  bytes: Uint8Array,
  told: (bytes: number) => void = () => undefined,
): AzureLog {
  const events = documentsIn(bytes, told).flatMap(eventsIn);
  if (events.length > EVENTS_MAX) throw fault("E-AUDIT-MANY");
  if (events.length === 0) throw fault("E-AUDIT-FORM");
  return { events: events.length, operations: events.flatMap(operationsIn) };
}

/** How many files are read at most: with one per hour, a year has 8,784. And how large one may be. */
export const LOG_LIMITS = { files: 10_000, bytes: 256 * 1024 * 1024 } as const;

/** The refusal of what is beyond `LOG_LIMITS`. */
export const logTooLarge = (what: keyof typeof LOG_LIMITS) =>
  what === "files" ? fault("E-AUDIT-FILES") : fault("E-AUDIT-SIZE");

const NEWLINE = 0x0a;
/**
 * A log of 256 MiB, the largest that is read, has half of these. 24 MB of millions of tiny lines,
 * which only an attacker writes, took 42 seconds.
 */
const EVENTS_MAX = 500_000;
const LINES_TOLD = 1000;

/** The whole file as one value, or each of its lines. */
function documentsIn(bytes: Uint8Array, told: (bytes: number) => void): readonly Json[] {
  told(0);
  const whole = readJson(bytes);
  if (whole.ok) return [whole.value];
  const found: Json[] = [];
  let lines = 0;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    from += line.length + 1;
    lines += 1;
    if (lines % LINES_TOLD === 0) told(from);
    if (lines > EVENTS_MAX) throw fault("E-AUDIT-MANY");
    // An empty line, or only a carriage return.
    if (line.every((byte) => byte === 0x0d)) continue;
    const reading = readJson(line);
    if (!reading.ok) throw fault("E-AUDIT-FORM");
    found.push(reading.value);
  }
  return found;
}

function eventsIn(document: Json): readonly JsonObject[] {
  const records = isObject(document) ? (document["records"] ?? [document]) : document;
  if (!isArray(records) || !records.every(isObject)) throw fault("E-AUDIT-FORM");
  return records;
}

/** A workspace's older table has a column for each claim. */
const CLAIMS = [
  "identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g",
  "identity_claim_oid_g",
] as const;

/** Names of one member: in a storage account's blob, then in a workspace's two tables. */
const MEMBERS = {
  time: ["time", "TimeGenerated"],
  name: ["operationName", "OperationName"],
  uri: ["requestUri", "requestUri_s", "RequestUri"],
  status: ["httpStatusCode", "httpStatusCode_d", "HttpStatusCode"],
  result: ["resultType", "ResultType"],
  resource: ["resourceId", "ResourceId", "_ResourceId"],
  identity: ["identity", "identity_s", "Identity", ...CLAIMS],
  address: ["callerIpAddress", "CallerIPAddress", "CallerIpAddress"],
  request: ["correlationId", "correlationId_g", "CorrelationId"],
} as const;

/** A member of the event or, as in older logs, of its `properties`. */
function memberOf(event: JsonObject, member: keyof typeof MEMBERS): Json | undefined {
  const { properties } = event;
  const places = isObject(properties) ? [event, properties] : [event];
  return places
    .flatMap((place) => MEMBERS[member].map((name) => place[name]))
    .find((value) => value !== undefined && value !== null && value !== "");
}

const stringOf = (event: JsonObject, member: keyof typeof MEMBERS): string => {
  const value = memberOf(event, member);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

function operationsIn(event: JsonObject): readonly AuditedOperation[] {
  const [name, uri] = [stringOf(event, "name"), stringOf(event, "uri")];
  const code = Number(stringOf(event, "status"));
  const operation = operationOf(name, pathOf(uri), code);
  // Without a token nothing is done: each client begins so, and is challenged.
  if (operation === null || code === 401) return [];
  const result = stringOf(event, "result").toLowerCase();
  const at = Date.parse(stringOf(event, "time"));
  const hsm = hsmOf(stringOf(event, "resource"), uri);
  const request = stringOf(event, "request").toLowerCase();
  // An operation without a failure status counts as done.
  const done = code >= 400 ? false : code > 0 || !/^(fail|error|client)/.test(result);
  const caller = callerOf(memberOf(event, "identity"));
  return [
    {
      operation,
      name,
      at: Number.isNaN(at) ? null : at,
      hsm,
      done,
      caller,
      address: stringOf(event, "address"),
      request,
      identity: identityOf(event, request, [operation, hsm.toLowerCase(), at, code, caller]),
    },
  ];
}

/**
 * One event, whatever its export, has one request, operation, HSM, time, status and caller; the
 * sender of a second request chooses its id, but not Azure's time. Without an id only an event
 * equal in every letter is the same one.
 */
const identityOf = (event: JsonObject, request: string, by: readonly unknown[]): string =>
  JSON.stringify(request === "" ? event : [request, ...by]);

const pathOf = (uri: string): string =>
  URL.canParse(uri) ? new URL(uri).pathname.toLowerCase().replace(/\/+$/, "") : "";

/**
 * By the address, if the log has it: GET and POST share /securitydomain/upload, and only the
 * answer's status distinguishes them (docs/azure-protocol.md 3). Else by Azure's name; an unknown
 * one is `unknown`, and not ignored. Null for operations on no domain, and for status requests.
 */
function operationOf(name: string, path: string, code: number): DomainOperation | null {
  if (path.endsWith("/securitydomain/download")) return "download";
  if (path.endsWith("/securitydomain/upload")) return code === 200 ? "transfer-key" : "upload";
  if (path.startsWith("/securitydomain/") && path.endsWith("/pending")) return null;
  if (!/^securitydomain/i.test(name) && !path.includes("/securitydomain")) return null;
  if (/status/i.test(name)) return null;
  if (/backup|download/i.test(name)) return "download";
  if (/transfer|exchange|initrecovery/i.test(name)) return "transfer-key";
  return /restore|upload/i.test(name) ? "upload" : "unknown";
}

/** By the resource, whose last part is its name; else by the first part of the address. */
function hsmOf(resource: string, uri: string): string {
  const named = /\/managedhsms\/([^/]+)\/?$/i.exec(resource)?.[1];
  return named ?? (URL.canParse(uri) ? (new URL(uri).hostname.split(".")[0] ?? "") : "");
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The claim that has an object id, by its long name and by its short one. */
const OBJECT_ID = /^(.*[/_])?objectidentifier$|^oid$/i;

/**
 * The caller's object id, anywhere in the claims, which may be JSON text. Found by the claim's own
 * name: people choose other claims, such as a person's name, themselves.
 */
function callerOf(identity: Json | undefined): string {
  if (typeof identity === "string") {
    if (GUID.test(identity)) return identity.toLowerCase();
    const reading = readJson(utf8(identity));
    return reading.ok && typeof reading.value !== "string" ? callerOf(reading.value) : "";
  }
  if (!isObject(identity)) return "";
  for (const [claim, value] of Object.entries(identity)) {
    const isId = OBJECT_ID.test(claim) && typeof value === "string" && GUID.test(value);
    const found = isId ? value.toLowerCase() : isObject(value) ? callerOf(value) : "";
    if (found !== "") return found;
  }
  return "";
}
