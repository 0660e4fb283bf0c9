// A commitment to what was opened: only someone who opened the domain can give it, and only after the
// ones that records before have. See FORMAT.md.
import { sentence } from "../electron/text/sentence.ts";
import { agreed } from "./agree.ts";
import { concat, fromHex, toHex, uint32, utf8, wipe } from "./bytes.ts";
import * as forge from "./forge.ts";
import { firstBlock } from "./kdf.ts";
import * as native from "./native.ts";
import type { OfficerShare } from "./officer-share.ts";
import { withOpened, type OpenEntry } from "./quorum.ts";
import type { SecurityDomain } from "./security-domain.ts";

/** So many commitments follow the first one. */
const LENGTH = 1000;
const BYTES = 32;
const NONE = new Uint8Array();

/**
 * The commitment after the one of an earlier record; the first one if none of its values is that.
 * @param before hex; "" if no earlier record has one
 * @returns hex
 * @throws Fault E-QUORUM-*, E-SHARE-*, E-JWE-AUTH, E-DOUBLE-ENTRY
 */
export function commitmentTo(
  domain: SecurityDomain,
  shares: readonly OfficerShare[],
  before: string,
): string {
  return withOpened(domain, shares, (secret, entries) => {
    const seed = seedOf(domain, secret, entries);
    let value = toHex(seed.subarray(0, BYTES));
    wipe(seed);
    for (let left = LENGTH; left > 0; left--) {
      const next = native.sha256Hex(fromHex(value) ?? NONE);
      if (next === before) break;
      value = next;
    }
    return value;
  });
}

/** From the secret, the file's SHA-256 and every entry in the clear; the entries are wiped. */
function seedOf(
  { sha256 }: SecurityDomain,
  secret: Uint8Array,
  entries: readonly OpenEntry[],
): Uint8Array {
  const label = concat(utf8("opened"), Uint8Array.of(0), fromHex(sha256) ?? NONE, uint32(512));
  let seed = firstBlock(secret, label);
  try {
    for (const { plaintext } of entries) {
      const key = seed;
      seed = agreed(
        sentence("crypto-faults.engines.commitment"),
        forge.hmac512(key, plaintext),
        native.hmac512(key, plaintext),
      );
      wipe(key);
    }
    return seed;
  } finally {
    wipe(...entries.map(({ plaintext }) => plaintext));
  }
}
