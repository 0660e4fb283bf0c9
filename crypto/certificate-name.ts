// The names in a certificate: which can be shown to people, and how.
import { equal, fromUtf8 } from "./bytes.ts";
import { oid, TAG, type Element } from "./der.ts";
import { isAssigned } from "./unicode.ts";

/** What is shown of a name; empty if the attribute is missing. */
export interface ShownName {
  readonly commonName: string;
  readonly organization: string;
}

const COMMON_NAME = oid("2.5.4.3");
const ORGANIZATION = oid("2.5.4.10");
const LENGTH_MAX = 256;
const ATTRIBUTES_MAX = 32;
const [ENUMERATED, UTF8, BMP] = [0x0a, 0x0c, 0x1e];
/** Numeric, Printable, Teletex and IA5String, and BIT STRING: both engines take any bytes in them. */
const UNCHECKED: readonly number[] = [0x12, 0x13, 0x14, 0x16, TAG.bitString];
/** Control, direction and private characters, and ends of lines and paragraphs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
/**
 * All but printable ASCII and Latin letters of Western and Central Europe; the backslash too, which
 * marks escapes, and the soft hyphen, which is invisible.
 */
const NOT_LATIN = /[^\x20-\x5b\x5d-\x7e\u00a1-\u00ac\u00ae-\u017f]/gu;

/** Whether a name is one that we write: printable ASCII, 1 to 64 characters, no space at an end. */
export const isCommonName = (name: string): boolean =>
  /^[\x21-\x7e](?:[\x20-\x7e]{0,62}[\x21-\x7e])?$/.test(name);

/**
 * Common name and organization of a distinguished name, the first of each. Letters beyond Latin,
 * which could look like others, are shown as `\u{430}`.
 * @param accepted whether to escape what cannot be shown instead of refusing it
 * @returns null if an attribute is longer than 256 characters, if there are more than 32, or if one
 * cannot be shown as it is
 */
export function readName(name: Element, accepted = false): ShownName | null {
  const attributes = name.children.flatMap(({ children }) => children);
  const texts = attributes.map(({ children: [type, value, more] }) =>
    type && value && !more ? { type, text: decodeString(value) } : null,
  );
  const plain =
    texts.length <= ATTRIBUTES_MAX && texts.every((found) => isPlain(found?.text ?? null));
  if (!plain && !accepted) return null;
  const first = (wanted: Uint8Array) =>
    shown(texts.find((found) => found && equal(found.type.bytes, wanted))?.text ?? "");
  return { commonName: first(COMMON_NAME), organization: first(ORGANIZATION) };
}

const isPlain = (text: string | null): boolean =>
  text !== null && text.length <= LENGTH_MAX && isAssigned(text) && !UNSEEN.test(text);

/**
 * Whether both engines read a name, apart from what `isReadAlike` finds: sets of a type and a value
 * each (RFC 5280 4.1.2.4), the value of a kind that both know, and of that kind.
 */
export const isWellFormed = (name: Element): boolean =>
  name.children.every(
    ({ tag, children }) =>
      tag === TAG.set && children.length > 0 && children.every((one) => isAttribute(one)),
  );

function isAttribute({ tag, children: [type, value, more] }: Element): boolean {
  const isPair = tag === TAG.sequence && type?.tag === TAG.oid && more === undefined;
  return (
    isPair
    && value !== undefined
    && (UNCHECKED.includes(value.tag)
      || ([UTF8, BMP].includes(value.tag) && decodeString(value) !== null))
  );
}

/**
 * False for names that one engine reads and the other refuses, whatever is accepted. BoringSSL
 * refuses non-characters (U+FFFE) and a byte order mark before a BMPString; OpenSSL refuses
 * ENUMERATED.
 */
export const isReadAlike = (name: Element): boolean =>
  name.children
    .flatMap(({ children }) => children)
    .every(({ children }) => children.every((value) => isValueReadAlike(value)));

function isValueReadAlike(value: Element): boolean {
  const text = decodeString(value) ?? "";
  const isMarked = value.tag === BMP && text.startsWith("\ufeff");
  return value.tag !== ENUMERATED && !isMarked && !/\p{Noncharacter_Code_Point}/u.test(text);
}

/** The text of a string of one of X.520's types, or null. */
function decodeString({ tag, content }: Element): string | null {
  if (tag === UTF8) return utf8Of(content);
  // PrintableString, NumericString, IA5String; TeletexString is read as Latin-1, as openssl does.
  if ([0x12, 0x13, 0x16].includes(tag))
    return content.every((byte) => byte < 0x80) ? latin(content) : null;
  if (tag === 0x14) return latin(content);
  if (tag !== BMP || content.length % 2 !== 0) return null;
  try {
    return new TextDecoder("utf-16be", { ignoreBOM: true, fatal: true }).decode(content);
  } catch {
    return null;
  }
}

function utf8Of(content: Uint8Array): string | null {
  try {
    return fromUtf8(content);
  } catch {
    return null;
  }
}

const latin = (content: Uint8Array): string =>
  Array.from(content, (byte) => String.fromCharCode(byte)).join("");

/** The text with everything beyond Latin escaped, cut if it is long. */
const shown = (text: string): string =>
  text
    .slice(0, LENGTH_MAX)
    .replaceAll(NOT_LATIN, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
