// The security domain: made once, or taken from another HSM; encrypted for any set of officers.
import {
  deriveEntryKey,
  sealDirect,
  sealForKey,
  split,
  writeShare,
} from "../../crypto/secret-half.ts";
import {
  fromBase64,
  fromHex,
  guid,
  toBase64,
  toBase64Url,
  toHex,
  type Certificate,
} from "../../crypto/index.ts";
import {
  bodyBytes,
  DOMAIN_ID_BYTES,
  DOMAIN_KEY_BYTES,
  ENTRIES,
  KEY_ENTRY,
  readEntryForm,
  writeEntryForm,
} from "./entry-form.ts";

type Random = (length: number) => Uint8Array;

/** A domain in the HSM. All of it is secret except `id` and `sealed`. */
export interface Domain {
  /** 32 lower-case hex digits. */
  readonly id: string;
  /** The secret that the officers' shares restore, base64 of 32 bytes. */
  readonly secret: string;
  readonly entries: readonly DomainEntry[];
}

export interface DomainEntry {
  readonly tag: string;
  /** In the inner form, base64. */
  readonly plaintext: string;
  /** As in every security domain file of this HSM: compact JWE under the secret. */
  readonly sealed: string;
}

/** A domain of its own, for an HSM that is activated by a download. */
export function makeDomain(random: Random): Domain {
  const [domainId, domainKey] = [random(DOMAIN_ID_BYTES), random(DOMAIN_KEY_BYTES)];
  return sealDomain(
    ENTRIES.map(({ tag, ciphertextBytes }) => {
      const body = random(bodyBytes(ciphertextBytes));
      if (tag === KEY_ENTRY) body.set(domainKey);
      return { tag, plaintext: writeEntryForm({ tag, domainId, body }, domainKey) };
    }),
    toHex(domainId),
    random,
  );
}

/** Entries under a new secret. The HSM seals once: later downloads have the same entries. */
export function sealDomain(
  entries: readonly { readonly tag: string; readonly plaintext: Uint8Array }[],
  id: string,
  random: Random,
): Domain {
  const secret = random(32);
  return {
    id,
    secret: toBase64(secret),
    entries: entries.map(({ tag, plaintext }) => ({
      tag,
      plaintext: toBase64(plaintext),
      sealed: sealDirect(plaintext, deriveEntryKey(secret, tag), tag),
    })),
  };
}

/**
 * The domain encrypted for officers, as the JSON text of the file (docs/azure-protocol.md 8): new
 * shares, same entries. Each share's `kid` is a GUID of its own, as seen in 2025.
 */
export function wrapDomain(
  domain: Domain,
  officers: readonly Certificate[],
  required: number,
  random: Random,
): string {
  const shares = split(bytesOf(domain.secret), officers.length, required, random);
  const enc_shares = officers.flatMap(({ spki, thumbprint }, i) => {
    const share = shares[i];
    if (share === undefined) return [];
    const x5t_256 = toBase64Url(fromHex(thumbprint) ?? new Uint8Array());
    return [{ enc_key: sealForKey(writeShare(share), spki, guid(random)), x5t_256 }];
  });
  const data = domain.entries.map(({ tag, sealed }) => ({ compact_jwe: sealed, tag }));
  return JSON.stringify({
    EncData: { data, kdf: "sp108_kdf" },
    SharedKeys: { enc_shares, key_algorithm: "shamir_share", required },
    version: 2,
  });
}

/** The key of backups and of the check values of all entries. */
export function domainKey(domain: Domain): Uint8Array {
  const entry = domain.entries.find(({ tag }) => tag === KEY_ENTRY);
  const form = entry && readEntryForm(bytesOf(entry.plaintext));
  if (!form) throw new Error("This domain has no key entry.");
  return form.body.slice(0, DOMAIN_KEY_BYTES);
}

/** Bytes of base64 that this room wrote. */
export function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (typeof bytes === "number") throw new Error("The state holds a text that is no base64.");
  return bytes;
}
