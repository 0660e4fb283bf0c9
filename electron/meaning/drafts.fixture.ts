// A record before it is chained and signed: its future entries, which a test may change first.
// Chaining and signing it again is what the writer with the officers' own keys could do.
import { bindingOf, toBase64, utf8 } from "../../crypto/index.ts";
import { quickSignature } from "../../crypto/quick-signature.fixture.ts";
import { hashOf, lineOf, NOTHING_BEFORE } from "../journal/entry.ts";
import type { JsonData } from "../journal/canonical.ts";
import type { Key } from "./pool.fixture.ts";
import type { DataOf, Type } from "./reading.ts";

/** An entry; `at` in milliseconds since 1970. What follows from the chain is filled in later. */
export interface Draft {
  /** By which others name it, whatever becomes of the order. */
  readonly id: number;
  type: string;
  by: string;
  station: string;
  at: number;
  data: object;
  /** Of `signed`: the id of what is signed, and the key. */
  signs?: { over: number; key: Key };
  /** Of `signer-bound`: the key that signs. */
  binds?: Key;
  /** Of `taken-over`: its `head` is the one before. */
  carries?: true;
}

/** As deep as it goes, a test may change it. */
type Writable<Value> = Value extends readonly (infer Item)[]
  ? Writable<Item>[]
  : Value extends object
    ? { -readonly [Name in keyof Value]: Writable<Value[Name]> }
    : Value;

/** An entry of this type. */
export type DraftOf<Of extends Type> = Omit<Draft, "data"> & { data: Writable<DataOf[Of]> };

/** The nth matching entry of a type; undefined if there is none. */
export const draftOf = <Of extends Type>(
  drafts: readonly Draft[],
  type: Of,
  n = 0,
  is: (draft: Draft) => boolean = () => true,
): DraftOf<Of> | undefined =>
  drafts.filter((draft) => draft.type === type && is(draft))[n] as unknown as
    | DraftOf<Of>
    | undefined;

/** The step that an entry names, if it does. */
export const stepIn = ({ data }: Draft): string | null =>
  "step" in data && typeof data.step === "string" ? data.step : null;

/** All consents, of acts and of the end. */
export const consentsIn = (
  drafts: readonly Draft[],
): readonly DraftOf<"closing">["data"]["consent"][] =>
  drafts.flatMap(({ data }) =>
    "consent" in data ? [(data as DraftOf<"closing">["data"]).consent] : [],
  );

/** A record's drafts, and the head that it continues. */
export interface Drafted {
  readonly drafts: Draft[];
  readonly previous: string;
}

const sign = ({ pkcs8 }: Key, message: Uint8Array): string =>
  toBase64(quickSignature(pkcs8, message));

/** The record, chained and truly signed. */
export function sealed({ drafts, previous }: Drafted): Uint8Array {
  const hashes = new Map<number, string>();
  let prev = previous;
  const lines = drafts.map((draft, seq) => {
    const { id, type, by, station } = draft;
    const at = new Date(draft.at).toISOString();
    const data = dataOf(draft, hashes, prev) as unknown as JsonData;
    const entry = { at, by, data, prev, seq, station, type };
    prev = hashOf(entry);
    hashes.set(id, prev);
    return lineOf(entry);
  });
  return new Uint8Array(Buffer.concat(lines));
}

function dataOf(
  { data, signs, binds, carries }: Draft,
  hashes: ReadonlyMap<number, string>,
  prev: string,
): object {
  if (signs !== undefined) {
    const over = hashes.get(signs.over) ?? NOTHING_BEFORE;
    const { thumbprint } = signs.key.certificate;
    const signature = sign(signs.key, utf8(over));
    return { algorithm: "RSA-PSS-SHA256", certificate: thumbprint, ...data, over, signature };
  }
  if (binds !== undefined) {
    const { wrapping } = data as DraftOf<"signer-bound">["data"];
    return { ...data, signature: sign(binds, bindingOf(wrapping)) };
  }
  return carries === true ? { ...data, head: prev } : data;
}

/** A copy that may be changed; keys are shared. */
export const copyOf = ({ drafts, previous }: Drafted): Drafted => ({
  previous,
  drafts: drafts.map((draft) => ({ ...draft, data: structuredClone(draft.data) })),
});
