// A record before it is chained and signed: its entries as they will be written, which a test may
// change first. Chaining and signing it again is what somebody would do who holds the pen, and
// the officers' own keys.
import { bindingOf, toBase64, utf8 } from "../../crypto/index.ts";
import { signMessage } from "../../crypto/secret-half.ts";
import { hashOf, lineOf, NOTHING_BEFORE } from "../journal/entry.ts";
import type { JsonData } from "../journal/canonical.ts";
import type { Key } from "./pool.fixture.ts";

/** An entry; `at` in milliseconds since 1970. What follows from the chain is filled in later. */
export interface Draft {
  /** By which others name it, whatever becomes of the order. */
  readonly id: number;
  type: string;
  by: string;
  station: string;
  at: number;
  data: any;
  /** Of `signed`: the id of what is signed, and the key. */
  signs?: { over: number; key: Key };
  /** Of `signer-bound`: the key that signs. */
  binds?: Key;
  /** Of `taken-over`: its `head` is the one before. */
  carries?: true;
}

/** A record's drafts, and the head that it continues. */
export interface Drafted {
  readonly drafts: Draft[];
  readonly previous: string;
}

const sign = ({ pkcs8, certificate }: Key, message: Uint8Array): string =>
  toBase64(signMessage({ pkcs8, warnings: [] }, certificate, message));

/** The record, chained and truly signed. */
export function sealed({ drafts, previous }: Drafted): Uint8Array {
  const hashes = new Map<number, string>();
  let prev = previous;
  const lines = drafts.map((draft, seq) => {
    const { id, type, by, station } = draft;
    const at = new Date(draft.at).toISOString();
    const data = dataOf(draft, hashes, prev) as JsonData;
    const entry = { at, by, data, prev, seq, station, type };
    prev = hashOf(entry);
    hashes.set(id, prev);
    return lineOf(entry);
  });
  return new Uint8Array(Buffer.concat(lines));
}

function dataOf({ data, signs, binds, carries }: Draft, hashes: ReadonlyMap<number, string>, prev: string) {
  if (signs !== undefined) {
    const over = hashes.get(signs.over) ?? NOTHING_BEFORE;
    const { thumbprint } = signs.key.certificate;
    const signature = sign(signs.key, utf8(over));
    return { algorithm: "RSA-PSS-SHA256", certificate: thumbprint, ...data, over, signature };
  }
  if (binds !== undefined) return { ...data, signature: sign(binds, bindingOf(data.wrapping)) };
  return carries === true ? { ...data, head: prev } : data;
}

/** A copy that may be changed; keys are shared. */
export const copyOf = ({ drafts, previous }: Drafted): Drafted => ({
  previous,
  drafts: drafts.map((draft) => ({ ...draft, data: structuredClone(draft.data) })),
});
