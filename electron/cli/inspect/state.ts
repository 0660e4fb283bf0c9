// A security domain inside another program's file, such as a state file of Terraform: a copy
// outside of custody.
import {
  isArray,
  isFault,
  isObject,
  readJson,
  readSecurityDomain,
  utf8,
  type Json,
  type Warning,
} from "../../../crypto/index.ts";
import { fault } from "../shared/faults.ts";
import { shown } from "../shared/shown.ts";
import { spoken, wordsOf } from "../shared/spoken.ts";
import { dataOf, linesOf } from "./domain.ts";
import type { Facts } from "./facts.ts";

/** The warning for every such file. */
const OUTSIDE: Warning = {
  code: "W-DOMAIN-OUTSIDE",
  message:
    "This is a copy of the security domain that is not in custody: everyone who could read this "
    + "file, or a backup of it, has it. With a quorum of keys it is all that a thief needs.",
};
/** Only a member of this name, or the text of a domain, is recognised. */
const NAMED = /security_?domain/i;

/** A text in the file, and the path of members to it. */
interface Text {
  readonly at: string;
  readonly text: string;
}

/** True if the file's JSON has a domain's text in a string that is not the `value` of an answer. */
export function isAround(bytes: Uint8Array, text: string): boolean {
  if (!text.includes(String.raw`\"SharedKeys\"`)) return false;
  const reading = readJson(bytes);
  return !(reading.ok && isObject(reading.value) && typeof reading.value["value"] === "string");
}

/** @throws Fault E-STATE-FORM; refusals of domains in it are only shown */
export function stateFacts(bytes: Uint8Array): Facts {
  const reading = readJson(bytes);
  if (!reading.ok) throw fault("E-STATE-FORM");
  const found = textsIn(reading.value, []).filter(
    ({ at, text }) => text.includes('"SharedKeys"') || (NAMED.test(at) && text.startsWith("{")),
  );
  const read = found.map(({ at, text }) => ({ at, told: factsOf(text) }));
  return {
    title: "another program's file, such as Terraform's state, with a security domain inside",
    warnings: [OUTSIDE],
    lines: read.flatMap(({ at, told }) => [`In the member ${at}:`, ...told.lines]),
    data: { domains: read.map(({ at, told }) => ({ at, ...told.data })) },
  };
}

function factsOf(text: string): Pick<Facts, "lines" | "data"> {
  try {
    const domain = readSecurityDomain(utf8(text));
    return {
      lines: [
        `The security domain: ${domain.sha256}`,
        `In words: ${wordsOf(domain.sha256)}`,
        ...linesOf(domain),
      ],
      data: { sha256: spoken(domain.sha256), ...dataOf(domain) },
    };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { lines: [`It cannot be read: ${error.code}.`], data: { refused: error.code } };
  }
}

function textsIn(value: Json, path: readonly string[]): readonly Text[] {
  if (typeof value === "string") return [{ at: path.map(shown).join("."), text: value }];
  if (isArray(value)) return value.flatMap((one, i) => textsIn(one, [...path, String(i)]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    one === undefined ? [] : textsIn(one, [...path, name]),
  );
}
