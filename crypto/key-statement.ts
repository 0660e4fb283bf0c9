// What a card states of half a key, and signs: the layout of firmware 2.x, as in every answer of Azure that
// is known (FORMAT.md, "A key's attestation"). Read strictly: each attribute once, within its object, and
// nothing behind the last.
import { concat, toHex, uint32 } from "./bytes.ts";

/** One half's statement as read; the signature is not verified here. */
export interface Statement {
  /** What the signature covers. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** By type. Firmware adds some, so unknown ones are kept and not looked at. */
  readonly attributes: ReadonlyMap<number, Uint8Array>;
}

/** The types of attributes that are read (PKCS #11, and two of the card's own: `kcv`, `id`). */
export const TYPES = {
  class: 0x00_00,
  type: 0x01_00,
  id: 0x01_02,
  sensitive: 0x01_03,
  modulus: 0x01_20,
  bits: 0x01_21,
  exponent: 0x01_22,
  extractable: 0x01_62,
  local: 0x01_63,
  neverExtractable: 0x01_64,
  alwaysSensitive: 0x01_65,
  mechanism: 0x01_66,
  kcv: 0x01_73,
} as const;

const SIGNATURE = 256;
/** Zeros at the start, then four numbers; and the zeros between the object and the signature. */
const [START, HEAD, TAIL] = [16, 32, 264];
/** From where the object's length is counted, and what that length has beside the object. */
const [COUNTED_FROM, BESIDE] = [20, 12];
const ATTRIBUTES_MAX = 256;

/** Splits a statement into its parts; null for another form. */
export function readStatement(bytes: Uint8Array): Statement | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEAD + TAIL + SIGNATURE || !isZero(bytes.subarray(0, START))) return null;
  const [length, count, size] = [START, 24, 28].map((at) => view.getUint32(at)) as [
    number,
    number,
    number,
  ];
  const end = COUNTED_FROM + length;
  const isWhole = bytes.length === end + TAIL + SIGNATURE && size + BESIDE === length;
  if (!isWhole || count > ATTRIBUTES_MAX) return null;
  const attributes = new Map<number, Uint8Array>();
  let at = HEAD;
  for (let n = 0; n < count; n++) {
    if (at + 8 > end) return null;
    const [type, bytesLong] = [view.getUint32(at), view.getUint32(at + 4)];
    at += 8;
    if (attributes.has(type) || bytesLong > end - at) return null;
    attributes.set(type, bytes.subarray(at, at + bytesLong));
    at += bytesLong;
  }
  const signed = bytes.subarray(0, -SIGNATURE);
  return isZero(signed.subarray(at))
    ? { signed, signature: bytes.subarray(-SIGNATURE), attributes }
    : null;
}

/** One attribute: its type and its value. */
export type Attribute = readonly [type: number, value: Uint8Array];

/** What a statement's signature covers, for rehearsals and tests. */
export function writeStatement(attributes: readonly Attribute[], handle: number): Uint8Array {
  const object = concat(
    ...attributes.map(([type, value]) => concat(uint32(type), uint32(value.length), value)),
  );
  return concat(
    new Uint8Array(START),
    uint32(object.length + BESIDE),
    uint32(handle),
    uint32(attributes.length),
    uint32(object.length),
    object,
    new Uint8Array(TAIL),
  );
}

/**
 * Whether it begins as a statement of firmware 3.x does, which nobody has seen from Azure: code 0, flags 3,
 * and its own length.
 */
export function isNewLayout(bytes: Uint8Array): boolean {
  if (bytes.length < HEAD) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return view.getUint32(0) === 0 && view.getUint32(4) === 3 && view.getUint32(8) === bytes.length;
}

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** A flag's value; null if it is missing, or neither 0 nor 1. */
export function flagOf({ attributes }: Statement, type: keyof typeof TYPES): boolean | null {
  const value = toHex(attributes.get(TYPES[type]) ?? new Uint8Array());
  return value === "01" ? true : value === "00" ? false : null;
}

/** The bytes of an attribute in hex; empty if it is missing. */
export const hexOf = ({ attributes }: Statement, type: keyof typeof TYPES): string =>
  toHex(attributes.get(TYPES[type]) ?? new Uint8Array());

/** The path of a key, `/keys/NAME/VERSION`, which zeros fill up; null for anything else. */
export function pathOf({ attributes }: Statement): string | null {
  const id = attributes.get(TYPES.id) ?? new Uint8Array();
  const text = Array.from(id, (byte) => String.fromCharCode(byte)).join("");
  return /^(\/keys\/[0-9A-Za-z-]{1,127}\/[0-9a-f]{32})\0*$/.exec(text)?.[1] ?? null;
}
