// Beliefs about the exchange key and the upload of a restore blob, by which an HSM is recovered.
import {
  fromBase64,
  isObject,
  readJson,
  utf8,
  type Json,
  type JsonObject,
} from "../../crypto/index.ts";
import { EXCHANGE_KEY, UPLOAD, UPLOAD_STATUS } from "./asked.ts";
import {
  error,
  header,
  isText,
  member,
  never,
  sent,
  status,
  textOf,
  type Belief,
  type Given,
} from "./belief.ts";
import { statusOf } from "./operation.ts";

const KEY = ["crypto/exchange-key.ts", "electron/usecases/fetch-exchange-key.ts"];
const SENT = ["electron/hsm/azure/azure-hsm.ts", "electron/usecases/upload-blob.ts"];
const STAND_IN = "electron/rehearsal-hsm/transfer-key.ts";

/** The JWK in an answer, whether it is a string or an object; null if there is none. */
function jwkIn({ body }: Given): JsonObject | null {
  const key = isObject(body) ? body["transfer_key"] : undefined;
  if (key !== undefined && isObject(key)) return key;
  const reading = typeof key === "string" ? readJson(utf8(key)) : null;
  return reading?.ok === true && isObject(reading.value) ? reading.value : null;
}

/** A belief about the JWK. */
const jwk = (holds: (jwk: JsonObject) => boolean, other: (jwk: JsonObject) => JsonObject) =>
  sent(
    EXCHANGE_KEY,
    (given) => {
      const found = jwkIn(given);
      return found === null ? null : holds(found);
    },
    (given) => {
      const found = jwkIn(given);
      if (found === null || !isObject(given.body)) return given;
      return { ...given, body: { ...given.body, transfer_key: JSON.stringify(other(found)) } };
    },
  );

const without = (of: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(
    Object.entries(of).flatMap(([name, value]): readonly [string, Json][] =>
      names.includes(name) || value === undefined ? [] : [[name, value]],
    ),
  );

const chainOf = (found: JsonObject): readonly Json[] => {
  const { x5c } = found;
  return Array.isArray(x5c) ? (x5c as readonly Json[]) : [];
};

/** Its certificate, byte for byte as characters; "" if there is none. */
function derIn(found: JsonObject): string {
  const bytes = fromBase64(textOf(chainOf(found)[0]));
  return typeof bytes === "number" ? "" : String.fromCharCode(...bytes);
}

const RESTORING = {
  status: "InProgress",
  status_details: "The Security Domain is being restored.",
};

/** In DER: 1.2.840.113556.10.1.1, the beginning of a modulus of 4096 bits, and times. */
const QUOTE_OID = "\x06\x09\x2a\x86\x48\x86\xf7\x14\x0a\x01\x01";
const BITS_4096 = "\x02\x82\x02\x01\x00";
const UTC_TIME = /\d{12}Z/g;

export const UPLOADS: readonly Belief[] = [
  {
    id: "exchange-200",
    believed: "The exchange key is answered with 200.",
    why: "azure-protocol 3 [R25]",
    relies: KEY,
    otherwise: "The first question gets 202 without a key, because it is being made.",
    ...never(EXCHANGE_KEY, { status: 202, body: { status: "InProgress" } }),
  },
  {
    id: "exchange-text",
    believed: "transfer_key is a string.",
    why: "azure-protocol 3 [R25]; the specification says an object [SPEC]",
    relies: KEY,
    otherwise: "It is an object.",
    ...sent(
      EXCHANGE_KEY,
      ({ body }) => (isObject(body) ? typeof body["transfer_key"] === "string" : null),
      (given) => {
        const found = jwkIn(given);
        if (found === null || !isObject(given.body)) return given;
        return { ...given, body: { ...given.body, transfer_key: found } };
      },
    ),
  },
  {
    id: "exchange-format",
    believed: "key_format is jwk.",
    why: "azure-protocol 3 [R25]",
    relies: KEY,
    otherwise: "It is missing.",
    ...member(
      EXCHANGE_KEY,
      "key_format",
      (value) => value === "jwk",
      () => undefined,
    ),
  },
  {
    id: "exchange-chain",
    believed: "x5c has one certificate.",
    why: "azure-protocol 3 [R25]",
    relies: KEY,
    otherwise: "It has that certificate twice, as its own issuer.",
    ...jwk(
      (found) => chainOf(found).length === 1,
      (found) => ({ ...found, x5c: [...chainOf(found), ...chainOf(found)] }),
    ),
  },
  {
    id: "exchange-base64",
    believed: "x5c is standard base64.",
    why: "azure-protocol 3 [R25]; RFC 7517 4.7",
    relies: KEY,
    otherwise: "It is base64url without padding.",
    ...jwk(
      (found) => chainOf(found).every((one) => /^[A-Za-z0-9+/]+=*$/.test(textOf(one))),
      (found) => ({
        ...found,
        x5c: chainOf(found).map((one) =>
          textOf(one).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""),
        ),
      }),
    ),
  },
  {
    id: "exchange-members",
    believed: "The key has neither alg nor use.",
    why: "azure-protocol 3 [R25]",
    relies: KEY,
    otherwise: "It has both.",
    ...jwk(
      (found) => found["alg"] === undefined && found["use"] === undefined,
      (found) => ({ ...found, alg: "RSA-OAEP-256", use: "enc" }),
    ),
  },
  {
    id: "exchange-kid",
    believed: "Its kid is `not used`.",
    why: "azure-protocol 3 [R25]",
    relies: KEY,
    otherwise: "It is an address.",
    ...jwk(
      (found) => found["kid"] === "not used",
      (found) => ({
        ...found,
        kid: "https://contoso.managedhsm.azure.net/securitydomain/transferkey/1",
      }),
    ),
  },
  {
    id: "exchange-thumbprints",
    believed: "The key has x5t and x5t#S256.",
    why: "azure-protocol 3 [R25]",
    relies: KEY,
    otherwise: "It has neither.",
    ...jwk(
      (found) => found["x5t"] !== undefined && found["x5t#S256"] !== undefined,
      (found) => without(found, "x5t", "x5t#S256"),
    ),
  },
  {
    id: "exchange-numbers",
    believed: "The key has n and e beside its certificate.",
    why: "azure-protocol 3 [R25]",
    relies: KEY,
    otherwise: "It has only the certificate.",
    ...jwk(
      (found) => found["n"] !== undefined && found["e"] !== undefined,
      (found) => without(found, "n", "e"),
    ),
  },
  {
    id: "exchange-same",
    believed: "Asked again before an upload, the HSM gives the same key.",
    why: "[ours]: not found anywhere",
    relies: ["electron/usecases/hsm-wait.ts", STAND_IN],
    otherwise: "Each question gets another key.",
    beside: "upload-taken",
    on: EXCHANGE_KEY,
    holds: ({ given }, before) => {
      const last = before.map((one) => jwkIn(one.given)).findLast((found) => found !== null);
      const now = jwkIn(given);
      return last === undefined || now === null ? null : last["n"] === now["n"];
    },
    turn: () => {
      let isFirst = true;
      return (_, right, { newExchangeKey }) => {
        if (!isFirst) newExchangeKey();
        isFirst = false;
        return right();
      };
    },
  },
  ...[
    {
      id: "exchange-quote",
      believed: "The certificate has an Intel SGX quote that attests the key.",
      otherwise: "It has none.",
      form: { isQuoted: false },
      holds: (der: string) => der.includes(QUOTE_OID),
    },
    {
      id: "exchange-subject",
      believed: "The certificate has the HSM's address as its common name.",
      otherwise: "It has transfer-key, as in 2020.",
      form: { commonName: "transfer-key" },
      holds: (der: string) => der.includes(".managedhsm.azure.net"),
    },
    {
      id: "exchange-valid",
      believed: "The certificate is valid.",
      otherwise: "It ended when the HSM was made.",
      form: { years: 0 },
      holds: (der: string) => new Set(der.match(UTC_TIME)).size === 2,
    },
    {
      id: "exchange-bits",
      believed: "The key has 4096 bits.",
      otherwise: "It has 2048.",
      form: { bits: 2048 },
      holds: (der: string) => der.includes(BITS_4096),
    },
  ].map(({ form, holds, ...row }): Belief => ({
    ...row,
    why: "azure-protocol 3 [R25]",
    relies: [...KEY, "crypto/attestation.ts", STAND_IN],
    on: EXCHANGE_KEY,
    holds: ({ given }) => {
      const found = jwkIn(given);
      const der = found === null ? "" : derIn(found);
      // Of a recording without certificates nothing is seen.
      return der.startsWith("0") ? holds(der) : null;
    },
    turn: () => {
      let isFirst = true;
      return (_, right, { newExchangeKey }) => {
        if (isFirst) newExchangeKey(form);
        isFirst = false;
        return right();
      };
    },
  })),
  {
    id: "upload-202",
    believed: "The answer to an upload is 202 with its status.",
    why: "azure-protocol 3 [R25]",
    relies: SENT,
    otherwise: "It is 204 without a body, as the specification allows.",
    ...status(UPLOAD, 202, 204, { empty: true }),
  },
  {
    id: "upload-later",
    believed: "After an upload the HSM needs some minutes before it is active.",
    why: "azure-protocol 3 [R25]",
    relies: SENT,
    otherwise: "It is active at once: 200 and Success.",
    ...status(UPLOAD, 202, 200),
    turn:
      () =>
      (_, right, { endOperations }) => {
        const given = right();
        if (given.status >= 300) return given;
        endOperations();
        const body = { status: "Success", status_details: "The resource is active." };
        return { ...given, status: 200, body };
      },
  },
  {
    id: "upload-first-status",
    believed: "The first answer to an upload has its status.",
    why: "azure-protocol 3 [R25]",
    relies: SENT,
    otherwise: "It is an empty object.",
    ...sent(
      UPLOAD,
      ({ status: code, body }) =>
        code < 300 ? isObject(body) && body["status"] !== undefined : null,
      (given) => (given.status < 300 ? { ...given, body: {} } : given),
    ),
  },
  {
    id: "upload-poll-header",
    believed: "The answer says in Azure-AsyncOperation where its status is asked for.",
    why: "azure-protocol 3 [R25]",
    relies: SENT,
    otherwise: "The header is missing.",
    ...header(UPLOAD, "azure-asyncoperation", (value) => value !== null, null),
  },
  {
    id: "upload-answered",
    believed: "An upload that works is answered as one.",
    why: "azure-cli issues 15065, 14753 say otherwise",
    relies: ["electron/usecases/hsm-wait.ts", ...SENT],
    otherwise: "It is done, and the answer is 500 Unknown error.",
    ...never(
      UPLOAD,
      { status: 500, body: error("InternalServerError", "Unknown error") },
      { done: true },
    ),
  },
  {
    id: "upload-not-flaky",
    believed: "A valid upload is accepted at the first attempt.",
    why: "[ours]",
    relies: ["electron/usecases/hsm-wait.ts", ...SENT],
    otherwise: "The first gets 500, and nothing is done.",
    ...never(UPLOAD, {
      status: 500,
      body: error("InternalServerError", "Failed to import security domain data."),
    }),
  },
  {
    id: "upload-text",
    believed: "The blob is accepted as a string in `value`.",
    why: "azure-protocol 3 [R25, CLI]",
    relies: [...SENT, "electron/rehearsal-hsm/upload.ts"],
    otherwise: "The HSM wants an object, and answers 400.",
    ...never(
      UPLOAD,
      { status: 400, body: error("BadParameter", "The value must be an object.") },
      { times: Infinity },
    ),
  },
  {
    id: "upload-not-elsewhere",
    believed: "The HSM waits for an upload without being told to.",
    why: "azure-protocol 3 [R25]: there is no recovery mode",
    relies: SENT,
    otherwise: "It refuses the first with 409, because it is not in the mode for a restore.",
    ...never(UPLOAD, {
      status: 409,
      body: error("Conflict", "The HSM is not waiting for a security domain restore."),
    }),
  },
  {
    id: "upload-taken",
    believed: "A blob that was made for this HSM's exchange key is taken.",
    why: "azure-protocol 3 [R25]",
    relies: ["electron/usecases/hsm-wait.ts", ...SENT],
    otherwise: "The upload is accepted, its end is Failed, and the HSM still waits.",
    on: { method: "*", path: /^\/securitydomain\/upload(\/pending)?$/ },
    holds: ({ given: { body } }) =>
      isObject(body) && body["status"] !== undefined ? body["status"] !== "Failed" : null,
    turn: () => {
      let isSent = false;
      return ({ method, path }, right) => {
        if (method === "POST") isSent = true;
        if (method === "POST") return { status: 202, headers: {}, body: RESTORING };
        if (!isSent || !path.endsWith("/pending")) return right();
        const body = { status: "Failed", status_details: "The restore failed." };
        return { status: 200, headers: {}, body };
      };
    },
  },
  ...statusOf({
    id: "upload",
    name: "an upload",
    status: UPLOAD_STATUS,
    begin: UPLOAD.path,
    why: "azure-protocol 3 [R25, SPEC, SDK]",
    relies: [
      "electron/hsm/azure/status.ts",
      "electron/hsm/poll.ts",
      "electron/usecases/hsm-wait.ts",
    ],
    success: ["Success", "Succeeded"],
  }),
  {
    id: "upload-details",
    believed: "Its words are in status_details.",
    why: "azure-protocol 3 [R25]",
    relies: ["electron/hsm/azure/status.ts"],
    otherwise: "They are missing.",
    ...member(UPLOAD_STATUS, "status_details", isText, () => undefined),
  },
];
