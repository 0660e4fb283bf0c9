// Beliefs about how every answer is sent.
import { gzipSync } from "node:zlib";
import { concat, isObject, readJson, utf8 } from "../../crypto/index.ts";
import { ANYTHING, DOWNLOAD, RESOURCE } from "./asked.ts";
import { bytesOf, header, never, sent, type Belief, type Given } from "./belief.ts";
import { isProtocols } from "./words.ts";

const ASK = ["electron/hsm/azure/ask.ts", "electron/hsm/azure/request.ts"];
const REFUSAL = ["electron/hsm/azure/refusal.ts"];
const hasBody = (given: Given): boolean => bytesOf(given).length > 0;

export const TRANSPORT: readonly Belief[] = [
  {
    id: "answer-json-type",
    believed: "Answers say that they are application/json.",
    why: "azure-protocol 1 [R25]",
    relies: ASK,
    otherwise: "They say text/plain.",
    ...header(
      ANYTHING,
      "content-type",
      (value) => /^application\/json\b/.test(value ?? ""),
      "text/plain; charset=utf-8",
    ),
  },
  {
    id: "answer-identity",
    believed: "An answer is not compressed unless that was asked for.",
    why: "RFC 9110 12.5.3 [ours]",
    relies: [...ASK, "electron/hsm/download.ts"],
    otherwise: "Each is compressed with gzip.",
    ...sent(
      ANYTHING,
      ({ headers }) => (headers["content-encoding"] ?? null) === null,
      (given) =>
        hasBody(given)
          ? {
              ...given,
              headers: { ...given.headers, "content-encoding": "gzip" },
              bytes: new Uint8Array(gzipSync(bytesOf(given))),
            }
          : given,
    ),
  },
  {
    id: "answer-length",
    believed: "Content-Length says how long an answer is.",
    why: "azure-protocol 1 [R25]",
    relies: ["electron/hsm/azure/body.ts"],
    otherwise: "Answers come in chunks without a length.",
    ...header(ANYTHING, "content-length", (value) => value !== null, null),
  },
  {
    id: "answer-no-mark",
    believed: "JSON begins without a byte order mark.",
    why: "RFC 8259 8.1 [ours]",
    relies: ["crypto/json.ts"],
    otherwise: "Each answer begins with one.",
    ...sent(
      ANYTHING,
      (given) => (hasBody(given) ? bytesOf(given)[0] !== 0xef : null),
      (given) =>
        hasBody(given)
          ? { ...given, bytes: concat(Uint8Array.of(0xef, 0xbb, 0xbf), bytesOf(given)) }
          : given,
    ),
  },
  {
    id: "answer-no-twice",
    believed: "No member of an answer occurs twice.",
    why: "RFC 8259 4 [ours]",
    relies: ["crypto/json.ts"],
    otherwise: "Each object ends with two members `more`.",
    ...sent(
      ANYTHING,
      (given) => {
        if (!isObject(given.body)) return null;
        const reading = readJson(bytesOf(given));
        return reading.ok || reading.problem !== "duplicate";
      },
      (given) =>
        isObject(given.body)
          ? { ...given, bytes: utf8(jsonOf(given).replace(/\}$/, ',"more":1,"more":2}')) }
          : given,
    ),
  },
  {
    id: "answer-no-more",
    believed: "Answers have no members beside those that were recorded.",
    why: "azure-protocol 1 to 7 [R25]",
    relies: ASK,
    otherwise: "Each object has one more.",
    ...sent(
      ANYTHING,
      ({ body }) => (isObject(body) ? Object.keys(body).every(isProtocols) : null),
      (given) =>
        isObject(given.body)
          ? { ...given, body: { ...given.body, moreOfAzure: { version: 1 } } }
          : given,
    ),
  },
  {
    id: "answer-date",
    believed: "Each answer has the date.",
    why: "RFC 9110 6.6.1; azure-protocol 1 [R25]",
    relies: ["electron/hsm/clock.ts", "electron/hsm/preflight.ts"],
    otherwise: "None has it.",
    ...header(ANYTHING, "date", (value) => value !== null, null),
  },
  {
    id: "answer-request-id",
    believed: "Each answer names its request in x-ms-request-id.",
    why: "azure-protocol 1 [R25]",
    relies: ["docs/azure-protocol.md"],
    otherwise: "None names it.",
    ...header(ANYTHING, "x-ms-request-id", (value) => value !== null, null),
  },
  {
    id: "answer-region",
    believed: "Each answer names the region that served it in x-ms-keyvault-region.",
    why: "azure-protocol 1 [R25]",
    relies: ["electron/hsm/azure/azure-reader.ts"],
    otherwise: "None names it.",
    ...header(ANYTHING, "x-ms-keyvault-region", (value) => value !== null, null),
  },
  {
    id: "answer-no-redirect",
    believed: "Nothing redirects to another address.",
    why: "azure-protocol 1 [R25]",
    relies: REFUSAL,
    otherwise: "The first question is redirected once.",
    ...never(ANYTHING, {
      status: 307,
      headers: { location: "https://elsewhere.managedhsm.azure.net/" },
      body: undefined,
    }),
  },
  {
    id: "answer-not-busy",
    believed: "A ceremony asks too seldom to be throttled.",
    why: "D:scaling-guidance (2025-12-03)",
    relies: [...REFUSAL, "electron/hsm/poll.ts"],
    otherwise: "The first two questions get 429 with Retry-After.",
    ...never(
      ANYTHING,
      {
        status: 429,
        headers: { "retry-after": "1" },
        body: { error: { code: "Throttled", message: "Too many requests." } },
      },
      { times: 2 },
    ),
  },
  {
    id: "resource-not-busy",
    believed: "Resource Manager does not throttle a ceremony.",
    why: "azure-protocol 4 [R25]",
    relies: REFUSAL,
    otherwise: "Its first answer is 429 without Retry-After.",
    ...never(RESOURCE, {
      status: 429,
      body: { error: { code: "TooManyRequests", message: "The request is being throttled." } },
    }),
  },
  {
    id: "answer-available",
    believed: "Nothing between us and the HSM answers in its place.",
    why: "azure-protocol 1 [R25]",
    relies: REFUSAL,
    otherwise: "The first question gets 503 with a page in HTML.",
    ...sent(
      ANYTHING,
      ({ headers }) => !(headers["content-type"] ?? "").includes("html"),
      (given) => given,
    ),
    turn: () => {
      let left = 1;
      return (_, right) => {
        if (left === 0) return right();
        left -= 1;
        return {
          status: 503,
          headers: { "content-type": "text/html" },
          bytes: utf8("<html><body>Our services aren't available right now.</body></html>"),
        };
      };
    },
  },
  {
    id: "client-id-accepted",
    believed: "A request may have an id of ours in x-ms-client-request-id.",
    why: "azure-protocol 1 [Microsoft's page on Key Vault's log]",
    relies: ["electron/hsm/azure/request.ts", "electron/evidence/azure-log.ts"],
    otherwise: "The HSM refuses the first download with 400.",
    ...never(DOWNLOAD, {
      status: 400,
      body: {
        error: { code: "BadParameter", message: "The header x-ms-client-request-id is invalid." },
      },
    }),
  },
];

const jsonOf = (given: Given): string => new TextDecoder().decode(bytesOf(given));
