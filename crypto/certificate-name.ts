// The names in a certificate: which can be shown to people, and how.
import { equal, fromUtf8 } from "./bytes.ts";
import { oid, type Element } from "./der.ts";

/** What is shown of a name; empty if the attribute is missing. */
export interface ShownName {
  readonly commonName: string;
  readonly organization: string;
}

const COMMON_NAME = oid("2.5.4.3");
const ORGANIZATION = oid("2.5.4.10");
const LENGTH_MAX = 256;
const ATTRIBUTES_MAX = 32;
const [ENUMERATED, BMP] = [0x0a, 0x1e];
/** Control, direction, unassigned and private characters, and ends of lines and paragraphs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
/**
 * Printable ASCII and Latin letters of Western and Central Europe, except for the backslash, which
 * marks escapes, and the soft hyphen, which is invisible.
 */
const LATIN = /[\x20-\x5b\x5d-\x7e\u00a1-\u00ac\u00ae-\u017f]/;

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
    texts.length <= ATTRIBUTES_MAX
    && texts.every(
      (found) => found?.text != null && found.text.length <= LENGTH_MAX && !UNSEEN.test(found.text),
    );
  if (!plain && !accepted) return null;
  const first = (wanted: Uint8Array) =>
    shown(texts.find((found) => found && equal(found.type.bytes, wanted))?.text ?? "");
  return { commonName: first(COMMON_NAME), organization: first(ORGANIZATION) };
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
  if (tag === 0x0c) return utf8Of(content);
  // PrintableString, NumericString, IA5String; TeletexString is read as Latin-1, as openssl does.
  if ([0x12, 0x13, 0x16].includes(tag))
    return content.every((byte) => byte < 0x80) ? latin(content) : null;
  if (tag === 0x14) return latin(content);
  if (tag !== BMP || content.length % 2 !== 0) return null;
  return new TextDecoder("utf-16be", { ignoreBOM: true }).decode(content);
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
function shown(text: string): string {
  return Array.from(text.slice(0, LENGTH_MAX), (character) =>
    LATIN.test(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  ).join("");
}
