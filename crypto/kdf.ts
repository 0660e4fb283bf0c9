// SP 800-108 in counter mode with HMAC-SHA-512, as the security domain derives its entry keys.
import { sentence } from "../electron/text/sentence.ts";
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
  return firstBlock(secret, concat(utf8(label), Uint8Array.of(0), uint32(512)));
}

/**
 * K(1) of SP 800-108's counter mode, 64 bytes: PRF(K_I, [1] in 32 bits || fixed input data), the
 * step that NIST's vectors check.
 * @throws Fault E-DOUBLE-ENTRY
 */
export function firstBlock(secret: Uint8Array, fixedInput: Uint8Array): Uint8Array {
  const input = concat(uint32(1), fixedInput);
  return agreed(
    sentence("crypto-faults.engines.entryKey"),
    forge.hmac512(secret, input),
    native.hmac512(secret, input),
  );
}
