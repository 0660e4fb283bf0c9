// A record before it is chained and signed: its future entries, which a test may change first.
// Chaining and signing it again is what the writer with the officers' own keys could do.
import { bindingOf, toBase64, utf8 } from "../../crypto/index.ts";
import { quickSignature } from "../../crypto/quick-signature.fixture.ts";
import { hashOf, lineOf, NOTHING_BEFORE, type Entry, type Unhashed } from "../journal/entry.ts";
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
  const lines = chained(drafts, previous, sign, (_, entry) => hashOf(entry)).map(lineOf);
  return new Uint8Array(Buffer.concat(lines));
}

const hashAs = ({ id }: Draft): string => id.toString(16).padStart(64, "0");

/** Its entries as quickly as they come: each hash is the draft's number, and nothing is signed. */
export const unsigned = ({ drafts, previous }: Drafted): readonly Entry[] =>
  chained(drafts, previous, () => "AAAA", hashAs);

function chained(
  drafts: readonly Draft[],
  previous: string,
  signature: typeof sign,
  hashed: (draft: Draft, entry: Unhashed) => string,
): readonly Entry[] {
  const hashes = new Map<number, string>();
  let prev = previous;
  return drafts.map((draft, seq) => {
    const { id, type, by, station } = draft;
    const at = new Date(draft.at).toISOString();
    const data = dataOf(draft, hashes, prev, signature) as unknown as JsonData;
    const entry = { at, by, data, prev, seq, station, type };
    const hash = hashed(draft, entry);
    prev = hash;
    hashes.set(id, hash);
    return { ...entry, hash };
  });
}

/** The data, with what chain and keys give it, except what the draft says itself. */
function dataOf(
  { data, signs, binds, carries }: Draft,
  hashes: ReadonlyMap<number, string>,
  prev: string,
  signature: typeof sign,
): object {
  if (signs !== undefined) {
    const over = hashes.get(signs.over) ?? NOTHING_BEFORE;
    const { thumbprint: certificate } = signs.key.certificate;
    const bytes = signature(signs.key, utf8(over));
    return { algorithm: "RSA-PSS-SHA256", certificate, over, signature: bytes, ...data };
  }
  if (binds !== undefined) {
    const { wrapping } = data as DraftOf<"signer-bound">["data"];
    return { signature: signature(binds, bindingOf(wrapping)), ...data };
  }
  return carries === true ? { head: prev, ...data } : data;
}

/** A copy that may be changed; keys are shared. */
export const copyOf = ({ drafts, previous }: Drafted): Drafted => ({
  previous,
  drafts: drafts.map((draft) => ({ ...draft, data: structuredClone(draft.data) })),
});

/** Whether a record is closed, and how, as far as its entries say: signatures are not verified. */
export function closedBy(entries: readonly Entry[]): "signatures" | "paper" | null {
  if (entries.at(-1)?.type === "closing-on-paper") return "paper";
  const from = entries.findLastIndex(({ type }) => type === "closing");
  const closing = entries[from];
  if (closing === undefined || from === entries.length - 1) return null;
  const { present } = closing.data as { readonly present?: readonly string[] };
  const signed = entries.slice(from + 1).map(({ type, data }) => {
    const { over, officer } = data as { readonly over?: string; readonly officer?: string };
    return type === "signed" && over === closing.hash ? officer : null;
  });
  const all = new Set(signed);
  return !all.has(null) && all.size === signed.length && all.size === present?.length
    ? "signatures"
    : null;
}
