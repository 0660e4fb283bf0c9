// Beliefs about the download of the security domain, which activates an HSM.
import { isArray, isObject, readJson, type Json, type JsonObject } from "../../crypto/index.ts";
import { DOWNLOAD, DOWNLOAD_STATUS } from "./asked.ts";
import {
  bytesOf,
  error,
  header,
  isText,
  member,
  never,
  sent,
  status,
  textOf,
  type Belief,
  type Exchange,
  type Given,
} from "./belief.ts";
import { statusOf } from "./operation.ts";
import { isProtocols } from "./words.ts";

const ANSWER = ["electron/hsm/download.ts", "electron/usecases/kept-answer.ts"];
const STEP = ["electron/usecases/download-domain.ts", "electron/cli/hsm/download.ts"];
const REQUEST = ["electron/hsm/download.ts", "electron/rehearsal-hsm/download.ts"];
const isGood = ({ status: code }: Given): boolean => code < 300;

/** The certificates in a request, as JWKs. */
function jwksIn({ body }: Pick<Exchange, "body">): readonly JsonObject[] {
  const reading = readJson(body);
  const list = reading.ok && isObject(reading.value) ? reading.value["certificates"] : undefined;
  return list !== undefined && isArray(list) ? list.filter((one) => isObject(one)) : [];
}

/** The domain in an answer; null if there is none. */
function domainIn({ body }: Given): JsonObject | null {
  const value = isObject(body) ? body["value"] : undefined;
  const reading = typeof value === "string" ? readJson(new TextEncoder().encode(value)) : null;
  return reading?.ok === true && isObject(reading.value) ? reading.value : null;
}

/** A belief about the domain in the answer. */
const domain = (
  holds: (domain: JsonObject) => boolean,
  other: (domain: JsonObject) => JsonObject,
) =>
  sent(
    DOWNLOAD,
    (given) => {
      const found = isGood(given) ? domainIn(given) : null;
      return found === null ? null : holds(found);
    },
    (given) => {
      const found = isGood(given) ? domainIn(given) : null;
      return found === null ? given : { ...given, body: { value: JSON.stringify(other(found)) } };
    },
  );

const partOf = (of: JsonObject, name: string): JsonObject => {
  const value = of[name];
  return isObject(value) ? value : {};
};
const listIn = (of: JsonObject, name: string): readonly Json[] => {
  const value = of[name];
  return value !== undefined && isArray(value) ? value : [];
};

/** What the request is believed to be accepted with, and a refusal of it. */
const accepted = (
  id: string,
  believed: string,
  why: string,
  holds: (exchange: Exchange) => boolean,
  message: string,
): Belief => ({
  id,
  believed,
  why,
  relies: REQUEST,
  otherwise: `The HSM refuses it with 400: ${message}`,
  ...never(DOWNLOAD, { status: 400, body: error("BadParameter", message) }, { times: Infinity }),
  holds: (exchange) => (holds(exchange) ? exchange.given.status !== 400 : null),
});

export const DOWNLOADS: readonly Belief[] = [
  {
    id: "download-202",
    believed: "The answer to a download is 202.",
    why: "azure-protocol 2 [R25]; in 2020 it was 200 [R20]",
    relies: ["electron/hsm/azure/azure-hsm.ts"],
    otherwise: "It is 200.",
    ...status(DOWNLOAD, 202, 200),
  },
  {
    id: "download-later",
    believed: "After a download the HSM needs some minutes before it is active.",
    why: "azure-protocol 2 [R25]",
    relies: STEP,
    otherwise: "It is active at once, as in 2020.",
    ...status(DOWNLOAD, 202, 200),
    turn:
      () =>
      (_, right, { endOperations }) => {
        const given = right();
        endOperations();
        return { ...given, status: isGood(given) ? 200 : given.status };
      },
  },
  {
    id: "download-value-text",
    believed: "The security domain is a string in `value`.",
    why: "azure-protocol 2 [R25]",
    relies: ANSWER,
    otherwise: "It is an object in `value`.",
    ...member(
      DOWNLOAD,
      "value",
      (value) => typeof value === "string",
      (value) => {
        const reading = readJson(new TextEncoder().encode(isText(value) ? value : ""));
        return reading.ok ? reading.value : value;
      },
    ),
  },
  {
    id: "download-value-member",
    believed: "It is in the member `value` of the answer.",
    why: "azure-protocol 2 [R25, SPEC]",
    relies: ANSWER,
    otherwise: "The answer is the security domain itself.",
    ...sent(
      DOWNLOAD,
      (given) => (isGood(given) ? isObject(given.body) && "value" in given.body : null),
      (given) => ({ ...given, body: domainIn(given) ?? given.body }),
    ),
  },
  {
    id: "download-first-answer",
    believed: "The first answer has the security domain.",
    why: "azure-protocol 2 [R25, SDK]",
    relies: ANSWER,
    otherwise:
      "It has only the status; the last status has the domain, as in other long operations.",
    ...sent(
      DOWNLOAD,
      (given) => (isGood(given) ? domainIn(given) !== null : null),
      (given) =>
        isGood(given)
          ? {
              ...given,
              body: {
                status: "InProgress",
                status_details: "The Security Domain is being confirmed.",
              },
            }
          : given,
    ),
  },
  {
    id: "download-whole",
    believed: "The connection does not break while the answer comes.",
    why: "[ours]",
    relies: ANSWER,
    otherwise: "It breaks in the middle of the first answer, and the HSM is active.",
    ...sent(
      DOWNLOAD,
      (given) => (isGood(given) ? given.cut === undefined : null),
      (given) => given,
    ),
    turn: () => {
      let left = 1;
      return (_, right) => {
        const given = right();
        if (left === 0 || !isGood(given)) return given;
        left -= 1;
        return { ...given, cut: Math.floor(bytesOf(given).length / 2) };
      };
    },
  },
  {
    id: "download-answered",
    believed: "What is done is answered.",
    why: "[ours]",
    relies: ANSWER,
    otherwise: "The first download is done, and a gateway answers 504.",
    ...never(
      DOWNLOAD,
      { status: 504, body: error("GatewayTimeout", "The gateway did not receive a response.") },
      { done: true },
    ),
  },
  {
    id: "download-not-flaky",
    believed: "A valid request for the download succeeds at the first attempt.",
    why: "azure-sdk-for-js issues 20489, 21942 say otherwise: sporadic, cured by a retry",
    relies: STEP,
    otherwise: "The first gets 500 Failed to export security domain data, and nothing is done.",
    ...never(DOWNLOAD, {
      status: 500,
      body: error("InternalServerError", "Failed to export security domain data."),
    }),
  },
  {
    id: "download-poll-header",
    believed: "The answer says in Azure-AsyncOperation where its status is asked for.",
    why: "azure-protocol 2 [R25]",
    relies: ["electron/hsm/azure/azure-hsm.ts"],
    otherwise: "The header is missing.",
    ...header(DOWNLOAD, "azure-asyncoperation", (value) => value !== null, null),
  },
  accepted(
    "download-no-kid",
    "Keys in the request need no kid.",
    "azure-protocol 2 [R20, CLI]; the specification requires it [SPEC]",
    (exchange) => jwksIn(exchange).some((jwk) => jwk["kid"] === undefined),
    "Each certificate must have a kid.",
  ),
  accepted(
    "download-one-certificate",
    "x5c has one certificate, without its issuers.",
    "azure-protocol 2 [R20, CLI]",
    (exchange) => jwksIn(exchange).some((jwk) => listIn(jwk, "x5c").length === 1),
    "The certificate chain in x5c is incomplete.",
  ),
  accepted(
    "download-2048-bits",
    "Keys of 2048 bits are accepted.",
    "azure-protocol 2 [CLI]",
    (exchange) => jwksIn(exchange).some((jwk) => textOf(jwk["n"]).length <= 343),
    "RSA keys must have at least 3072 bits.",
  ),
  accepted(
    "download-self-signed",
    "Self-signed certificates are accepted.",
    "azure-protocol 2 [R20]; D:security-domain (2026-04-02)",
    () => true,
    "The certificate was issued by an authority that is not trusted.",
  ),
  {
    id: "domain-version",
    believed: "The security domain has version 2.",
    why: "azure-protocol 8 [R20, R25]",
    relies: ["crypto/security-domain.ts"],
    otherwise: "It has version 3.",
    ...domain(
      ({ version }) => version === 2,
      (found) => ({ ...found, version: 3 }),
    ),
  },
  {
    id: "domain-members",
    believed: "The security domain has no members beside those that were recorded.",
    why: "azure-protocol 8 [R20, R25]",
    relies: ["crypto/security-domain.ts"],
    otherwise: "It has one more.",
    ...domain(
      (found) => Object.keys(found).every(isProtocols),
      (found) => ({ ...found, hsmName: "contoso" }),
    ),
  },
  {
    id: "domain-kdf",
    believed: "Its keys are derived by sp108_kdf.",
    why: "azure-protocol 8 [R20, R25]",
    relies: ["crypto/security-domain.ts"],
    otherwise: "It names hkdf_sha512.",
    ...domain(
      (found) => partOf(found, "EncData")["kdf"] === "sp108_kdf",
      (found) => ({ ...found, EncData: { ...partOf(found, "EncData"), kdf: "hkdf_sha512" } }),
    ),
  },
  {
    id: "domain-shares-order",
    believed: "Its shares are in the order of the certificates.",
    why: "azure-protocol 8 [R20, R25]",
    relies: ["electron/usecases/after-activation.ts", "electron/usecases/match-domain.ts"],
    otherwise: "They are in the reverse order.",
    ...sent(
      DOWNLOAD,
      () => null,
      (given) => {
        const found = isGood(given) ? domainIn(given) : null;
        if (found === null) return given;
        const shared = partOf(found, "SharedKeys");
        const enc_shares = listIn(shared, "enc_shares").toReversed();
        const other = { ...found, SharedKeys: { ...shared, enc_shares } };
        return { ...given, body: { value: JSON.stringify(other) } };
      },
    ),
    holds: (exchange) => {
      const found = isGood(exchange.given) ? domainIn(exchange.given) : null;
      if (found === null) return null;
      const order = listIn(partOf(found, "SharedKeys"), "enc_shares").map((share) =>
        isObject(share) ? share["x5t_256"] : null,
      );
      return jwksIn(exchange).every((jwk, n) => jwk["x5t#S256"] === order[n]);
    },
  },
  {
    id: "domain-algorithm",
    believed: "Its secret is shared by shamir_share.",
    why: "azure-protocol 8 [R20, R25]",
    relies: ["crypto/security-domain.ts"],
    otherwise: "It names shamir_share_gf256.",
    ...domain(
      (found) => partOf(found, "SharedKeys")["key_algorithm"] === "shamir_share",
      (found) => ({
        ...found,
        SharedKeys: { ...partOf(found, "SharedKeys"), key_algorithm: "shamir_share_gf256" },
      }),
    ),
  },
  {
    id: "domain-compact",
    believed: "Its JSON is compact.",
    why: "azure-protocol 8 [R20, R25]",
    relies: ["crypto/security-domain.ts"],
    otherwise: "It is indented by two spaces.",
    ...sent(
      DOWNLOAD,
      (given) => {
        const value = isObject(given.body) ? given.body["value"] : undefined;
        return typeof value === "string" ? !value.includes("\n") : null;
      },
      (given) => {
        const found = isGood(given) ? domainIn(given) : null;
        return found === null
          ? given
          : { ...given, body: { value: JSON.stringify(found, null, 2) } };
      },
    ),
  },
  ...statusOf({
    id: "download",
    name: "a download",
    status: DOWNLOAD_STATUS,
    begin: DOWNLOAD.path,
    why: "azure-protocol 2, 3 [R25, SPEC, SDK]",
    relies: ["electron/hsm/azure/status.ts", "electron/hsm/poll.ts", ...STEP],
    success: ["Success", "Succeeded"],
  }),
  {
    id: "download-details",
    believed: "Its words are in status_details.",
    why: "azure-protocol 3 [R25]",
    relies: ["electron/hsm/azure/status.ts"],
    otherwise: "They are missing.",
    ...member(DOWNLOAD_STATUS, "status_details", isText, () => undefined),
  },
];
