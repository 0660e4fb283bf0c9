// SHA-256 as we show and record it.
import { toHex } from "./bytes.ts";
import { sha256 } from "./native.ts";

/** Lower-case hex of the SHA-256 of the bytes. A digest of public bytes needs no second opinion. */
export const sha256Hex = (bytes: Uint8Array): string => toHex(sha256(bytes));
