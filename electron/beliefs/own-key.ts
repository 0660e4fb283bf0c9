// Beliefs about a key that is made, attested, rotated, deleted and purged: only `sd contact key` asks this.
import { isObject } from "../../crypto/index.ts";
import {
  ATTESTATION,
  CREATE,
  DELETE_KEY,
  DELETED,
  KEY_LIFE,
  POLICY,
  PURGE,
  ROTATE,
  SET_POLICY,
} from "./asked.ts";
import {
  error,
  isText,
  member,
  never,
  status,
  textOf,
  type Asked,
  type Belief,
  type Exchange,
  type Given,
  type On,
  type Turn,
} from "./belief.ts";

const CLIENT = ["electron/hsm/azure/own-keys.ts"];
const LEVEL = [...CLIENT, "electron/cli/contact/own-key.ts"];
const WHY = "azure-protocol 7 [RK]";
const REST = "azure-protocol 7 [REST]";

const isIn = (one: Asked, { method, path }: On): boolean =>
  one.method === method && path.test(one.path);
const isDone = ({ given }: { readonly given: Given }): boolean =>
  given.status >= 200 && given.status < 300;

/** What these earlier exchanges have done last: `begins`, unless one of `ends` came after it. */
const isOpen = (before: readonly Exchange[], begins: On, ...ends: readonly On[]): boolean =>
  before
    .filter(isDone)
    .filter((one) => [begins, ...ends].some((on) => isIn(one, on)))
    .slice(-1)
    .some((one) => isIn(one, begins));

/** The first such question after `begins` was done gets this answer; later ones the right one. */
const onceAfter =
  (begins: On, asks: On, answer: (right: () => Given) => Given): (() => Turn) =>
  () => {
    let isDue = false;
    return (asked, right) => {
      if (isIn(asked, begins)) {
        const given = right();
        isDue = isDone({ given });
        return given;
      }
      if (!isDue || !isIn(asked, asks)) return right();
      isDue = false;
      return answer(right);
    };
  };

const refused = (code: number, name: string, words: string) => (): Given => ({
  status: code,
  headers: {},
  body: error(name, words),
});

const LIVE: On = { method: "GET", path: /^\/keys\/[\w-]+$/ };

export const OWN_KEY_BELIEFS: readonly Belief[] = [
  {
    id: "key-create-200",
    believed: "The answer that makes a key is 200.",
    why: REST,
    relies: CLIENT,
    otherwise: "It is 201.",
    ...status(CREATE, 200, 201),
  },
  {
    id: "key-create-body",
    believed: "The answer that makes a key shows it.",
    why: REST,
    relies: CLIENT,
    otherwise: "It is 204, without a body.",
    on: CREATE,
    holds: ({ given }) => (isDone({ given }) ? given.status !== 204 : null),
    turn: () => (_, right) => {
      const { body, ...given } = right();
      return isDone({ given }) ? { ...given, status: 204 } : { ...given, body };
    },
  },
  {
    id: "key-create-answered",
    believed: "A key that was made is answered as made.",
    why: "[ours]",
    relies: LEVEL,
    otherwise: "It is made, and the answer is 504.",
    ...never(
      CREATE,
      { status: 504, body: error("GatewayTimeout", "The gateway did not receive a response.") },
      { done: true },
    ),
  },
  {
    id: "key-create-kid",
    believed: "The kid of a key that was made has its version: 32 hex digits.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It has no version.",
    ...member(
      CREATE,
      "key.kid",
      (kid) => isText(kid) && /\/keys\/[\w-]+\/[0-9a-f]{32}$/.test(kid),
      (kid) => textOf(kid).replace(/\/[0-9a-f]{32}$/, ""),
    ),
  },
  {
    id: "key-attestation-exists",
    believed: "A key's attestation exists in version 7.6 of the API.",
    why: "azure-protocol 7 [REST]",
    relies: CLIENT,
    otherwise: "It is 404.",
    ...never(
      ATTESTATION,
      { status: 404, body: error("NotFound", "Not found.") },
      { times: Infinity },
    ),
  },
  {
    id: "key-attestation-place",
    believed: "The attestation is in attributes.attestation.",
    why: "azure-protocol 7 [REST]",
    relies: ["crypto/key-answer.ts"],
    otherwise: "It is missing.",
    ...member(
      ATTESTATION,
      "attributes.attestation",
      (value) => value !== undefined && isObject(value),
      () => undefined,
    ),
  },
  {
    id: "key-attestation-version",
    believed: "The attestation's version begins with MRVL.",
    why: "azure-protocol 7 [REST]",
    relies: ["crypto/key-answer.ts"],
    otherwise: "It begins with CVMX.",
    ...member(
      ATTESTATION,
      "attributes.attestation.version",
      (value) => isText(value) && value.startsWith("MRVL-"),
      () => "CVMX-1",
    ),
  },
  {
    id: "key-policy-empty",
    believed: "A new key has a rotation policy without actions.",
    why: REST,
    relies: LEVEL,
    otherwise: "It has none: 404.",
    ...never(POLICY, { status: 404, body: error("NotFound", "There is no policy.") }),
  },
  {
    id: "key-policy-200",
    believed: "The answer that sets a rotation policy is 200.",
    why: REST,
    relies: CLIENT,
    otherwise: "It is 201.",
    ...status(SET_POLICY, 200, 201),
  },
  {
    id: "key-rotate-policy",
    believed: "A key without a rotation policy is not rotated: 400.",
    why: REST,
    relies: ["electron/rehearsal-hsm/key-versions.ts", "electron/cli/contact/own-key.ts"],
    otherwise: "It is rotated.",
    on: KEY_LIFE,
    holds: (one, before) =>
      isIn(one, ROTATE) && !isOpen(before, SET_POLICY) ? one.given.status === 400 : null,
    turn: () => (asked, right) => {
      const given = right();
      return isIn(asked, ROTATE) && given.status === 400
        ? { ...given, status: 200, body: { key: {}, attributes: {} } }
        : given;
    },
  },
  {
    id: "key-rotate-200",
    believed: "The answer that rotates a key is 200.",
    why: REST,
    relies: CLIENT,
    otherwise: "It is 202.",
    ...status(ROTATE, 200, 202),
  },
  {
    id: "key-delete-200",
    believed: "The answer that deletes a key is 200.",
    why: WHY,
    relies: CLIENT,
    otherwise: "It is 202.",
    ...status(DELETE_KEY, 200, 202),
  },
  {
    id: "key-delete-dates",
    believed: "The answer that deletes a key says when it is gone for good.",
    why: WHY,
    relies: CLIENT,
    otherwise: "The member scheduledPurgeDate is missing.",
    ...member(
      DELETE_KEY,
      "scheduledPurgeDate",
      (value) => typeof value === "number",
      () => undefined,
    ),
  },
  {
    id: "key-delete-answered",
    believed: "A key that was deleted is answered as deleted.",
    why: "[ours]",
    relies: LEVEL,
    otherwise: "It is deleted, and the answer is 504.",
    ...never(
      DELETE_KEY,
      { status: 504, body: error("GatewayTimeout", "The gateway did not receive a response.") },
      { done: true },
    ),
  },
  {
    id: "key-deleted-at-once",
    believed: "A deleted key is among the deleted ones at once.",
    why: "[ours]; a vault takes its time",
    relies: LEVEL,
    otherwise: "The first question for it is answered 404.",
    on: KEY_LIFE,
    holds: (one, before) =>
      isIn(one, DELETED) && isOpen(before, DELETE_KEY, PURGE) ? one.given.status !== 404 : null,
    turn: onceAfter(DELETE_KEY, DELETED, refused(404, "NotFound", "There is no deleted key.")),
  },
  {
    id: "key-deleted-gone",
    believed: "A deleted key is no longer among the keys.",
    why: REST,
    relies: LEVEL,
    otherwise: "The first question for it still shows it.",
    on: KEY_LIFE,
    holds: (one, before) =>
      isIn(one, LIVE) && isOpen(before, DELETE_KEY) ? one.given.status === 404 : null,
    turn: onceAfter(DELETE_KEY, LIVE, (right) => ({
      ...right(),
      status: 200,
      body: { key: {}, attributes: {} },
    })),
  },
  {
    id: "key-purge-204",
    believed: "The answer that purges a key is 204, without a body.",
    why: REST,
    relies: CLIENT,
    otherwise: "It is 200, with an empty object.",
    ...status(PURGE, 204, 200),
    turn: () => (_, right) => {
      const given = right();
      return given.status === 204 ? { ...given, status: 200, body: {} } : given;
    },
  },
  {
    id: "key-purge-at-once",
    believed: "A purged key is gone at once.",
    why: "[ours]",
    relies: LEVEL,
    otherwise: "The first question for it still shows it among the deleted ones.",
    on: KEY_LIFE,
    holds: (one, before) =>
      isIn(one, DELETED) && isOpen(before, PURGE, DELETE_KEY) ? one.given.status === 404 : null,
    turn: onceAfter(PURGE, DELETED, (right) => ({
      ...right(),
      status: 200,
      body: { key: {}, attributes: {} },
    })),
  },
];
