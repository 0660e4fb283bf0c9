// Strict base64 and base64url (RFC 4648): no junk, exact padding rule, zero trailing bits.

const FOREIGN = 255;
const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = STANDARD.replace("+/", "-_");
/** A character's value by its code, or FOREIGN. */
const values = (alphabet: string) => {
  const table = new Uint8Array(128).fill(FOREIGN);
  [...alphabet].forEach((character, value) => {
    table[character.charCodeAt(0)] = value;
  });
  return table;
};
const STANDARD_VALUES = values(STANDARD);
const URL_SAFE_VALUES = values(URL_SAFE);

/** Bytes of a base64url text, or the index of the first character that is wrong. */
export function fromBase64Url(text: string): Uint8Array | number {
  return decode(text, URL_SAFE_VALUES);
}

/** base64url without padding (RFC 7515 2). */
export const toBase64Url = (bytes: Uint8Array): string => encode(bytes, URL_SAFE);

/** Bytes of a padded standard base64 text, or the index of the first character that is wrong. */
export function fromBase64(text: string): Uint8Array | number {
  const bare = text.replace(/={1,2}$/, "");
  if (text.length % 4 !== 0) return text.length;
  return decode(bare, STANDARD_VALUES);
}

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const bare = encode(bytes, STANDARD);
  return bare.padEnd(Math.ceil(bare.length / 4) * 4, "=");
}

function decode(text: string, alphabet: Uint8Array): Uint8Array | number {
  if (text.length % 4 === 1) return text.length;
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = alphabet[text.charCodeAt(i)] ?? FOREIGN;
    if (value === FOREIGN) return i;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) out[at++] = (bits >> (held -= 8)) & 0xff;
  }
  return (bits & ((1 << held) - 1)) === 0 ? out : text.length - 1;
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < Math.min(4, bytes.length - i + 1); k++)
      out += alphabet.charAt((group >> (18 - 6 * k)) & 63);
  }
  return out;
}
