// Beliefs about how an HSM lists and shows its keys.
import { isObject } from "../../crypto/index.ts";
import { KEY, KEYS, VERSIONS } from "./asked.ts";
import { error, isText, member, never, textOf, type Belief } from "./belief.ts";
import { emptyLink, pages } from "./roles.ts";

const CLIENT = ["electron/hsm/azure/keys.ts"];
const WHY = "azure-protocol 7 [RK]";

export const KEY_BELIEFS: readonly Belief[] = [
  {
    id: "keys-kid",
    believed: "In the list of keys a kid has no version.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It has one.",
    ...member(
      KEYS,
      "value[].kid",
      (kid) => isText(kid) && /\/keys\/[\w-]+$/.test(kid),
      (kid) => `${textOf(kid)}/0123456789abcdef0123456789abcdef`,
    ),
  },
  {
    id: "keys-kid-host",
    believed: "A kid names the host that was asked.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It names another, as that of a region.",
    ...member(
      KEYS,
      "value[].kid",
      (kid) => isText(kid) && !kid.includes("region.managedhsm.azure.net"),
      (kid) => textOf(kid).replace(/^https:\/\/[^/]+/, "https://region.managedhsm.azure.net"),
    ),
  },
  {
    id: "keys-kid-slash",
    believed: "A kid does not end in a slash.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It ends in one.",
    ...member(
      KEYS,
      "value[].kid",
      (kid) => isText(kid) && !kid.endsWith("/"),
      (kid) => `${textOf(kid)}/`,
    ),
  },
  {
    id: "keys-one-page",
    believed: "A short list is one page.",
    why: WHY,
    relies: ["electron/hsm/azure/rest.ts"],
    otherwise: "Each key is on a page of its own.",
    ...pages(KEYS),
  },
  {
    id: "keys-no-link",
    believed: "The only page has no nextLink.",
    why: WHY,
    relies: ["electron/hsm/azure/rest.ts"],
    otherwise: "The member nextLink is null.",
    ...emptyLink(KEYS),
  },
  {
    id: "keys-value",
    believed: "The list is in `value`.",
    why: WHY,
    relies: ["electron/hsm/azure/rest.ts"],
    otherwise: "It is in `keys`.",
    ...member(
      KEYS,
      "value",
      (value) => value !== undefined,
      () => undefined,
    ),
  },
  {
    id: "keys-versions",
    believed: "The versions of a key can be listed.",
    why: "azure-protocol 7 [SDK]",
    relies: CLIENT,
    otherwise: "The question is refused with 403.",
    ...never(
      VERSIONS,
      { status: 403, body: error("AccessDenied", "Not authorized.") },
      { times: Infinity },
    ),
  },
  {
    id: "key-type",
    believed: "The type of a key ends in -HSM.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It is RSA.",
    ...member(
      KEY,
      "key.kty",
      (kty) => isText(kty) && kty.endsWith("-HSM"),
      (kty) => textOf(kty).replace(/-HSM$/, ""),
    ),
  },
  {
    id: "key-number",
    believed: "The modulus is base64url without padding.",
    why: "RFC 7518 6.3.1.1; azure-protocol 7 [RK]",
    relies: CLIENT,
    otherwise: "It is padded.",
    ...member(
      KEY,
      "key.n",
      (n) => isText(n) && !n.endsWith("="),
      (n) => `${textOf(n)}${"=".repeat((4 - (textOf(n).length % 4)) % 4)}`,
    ),
  },
  {
    id: "key-number-shortest",
    believed: "The modulus has no zero byte before it.",
    why: "RFC 7518 6.3.1.1",
    relies: CLIENT,
    otherwise: "It has one.",
    ...member(
      KEY,
      "key.n",
      // An even number of bytes: such a zero makes it odd, and what it is does not matter.
      (n) => isText(n) && Buffer.from(n, "base64url").length % 2 === 0,
      (n) =>
        Buffer.concat([Buffer.of(0), Buffer.from(textOf(n), "base64url")]).toString("base64url"),
    ),
  },
  {
    id: "key-enabled",
    believed: "attributes.enabled is true or false.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It is missing.",
    ...member(
      KEY,
      "attributes.enabled",
      (value) => typeof value === "boolean",
      () => undefined,
    ),
  },
  {
    id: "key-shown",
    believed: "The answer has the key in `key`.",
    why: WHY,
    relies: CLIENT,
    otherwise: "The key is the answer itself.",
    ...member(
      KEY,
      "key",
      (value) => isObject(value),
      () => undefined,
    ),
  },
];
