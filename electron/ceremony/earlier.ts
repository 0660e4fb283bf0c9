// From record to record: what a ceremony says that the one before it left, compared with what that
// record itself leaves.
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { contradictionIn } from "./chain-facts.ts";
import type { EventData } from "./entries/index.ts";
import type { RecordEntry } from "../record/kind.ts";
import { fault } from "./entries/faults.ts";
import type { Earlier, Standing } from "./entries/standing.ts";
import { standingOf } from "./state.ts";

/** The first entry's data, of any form: it is also compared before the record is folded. */
type Opened = Partial<EventData["opened"]>;

/** An entry with the hash of the one before it; the first has the head that it continues. */
type LinkedEntry = RecordEntry & { readonly prev: string };

/** The script of custodians' parts of an attestation. */
export const PART_SCRIPT = "attestation-part";

/** In a first entry that continues no record. */
const NOTHING_BEFORE = "0".repeat(64);

/** A record by its entries, and what its own signatures show. */
export interface ChainRecord {
  readonly entries: readonly LinkedEntry[];
  /** Officers who signed it with a certificate for which it does not vouch. */
  readonly unvouched: readonly string[];
  /** Null while it is open. */
  readonly closedBy: "signatures" | "paper" | null;
}

/**
 * `first`: it continues none. `elsewhere`: the one it continues is not at hand. `as-left`: what it
 * says about that one is correct. `differs`: it is not, and `what` names the first difference.
 */
export type Continuation = Continued | { readonly kind: "differs"; readonly what: RefusalSentence };
interface Continued {
  readonly kind: "first" | "elsewhere" | "as-left";
}

/** The head (hex) of the record that this one says it continues, or null. */
export const earlierHeadOf = ([first]: readonly RecordEntry[]): string | null =>
  earlierIn(first)?.head ?? null;

/** What a closed record leaves for the one that continues it. @param head its own */
export function leftBy(entries: readonly RecordEntry[], head: string): Earlier {
  const { rules } = openedIn(entries[0]);
  const closedAt = entries.at(-1)?.at ?? "";
  return { ...standingOf(entries), head, closedAt, ...(rules === undefined ? {} : { rules }) };
}

/** The heads (hex) of the custodians' parts that an attestation says it took over. */
export const partHeadsOf = (entries: readonly RecordEntry[]): readonly string[] =>
  partsIn(entries).map(({ head }) => head);

/**
 * Compares what a record says about the one before it, and about custodians' parts, with those at
 * hand.
 * @param atHand the record with this head (hex), if any
 */
export function continuationOf(
  { entries }: Pick<ChainRecord, "entries">,
  atHand: AtHand,
): Continuation {
  const [first] = entries;
  const earlier = earlierIn(first);
  if (first?.prev !== (earlier?.head ?? NOTHING_BEFORE))
    return { kind: "differs", what: sentence("continuation.head") };
  if (earlier === undefined) return { kind: "first" };
  const part = partsIn(entries).find((one) => !isAsInItsRecord(one, first, atHand(one.head)));
  if (part !== undefined) return { kind: "differs", what: partNamed(part) };
  const before = atHand(earlier.head);
  const what =
    (before === undefined ? null : whatOfBefore(entries, earlier, before))
    ?? contradicted(entries, before, atHand);
  if (what !== null) return { kind: "differs", what };
  return { kind: before === undefined ? "elsewhere" : "as-left" };
}

/** What a record says otherwise than the one before it. */
const whatOfBefore = (
  entries: readonly LinkedEntry[],
  earlier: Earlier,
  before: ChainRecord,
): RefusalSentence | null =>
  whatOfCeremony(openedIn(entries[0]), before)
  ?? whatDiffers(earlier, leftBy(before.entries, earlier.head))
  ?? unvouchedLeft(openedIn(entries[0]), before.unvouched)
  ?? correctionOfNothing(entries, before);

type AtHand = (head: string) => ChainRecord | undefined;

/** A fact of a record, or of a part that it took over, that one before it contradicts. */
function contradicted(
  entries: readonly LinkedEntry[],
  before: ChainRecord | undefined,
  atHand: AtHand,
): RefusalSentence | null {
  const own = withParts(entries, atHand);
  const earlier = before === undefined ? [] : [...chainFrom(before, atHand)];
  for (const [n, one] of own.entries()) {
    const what = contradictionIn(one, [...own.slice(n + 1), ...earlier]);
    if (what !== null) return what;
  }
  return null;
}

/** The entries of a record, of the one before it, and so on, each followed by those of its parts. */
function* chainFrom(newest: ChainRecord, atHand: AtHand): Iterable<readonly RecordEntry[]> {
  for (let now: ChainRecord | undefined = newest; now !== undefined;) {
    yield* withParts(now.entries, atHand);
    now = atHand(earlierHeadOf(now.entries) ?? "");
  }
}

/** The entries of a record, and of the custodians' parts at hand that it took over. */
const withParts = (
  entries: readonly LinkedEntry[],
  atHand: AtHand,
): readonly (readonly RecordEntry[])[] => [
  entries,
  ...partHeadsOf(entries).flatMap((head) => {
    const part = atHand(head);
    return part === undefined ? [] : [part.entries];
  }),
];

type Part = EventData["part-taken"];

const partsIn = (entries: readonly RecordEntry[]): readonly Part[] =>
  entries.flatMap(({ type, data }) => (type === "part-taken" ? [data as Part] : []));

/** What is said about a part at hand is what its own record leaves. */
function isAsInItsRecord(
  { officer, closed, closedAt, standing }: Part,
  attestation: RecordEntry,
  part: ChainRecord | undefined,
): boolean {
  if (part === undefined) return true;
  const [opened, own] = [openedIn(attestation), openedIn(part.entries[0])];
  const [before, theirs] = [opened.earlier?.[0], own.earlier?.[0]];
  if (before === undefined || theirs?.head !== before.head || own.mode !== opened.mode)
    return false;
  return (
    own.script === PART_SCRIPT
    && own.participants?.some(({ role }) => role === officer) === true
    && whatDiffers(theirs, before) === null
    && part.closedBy === (closed === "on-paper" ? "paper" : "signatures")
    // "" if that time was in the future by the clock of the station that took it over.
    && (closedAt === "" || part.entries.at(-1)?.at === closedAt)
    && isSame(standing, changedByPart(standingOf(part.entries), officer, before))
  );
}

/** A custodian's part is compared before its form is checked, so its other texts are not shown. */
function partNamed({ officer }: Part): RefusalSentence {
  const [, seat] = /^officer-([1-9]|10)$/.exec(officer) ?? [];
  return seat === undefined
    ? sentence("continuation.partOfNobody")
    : sentence("continuation.part", { seat });
}

/**
 * What a custodian's part has changed: the officer, and the objects that were seen or recorded in
 * it. The attestation that takes the part over repeats it.
 * @param after what the part's record leaves
 * @param before what the record left that both continue
 */
export function changedByPart(
  after: Standing,
  officer: string,
  before: Earlier | undefined,
): Part["standing"] {
  const known = before?.objects ?? [];
  return {
    officers: after.officers.filter((one) => one.officer === officer),
    objects: after.objects.filter(
      (object) => known.find((one) => one.object === object.object)?.seenAt !== object.seenAt,
    ),
    handOffs: after.handOffs.slice(before?.handOffs.length ?? 0),
    ...photographsSince(after, before),
  };
}

/** Those that the earlier record did not have yet; no member if there are none. */
function photographsSince(
  { photographs = [] }: Standing,
  before: Earlier | undefined,
): Pick<Part["standing"], "photographs"> {
  const known = before?.photographs ?? [];
  const since = photographs.filter((one) => !known.some((other) => isSame(one, other)));
  return since.length === 0 ? {} : { photographs: since };
}

/** @throws Fault E-EARLIER-DIFFERS */
export function checkContinuation(record: Pick<ChainRecord, "entries">, atHand: AtHand): Continued {
  const continuation = continuationOf(record, atHand);
  if (continuation.kind === "differs")
    throw fault("E-EARLIER-DIFFERS", { what: continuation.what });
  return continuation;
}

/** The first difference between two accounts of the standing after one record, or null. */
export function whatDiffers(said: Earlier, left: Earlier): RefusalSentence | null {
  // Early records do not mention the ceremony before, nor when it was closed.
  const early = { last: left.last, closedAt: left.closedAt };
  const [whole, theirs] = [
    { ...early, ...said },
    { closedAt: said.closedAt, ...left },
  ];
  const found = MEMBERS.find((member) => !isSame(whole[member], theirs[member]));
  return found === undefined ? null : sentence(`continuation.${found}`);
}

/** Every member of `earlier`, in the order of naming a difference; each has a sentence. */
const MEMBERS = Object.keys({
  head: 0,
  hsm: 0,
  required: 0,
  domainSha256: 0,
  domainFile: 0,
  commitment: 0,
  officers: 0,
  objects: 0,
  handOffs: 0,
  photographs: 0,
  subsets: 0,
  provenAt: 0,
  attestedAt: 0,
  drilledAt: 0,
  dryRunAt: 0,
  backup: 0,
  poolRoot: 0,
  deviations: 0,
  last: 0,
  closedAt: 0,
  rules: 0,
} satisfies Record<keyof Earlier, 0>) as readonly (keyof Earlier)[];

/** An aborted or unfinished ceremony cannot be continued, nor one of the other mode. */
function whatOfCeremony({ mode }: Opened, { entries }: ChainRecord): RefusalSentence | null {
  if (openedIn(entries[0]).mode !== mode) return sentence("continuation.mode");
  return entries.some(({ type }) => type === "aborted") ? sentence("continuation.aborted") : null;
}

/** A certificate that was not vouched for is not vouched for one ceremony later. */
function unvouchedLeft(
  { unvouched: said = [], anchor }: Opened,
  unvouched: readonly string[],
): RefusalSentence | null {
  const isTold = anchor === "typed" || unvouched.every((officer) => said.includes(officer));
  return isTold ? null : sentence("continuation.unvouched");
}

/** A correction is of an existing entry. */
function correctionOfNothing(
  entries: readonly RecordEntry[],
  before: ChainRecord,
): RefusalSentence | null {
  const isThere = ({ type, data }: RecordEntry): boolean => {
    if (type !== "exception-noted") return true;
    const { corrects } = data as Partial<EventData["exception-noted"]>;
    return corrects === undefined || corrects.entry < before.entries.length;
  };
  return entries.every(isThere) ? null : sentence("continuation.corrects");
}

const openedIn = (first: RecordEntry | undefined): Opened =>
  (first?.type === "opened" ? first.data : {}) as Opened;

const earlierIn = (first: RecordEntry | undefined): Earlier | undefined =>
  openedIn(first).earlier?.[0];

/** The same values, whatever the order of members. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  const [names, others] = [Object.keys(one), Object.keys(other)];
  return (
    Array.isArray(one) === Array.isArray(other)
    && names.length === others.length
    && names.every(
      (name) =>
        Object.hasOwn(other, name) && isSame((one as Members)[name], (other as Members)[name]),
    )
  );
}

type Members = Readonly<Record<string, unknown>>;

/** How certain it is that a record is the one that people closed: as `opened.anchor` says. */
export type Anchor = NonNullable<EventData["opened"]["anchor"]>;

/**
 * What a record lacks: `paper`: it was closed on paper. `unvouched`: it does not vouch for a
 * signer. `elsewhere`: the record that it continues is not here.
 */
export type Lack = "paper" | "unvouched" | "elsewhere";

/** How a closed record is anchored, or what it lacks. */
export interface Anchoring {
  readonly anchor: Anchor;
  readonly lacks: readonly Lack[];
}

/** How a closed record is anchored. @param isTyped its head was typed from paper, and matches */
export function anchoringOf(
  { closedBy, unvouched }: Pick<ChainRecord, "unvouched"> & { readonly closedBy: string | null },
  { kind }: Continuation,
  isTyped: boolean,
): Anchoring {
  if (isTyped) return { anchor: "typed", lacks: [] };
  const lacks: readonly (readonly [Lack, boolean])[] = [
    ["paper", closedBy !== "signatures"],
    ["unvouched", unvouched.length > 0],
    ["elsewhere", kind === "elsewhere" || kind === "differs"],
  ];
  const found = lacks.flatMap(([lack, isSo]) => (isSo ? [lack] : []));
  return { anchor: found.length === 0 ? "signed" : "none", lacks: found };
}
