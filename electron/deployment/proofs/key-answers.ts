// What answers say about keys: their HSM, length and expiry. `az` and the HSM format times and
// numbers differently.
import { fromBase64Url } from "../../../crypto/base64.ts";
import type { Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import { memberAt, textAt } from "../answers/shape.ts";
import { allOf, alike } from "./about.ts";
import { hostOf } from "./ids.ts";

/** A key's address in its parts, in lower case but for the name. */
export interface KeyAddress {
  readonly host: string;
  readonly name: string;
  /** 32 hex digits in lower case; "" where the address has none. */
  readonly version: string;
}

const ADDRESS =
  /^https:\/\/([^/:]+)(?::443)?\/keys\/([0-9A-Za-z-]{1,127})(?:\/([0-9a-fA-F]{32}))?\/?$/;

/** The parts of a key's address, or null if it is none. */
export function keyAddressOf(address: string): KeyAddress | null {
  const [, host, name, version = ""] = ADDRESS.exec(address) ?? [];
  if (host === undefined || name === undefined) return null;
  return { host: host.toLowerCase(), name, version: version.toLowerCase() };
}

/** The address in an answer about a key, or about a version of it. */
export const addressIn = (key: Json): string => textAt(key, "key.kid") || textAt(key, "kid");

/** The name of the key in an answer. */
export const keyName = (key: Json): string => keyAddressOf(addressIn(key))?.name ?? "";

/** The answers about a key of an HSM. */
export const keysNamed = (
  answers: Answers,
  hsm: { readonly name: string },
  name: string,
): readonly Json[] => ofKey(allOf(answers, "key"), hsm, name);

/** The versions of a key that a list of versions names; a list of keys names none. */
export const versionsOf = (
  answers: Answers,
  hsm: { readonly name: string },
  name: string,
): readonly Json[] =>
  ofKey(allOf(answers, "key-version"), hsm, name).filter((value) => versionIn(value) !== "");

/** The version in an answer about a key, "" where it has none. */
const versionIn = (value: Json): string => keyAddressOf(addressIn(value))?.version ?? "";

const ofKey = (values: readonly Json[], hsm: { readonly name: string }, name: string) =>
  values.filter((value) => {
    const address = keyAddressOf(addressIn(value));
    return address !== null && address.host === hostOf(hsm) && alike(address.name, name);
  });

/** Modulus or point, in either base64. */
export const publicHalf = (key: Json): string =>
  (textAt(key, "key.n") || textAt(key, "key.x"))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** The newest version of a key among the answers, or null if none is there. */
export const newestVersion = (
  answers: Answers,
  hsm: { readonly name: string },
  name: string,
): string | null => newestOf(answers, hsm, name)?.version ?? null;

/** When a version was made, or null if unknown. */
function createdOf(value: Json): number | null {
  const created = timeAt(value, "attributes.created");
  return Number.isNaN(created ?? Number.NaN) ? null : created;
}

/** The version made last, with its time; null if no answer has one. */
export function newestOf(
  answers: Answers,
  hsm: { readonly name: string },
  name: string,
): { readonly version: string; readonly created: number | null } | null {
  const all = [...keysNamed(answers, hsm, name), ...versionsOf(answers, hsm, name)]
    .map((value) => ({ version: versionIn(value), created: createdOf(value) }))
    .filter(({ version }) => version !== "");
  const [newest] = all.toSorted((one, other) => (other.created ?? 0) - (one.created ?? 0));
  return newest ?? null;
}

/** The length of a key's modulus in bits, or null where it is missing. */
export function modulusBits(key: Json): number | null {
  const text = textAt(key, "key.n");
  const bytes = fromBase64Url(text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, ""));
  if (typeof bytes === "number") return null;
  const start = bytes.findIndex((byte) => byte !== 0);
  return start < 0 ? null : (bytes.length - start) * 8;
}

/**
 * A time in an answer, in milliseconds: Unix seconds from the HSM, ISO 8601 from `az`.
 * @returns null if it is missing, NaN if it is malformed
 */
export function timeAt(value: Json, ...paths: readonly string[]): number | null {
  const found = paths.map((path) => memberAt(value, path)).find((one) => one !== undefined);
  if (found === undefined) return null;
  if (typeof found === "number") return timeWithin(found * 1000);
  return typeof found === "string" ? timeOf(found) : Number.NaN;
}

/** Times outside the calendar's range are malformed. */
const timeWithin = (time: number): number => (Math.abs(time) <= 8.64e15 ? time : Number.NaN);

/** A time as Azure writes it, in milliseconds; NaN if it is malformed. */
export const timeOf = (text: string): number =>
  /^\d{9,11}$/.test(text)
    ? Number(text) * 1000
    : /^\d{4}-\d\d-\d\dT/.test(text)
      ? Date.parse(text)
      : Number.NaN;
