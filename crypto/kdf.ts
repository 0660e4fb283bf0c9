// SP 800-108 in counter mode with HMAC-SHA-512, as the security domain derives its entry keys.
import { agreed } from "./agree.ts";
import { concat, uint32, utf8 } from "./bytes.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";

/**
 * 64 bytes for one entry: i(32)=1 || label || 00 || context "" || L(32)=512 (NIST SP 800-108r1
 * 4.1).
 * One block of HMAC-SHA-512 is all that a security domain needs; longer output does not exist here.
 * @throws Fault E-DOUBLE-ENTRY
 */
export function deriveEntryKey(secret: Uint8Array, label: string): Uint8Array {
  const fixed = concat(uint32(1), utf8(label), Uint8Array.of(0), uint32(512));
  return agreed(
    "the key of an entry",
    forge.hmac512(secret, fixed),
    native.hmac512(secret, fixed),
  );
}
