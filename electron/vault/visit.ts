// One visit to a vault's socket: its lines are sealed under keys that only processes of one
// coordinator can derive. So each end proves itself by its first sealed line, and an eavesdropper
// reads nothing.
import { concat, fromBase64, fromUtf8, random, toBase64, utf8 } from "../../crypto/index.ts";
import { hmac256, openContent, readJwe, sealDirect, wipe } from "../../crypto/secret-half.ts";
import { fault } from "./faults.ts";
import { heldKey } from "./socket-key.ts";

const NONCE_BYTES = 32;

/** The kind of a line; none can pass for another. */
export type Line = "welcome" | "message" | "answer";

/** Seals and opens the lines of one visit. */
export interface Visit {
  readonly seal: (line: Line, value: unknown) => string;
  /** @throws Fault E-VAULT-STRANGER for what was sealed without the key, or as another line */
  readonly open: (line: Line, sealed: unknown) => unknown;
}

/** One side's part of a visit: 32 fresh bytes, base64. */
export const newNonce = (): string => toBase64(random(NONCE_BYTES));

/**
 * A visit by the nonces of visitor and vault: what is sealed in it opens in no other.
 * @throws Fault E-VAULT-STRANGER for an invalid nonce, or if this process got no key
 */
export function visitBetween(visitor: unknown, vault: unknown): Visit {
  const key = heldKey();
  if (key === null) throw fault("E-VAULT-STRANGER");
  const nonces = concat(nonceOf(visitor), nonceOf(vault));
  const keyOf = (line: Line): Uint8Array => {
    const half = (name: string) => hmac256(key, concat(utf8(`${line}, ${name}: `), nonces));
    return concat(half("tag"), half("content"));
  };
  return {
    seal: (line, value) => sealDirect(utf8(JSON.stringify(value)), keyOf(line), line),
    open: (line, sealed) => {
      try {
        const content = openContent(readJwe(String(sealed), "dir"), keyOf(line));
        const text = fromUtf8(content);
        wipe(content);
        return JSON.parse(text) as unknown;
      } catch {
        throw fault("E-VAULT-STRANGER");
      }
    },
  };
}

function nonceOf(text: unknown): Uint8Array {
  const bytes = typeof text === "string" ? fromBase64(text) : 0;
  if (typeof bytes === "number" || bytes.length !== NONCE_BYTES) throw fault("E-VAULT-STRANGER");
  return bytes;
}
