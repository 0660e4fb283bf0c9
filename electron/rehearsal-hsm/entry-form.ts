// The inner form of an entry of a rehearsal HSM's domain (FORMAT.md): written, read, checked.
import { hmac256 } from "../../crypto/secret-half.ts";
import { concat, equal, fromUtf8, utf8 } from "../../crypto/index.ts";

/** The entries of a security domain, in the order of a real one, and their ciphertexts' lengths. */
export const ENTRIES = [
  { tag: "hsm_backup", ciphertextBytes: 8192 },
  { tag: "base_enclave_backup", ciphertextBytes: 880 },
  { tag: "partition_enclave_backup", ciphertextBytes: 2960 },
] as const;

/** The entry whose body begins with the domain key. */
export const KEY_ENTRY = "hsm_backup";
export const DOMAIN_KEY_BYTES = 32;
export const DOMAIN_ID_BYTES = 16;

export interface EntryForm {
  readonly tag: string;
  readonly domainId: Uint8Array;
  readonly body: Uint8Array;
}

/** An entry as read; `covered` is what the check value covers. */
export interface ReadEntryForm extends EntryForm {
  readonly covered: Uint8Array;
  readonly check: Uint8Array;
}

const MAGIC = utf8("REHEARSAL-HSM/01");
const TAG_BYTES = 32;
const CHECK_BYTES = 32;
const HEAD_BYTES = MAGIC.length + TAG_BYTES + DOMAIN_ID_BYTES + 4;

/** Body bytes for which the padded ciphertext (PKCS#7) has the length of a real one. */
export const bodyBytes = (ciphertextBytes: number): number =>
  ciphertextBytes - 8 - HEAD_BYTES - CHECK_BYTES;

/** Writes an entry with its check value under the domain key. */
export function writeEntryForm(
  { tag, domainId, body }: EntryForm,
  domainKey: Uint8Array,
): Uint8Array {
  const name = new Uint8Array(TAG_BYTES);
  name.set(utf8(tag));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  const covered = concat(MAGIC, name, domainId, length, body);
  return concat(covered, hmac256(domainKey, covered));
}

/** Reads an entry; null if it is not exactly of this form. The check value is not verified here. */
export function readEntryForm(bytes: Uint8Array): ReadEntryForm | null {
  if (bytes.length < HEAD_BYTES + CHECK_BYTES) return null;
  if (!equal(bytes.subarray(0, MAGIC.length), MAGIC)) return null;
  const [idAt, lengthAt] = [MAGIC.length + TAG_BYTES, HEAD_BYTES - 4];
  const tag = readTag(bytes.subarray(MAGIC.length, idAt));
  const checkAt = bytes.length - CHECK_BYTES;
  const length = new DataView(bytes.buffer, bytes.byteOffset + lengthAt, 4).getUint32(0);
  if (tag === null || length !== checkAt - HEAD_BYTES) return null;
  return {
    tag,
    domainId: bytes.subarray(idAt, lengthAt),
    body: bytes.subarray(HEAD_BYTES, checkAt),
    covered: bytes.subarray(0, checkAt),
    check: bytes.subarray(checkAt),
  };
}

/** True if the check value was made under this domain key. */
export const holds = ({ covered, check }: ReadEntryForm, domainKey: Uint8Array): boolean =>
  equal(hmac256(domainKey, covered), check);

/** ASCII, then zeros to the end. */
function readTag(bytes: Uint8Array): string | null {
  const end = bytes.findIndex((byte) => byte === 0);
  const name = bytes.subarray(0, end < 0 ? TAG_BYTES : end);
  const padded = bytes.subarray(name.length).every((byte) => byte === 0);
  return padded && name.every((byte) => byte > 0x20 && byte < 0x7f) ? fromUtf8(name) : null;
}
