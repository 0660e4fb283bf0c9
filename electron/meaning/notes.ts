// What a good record reports and no rule refuses: to rely on it, read these entries.
import {
  photographedBefore,
  type EventData,
  type EventType,
  type RecordEntry,
} from "../ceremony/ceremony.ts";
import { list, sentence, type Sentence } from "../text/sentence.ts";
import { ownCertificateIn, type OwnPem } from "./certificates.ts";

type Noted = Partial<
  EventData["exchange-key-accepted"]
    & EventData["key-checked"]
    & Pick<EventData["part-taken"], "closedAt">
    & Pick<EventData["quorum-proven"], "commitment">
    & Pick<EventData["exchange-key-judged"], "collateral">
    & EventData["aftercheck-judged"]
    & EventData["upload-ended"]
    & EventData["recovery-compared"]
    & EventData["domain-found"]
>;

const isInactive = ({ state }: Noted): boolean => state !== "Active";

/** By its name: the types of entries that it is about, and which of these. */
const IN_ENTRIES = {
  "opening-only-said": [
    ["quorum-proven", "dry-run-passed", "blob-made"],
    ({ commitment }) => commitment === undefined,
  ],
  "part-end-unknown": [["part-taken"], ({ closedAt }) => closedAt === ""],
  "intel-not-current": [
    ["exchange-key-judged"],
    ({ collateral }, at) =>
      (collateral?.files ?? []).some(({ issued, next }) => at < issued || at > next),
  ],
  incident: [["incident-found"], () => true],
  "refusal-overruled": [["refusal-accepted"], () => true],
  "seat-changed": [["seat-changed"], () => true],
  "key-not-attested": [["exchange-key-accepted"], ({ attested }) => attested === false],
  "wrong-afterwards": [
    ["aftercheck-judged"],
    ({ points = [] }) => points.some(({ verdict }) => verdict === "wrong"),
  ],
  "inactive-after-download": [["download-ended"], isInactive],
  "inactive-after-upload": [["upload-ended"], isInactive],
  "keys-not-compared": [["keys-not-compared"], () => true],
  "roles-differ": [
    ["recovery-compared"],
    ({ rolesMissing = [], rolesMore = [] }) => rolesMissing.length + rolesMore.length > 0,
  ],
  "key-unprotected": [["domain-found"], ({ unprotected = [] }) => unprotected.length > 0],
} as const satisfies Readonly<
  Record<string, readonly [readonly EventType[], (data: Noted, at: string) => boolean]>
>;

const OPENINGS: readonly string[] = ["quorum-proven", "dry-run-passed", "blob-made"];
const USES: readonly string[] = ["key-made", "key-opened", "key-checked", ...OPENINGS];
/** The types of all entries that a note may be about, and of that which names the keys. */
const TYPES: ReadonlySet<string> = new Set([
  ...["opened", "seals-photographed", ...USES],
  ...Object.values(IN_ENTRIES).flatMap(([types]): readonly string[] => types),
]);

/** `wrapping-key-expired` and `old-photograph` also depend on the records given beside it. */
export type NoteName = "wrapping-key-expired" | keyof typeof IN_ENTRIES | "old-photograph";

/** Something to read, and the numbers of its entries, at least one. */
export interface Note {
  readonly note: NoteName;
  readonly entries: readonly number[];
}

type Entries = readonly RecordEntry[];

/**
 * Of a record whose meaning was checked.
 * @param others the records that it continues, and custodians' parts, as far as they were given
 */
export function notesIn(all: Entries, others: readonly Entries[] = []): readonly Note[] {
  const entries = all.filter(({ type }) => TYPES.has(type));
  const found: readonly Note[] = [
    { note: "wrapping-key-expired", entries: expiredIn(entries, others) },
    ...Object.entries(IN_ENTRIES).map(([note, [types, is]]) => ({
      note: note as NoteName,
      entries: entries
        .filter(
          ({ type, data, at }) =>
            (types as readonly string[]).includes(type) && is(data as Noted, at),
        )
        .map(({ seq }) => seq),
    })),
    { note: "old-photograph", entries: photographedBefore(entries, others) },
  ];
  return found.filter((one) => one.entries.length > 0);
}

type Made = Pick<EventData["key-made"], "officer" | "thumbprint" | "certificate">;
const madeIn = (entries: Entries): readonly Made[] =>
  entries.flatMap(({ type, data }) => (type === "key-made" ? [data as Made] : []));

/** Azure restores with such a key: this is only reported. */
function expiredIn(entries: Entries, others: readonly Entries[]): readonly number[] {
  const known = new Map<string, () => OwnPem | null>();
  for (const { thumbprint, certificate } of [entries, ...others].flatMap(madeIn))
    known.set(thumbprint, once(certificate));
  const { earlier = [] } = (entries[0]?.data ?? {}) as Partial<EventData["opened"]>;
  const keys = new Map(
    (earlier[0]?.officers ?? []).map(({ officer, thumbprint }) => [officer, thumbprint]),
  );
  return entries.flatMap((entry) => {
    const { type, data, seq, at } = entry;
    if (type === "key-made")
      for (const one of madeIn([entry])) keys.set(one.officer, one.thumbprint);
    if (!USES.includes(type)) return [];
    const { officer, officers = officer === undefined ? [...keys.keys()] : [officer] } =
      data as Used;
    return officers.some((one) => !isValid(known.get(keys.get(one) ?? "")?.() ?? null, at))
      ? seq
      : [];
  });
}

/** The officers whose wrapping keys an entry is about; all, if it names none. */
interface Used {
  readonly officer?: string;
  readonly officers?: readonly string[];
}

/** A certificate that no given record has is not doubted. */
const isValid = (one: OwnPem | null, at: string): boolean =>
  one === null || (new Date(at) >= one.notBefore && new Date(at) <= one.notAfter);

/** Reads a certificate when it is first asked for. */
function once(certificate: string): () => OwnPem | null {
  let read: OwnPem | null | undefined;
  return () => (read ??= ownCertificateIn(certificate));
}

/** The same in words. */
export const noteSaid = ({ note, entries }: Note): Sentence =>
  sentence(`notes.${note}`, { entries: list(entries) });
