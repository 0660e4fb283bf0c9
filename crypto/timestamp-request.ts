// What is sent to a timestamp authority: a digest, and nothing else of what was stamped (RFC 3161 2.4.1).
import { toHex } from "./bytes.ts";
import { integer, readDer, readInteger, sequence, TAG, writeDer } from "./der.ts";
import type { Hash } from "./native-timestamp.ts";
import { readHash, writeHash } from "./timestamp-algorithm.ts";

/** What a request asks to be stamped. */
export interface Asked {
  readonly hash: Hash;
  readonly imprint: Uint8Array;
  /** The content of the nonce's INTEGER, in hex; null if it has none. */
  readonly nonce: string | null;
}

const VERSION = 1;

/**
 * A TimeStampReq (DER) that also asks for the authority's certificates.
 * @param nonce eight random bytes; the first is made to be that of a positive number
 */
export function writeRequest(hash: Hash, imprint: Uint8Array, nonce: Uint8Array): Uint8Array {
  const number = Uint8Array.from(nonce, (byte, i) => (i === 0 ? (byte & 0x3f) | 0x40 : byte));
  return sequence(
    integer(VERSION),
    sequence(writeHash(hash), writeDer(TAG.octetString, imprint)),
    writeDer(TAG.integer, number),
    writeDer(TAG.boolean, Uint8Array.of(0xff)),
  );
}

/** Reads a request, ours or another program's; null if it is none, or has an unknown member. */
export function readRequest(bytes: Uint8Array): Asked | null {
  const request = readDer(bytes);
  const [version, imprint, ...rest] = request?.tag === TAG.sequence ? request.children : [];
  const [algorithm, digest, more] = imprint?.children ?? [];
  const hash = readHash(algorithm);
  const isRequest =
    readInteger(version) === VERSION
    && digest?.tag === TAG.octetString
    && more === undefined
    // A policy, the nonce, and the wish for certificates.
    && /^(06)?(02)?(01)?$/.test(toHex(Uint8Array.from(rest, ({ tag }) => tag)));
  if (!isRequest || hash === null) return null;
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return {
    hash,
    imprint: digest.content,
    nonce: nonce === undefined ? null : toHex(nonce.content),
  };
}
