// SHA-256 as we show and record it.

/** Lower-case hex of the SHA-256 of the bytes. A digest of public bytes needs no second opinion. */
export { sha256Hex, sha256HexOf } from "./native.ts";
