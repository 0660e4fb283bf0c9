// The audit: records of this computer and those chosen by hand, on one timeline; and the one on the
// screen. It runs in the checker's process.
import { dirname } from "node:path";
import { equal, isFault } from "../../crypto/index.ts";
import type { AuditView, HeadsView, NotComparedView, TimelineRow } from "../bridge/audit-views.ts";
import {
  checkContinuation,
  earlierHeadOf,
  partHeadsOf,
  type RecordEntry,
} from "../ceremony/ceremony.ts";
import { readPlain } from "../disk/read-plain.ts";
import { checkHeads, HEADS_BYTES_MAX, readHeads, type HeadLine } from "../evidence/heads.ts";
import type { Entry } from "../journal/journal.ts";
import { checkSignatures, headWords, isShortHead, verifyRecord } from "../journal/verify.ts";
import { chainOf, notCompared, type Chain, type NotCompared } from "../meaning/chain.ts";
import { noteSaid } from "../meaning/meaning.ts";
import { rely, type Reliance } from "../meaning/reliance.ts";
import { among, keepTyped } from "../session/chain.ts";
import { bundleAt, recordIn } from "../session/bundle-folder.ts";
import { audit, NO_ANCHORS, type Anchors, type ChosenRecord } from "./audit.ts";
import { nameOfChosen } from "./chosen-logs.ts";
import { KNOWN_MAX, type Known } from "./checker.ts";
import { fault } from "./faults.ts";
import { recordsUnder } from "./records-under.ts";
import {
  anchoringOf,
  evidenceOf,
  scriptsUnder,
  storedCeremonies,
  type StoredCeremony,
} from "./ceremony-store.ts";
import { timelineOf, type Placed } from "./timeline.ts";

/** How much is kept in memory of all that were chosen by hand, in bytes. */
const KEPT_BYTES_MAX = 256 * 1024 * 1024;

/** What the audits cover. */
interface AuditsOf {
  /** The folder of this computer's records. */
  readonly root: string;
  readonly clock: () => Date;
  readonly told?: (done: number, of: number) => void;
}

/** A list of heads begins with a note or a head, and a space; a record with a brace. */
const START_BYTES = 65;
const HEADS_START = /^(#|[0-9a-f]{64} )/;

/** The findings on a record before it is placed among the others. */
type Audited = Omit<AuditView, "continuedAt" | "anchoring" | "isForked" | "notAdded"> & {
  readonly chain: Chain;
};

const headOf = ({ entries }: Pick<StoredCeremony, "entries">): string => entries.at(-1)?.hash ?? "";

export class Audits {
  readonly #root: string;
  readonly #clock: () => Date;
  readonly #told: (done: number, of: number) => void;
  /** What earlier records mean, by their heads. */
  readonly #relies = new Map<string, Reliance>();
  /** Valid ones, by their heads. */
  #byHand: ReadonlyMap<string, ChosenRecord> = new Map();
  #now: ChosenRecord | null = null;
  #anchors: Anchors = NO_ANCHORS;
  /** The list of heads that was chosen last. */
  #heads: readonly HeadLine[] | null = null;

  constructor({ root, clock, told = () => undefined }: AuditsOf) {
    this.#root = root;
    this.#clock = clock;
    this.#told = told;
  }

  /** The record that was checked last, and found valid. */
  get record(): Uint8Array | null {
    return this.#now?.record ?? null;
  }

  timeline(): readonly TimelineRow[] {
    return timelineOf(this.#records);
  }

  /** Closed records: those of this computer, and those chosen by hand. */
  get #records(): readonly Placed[] {
    const here = storedCeremonies(this.#root).filter(({ state }) => state.closed);
    const chosen = [...this.#byHand.values()]
      .map(({ record }) => verifyRecord(record))
      .filter(({ closed }) => closed);
    return [
      ...here.map(({ entries }) => ({ entries, byHand: false })),
      ...chosen.map(({ entries }) => ({ entries, byHand: true })),
    ];
  }

  /**
   * Checks the record with this head, or ("") the one in the file at this path.
   * @throws Fault E-AUDIT-FILE, E-AUDIT-OTHER, E-BUNDLE-*, E-LOG-*, E-STATE-RECORD, E-DESK-STALE
   */
  audit(of: string, path: string): AuditView {
    this.#now = null;
    this.#anchors = NO_ANCHORS;
    this.#told(0, PARTS);
    const found = of === "" ? chosen(path) : this.#at(of);
    this.#told(1, PARTS);
    const view = this.#audited(found, NO_ANCHORS);
    this.#now = found;
    if (of === "") this.#keep(view.head, found);
    return this.#placed(view);
  }

  /**
   * Restores what another process knew by these heads, if unchanged, and which one is on the
   * screen.
   */
  recall(known: readonly Known[], shown: string): null {
    for (const { path, head } of known) {
      if (head === "") this.#heads = still(() => headsIn(path));
      const found = still(() => chosen(path));
      if (found !== null && still(() => verifyRecord(found.record).head) === head)
        this.#keep(head, found);
    }
    if (shown !== "") still(() => this.audit(shown, ""));
    return null;
  }

  /**
   * Checks the record on the screen again, against what came from elsewhere.
   * @throws Fault as `audit`, E-HEAD-FORM, E-SIGNER-FORM, E-LOG-HEAD
   */
  compare(anchors: Anchors): AuditView {
    if (this.#now === null) throw fault("E-DESK-STALE");
    const view = this.#audited(this.#now, anchors);
    this.#anchors = anchors;
    const here = this.#here(view.head);
    // A head from paper anchors the record here from now on.
    if (view.headGiven && view.closed && here !== undefined)
      keepTyped(here.ceremony.folder, view.head);
    return this.#placed(view);
  }

  /**
   * Adds records at these places, each a file or a folder such as a stick, and takes a list of heads; then it
   * checks the one on the screen again. Those that cannot be added are named.
   * @returns also where each was found; a list has the head ""
   * @throws Fault as `compare`
   */
  beside(paths: readonly string[]) {
    if (this.#now === null) throw fault("E-DESK-STALE");
    const now = this.#clock().toISOString();
    const [known, notAdded]: [Known[], { name: string; code: string }[]] = [[], []];
    const all = paths.flatMap((place) => recordsUnder(place));
    for (const [n, path] of all.slice(0, KNOWN_MAX + 1).entries()) {
      try {
        if (n === KNOWN_MAX) throw fault("E-AUDIT-MANY");
        const heads = headsIn(path);
        if (heads !== null) {
          this.#heads = heads;
          known.push({ path, head: "" });
          continue;
        }
        const found = chosen(path);
        const { head } = audit(found, now, NO_ANCHORS, scriptsUnder(this.#root));
        this.#keep(head, found);
        known.push({ path, head });
      } catch (error) {
        if (!isFault(error)) throw error;
        notAdded.push({ name: nameOfChosen(path), code: error.code });
      }
    }
    // Not all bytes are kept of very large evidence.
    const gone = known.filter(({ head }) => head !== "" && !this.#byHand.has(head));
    for (const { path } of gone) notAdded.push({ name: nameOfChosen(path), code: "E-AUDIT-MANY" });
    return { view: this.#placed(this.#audited(this.#now, this.#anchors), notAdded), known };
  }

  /** @throws Fault as `audit`; E-EARLIER-DIFFERS */
  #audited(found: ChosenRecord, anchors: Anchors): Audited {
    const own = scriptsUnder(this.#root);
    const view = audit(found, this.#clock().toISOString(), anchors, own);
    this.#told(2, PARTS);
    const verdict = verifyRecord(found.record);
    const records = this.#records.map(({ entries }) => entries);
    const { kind } = checkContinuation(verdict, among(records));
    const isShort = view.headGiven && isShortHead(verdict, anchors.head);
    const { chain, refused } = this.#chainOf(verdict, records);
    const anchored = { known: view.signersKnown, without: view.unanchored, fit: [] };
    const missing = notCompared({ verdict, anchored, headGiven: view.headGiven }, chain);
    return {
      ...view,
      follows: kind,
      heads: verdict.closed && this.#heads !== null ? headsView(this.#heads, verdict) : null,
      isShort,
      chain,
      notes: chain.notes.map(noteSaid),
      notCompared: missing.map((one) => viewOf(one, refused)),
    };
  }

  /** The chain of a record among these; of each of these that is refused, its code. */
  #chainOf(verdict: Reliance["verdict"], records: readonly (readonly Entry[])[]) {
    const closed = new Map(records.map((entries) => [headOf({ entries }), entries]));
    const given: Reliance[] = [];
    const refused = new Map<string, string>();
    const gather = (entries: readonly RecordEntry[]): void => {
      for (const head of [...partHeadsOf(entries), earlierHeadOf(entries) ?? ""]) {
        const found = closed.get(head);
        if (found === undefined) continue;
        // The parts of one attestation all name the same record.
        closed.delete(head);
        try {
          given.push(this.#relied(head, found, records));
          gather(found);
        } catch (error) {
          if (!isFault(error)) throw error;
          refused.set(head, error.code);
        }
      }
    };
    gather(verdict.entries);
    return { chain: chainOf(verdict, given), refused };
  }

  /** What a record means, if it continues those of these that it names as they ended. @throws Fault */
  #relied(
    head: string,
    entries: readonly Entry[],
    records: readonly (readonly Entry[])[],
  ): Reliance {
    const known = this.#relies.get(head);
    if (known !== undefined) return known;
    const verdict = { entries, head, ...checkSignatures(entries) };
    checkContinuation(verdict, among(records));
    const found = rely(verdict, { own: scriptsUnder(this.#root) });
    this.#relies.set(head, found);
    return found;
  }

  #placed({ chain, ...view }: Audited, notAdded: AuditView["notAdded"] = []): AuditView {
    const rows = this.timeline();
    const row = rows.find(({ head }) => head === view.head);
    const forked = [view.head, ...chain.records];
    const isForked = rows.some((one) => one.isForked && forked.includes(one.head));
    const here = this.#here(view.head);
    const anchoring =
      here?.state.closed === true ? anchoringOf(here, storedCeremonies(this.#root)) : null;
    return { ...view, anchoring, isForked, notAdded, continuedAt: row?.continuedAt ?? null };
  }

  #here(head: string): StoredCeremony | undefined {
    return storedCeremonies(this.#root).find((one) => headOf(one) === head);
  }

  #keep(head: string, found: ChosenRecord): void {
    const others = [...this.#byHand].filter(([other]) => other !== head);
    let left = KEPT_BYTES_MAX;
    // The newest first: they are kept before older ones.
    const kept = [...others, [head, found] as const]
      .slice(-KNOWN_MAX)
      .toReversed()
      .filter(([, one]) => (left -= bytesOf(one)) >= 0);
    this.#byHand = new Map(kept.toReversed());
  }

  #at(head: string): ChosenRecord {
    const stored = storedCeremonies(this.#root).find((one) => headOf(one) === head);
    const found = stored === undefined ? this.#byHand.get(head) : evidenceHere(stored);
    if (found === undefined) throw fault("E-DESK-STALE");
    return found;
  }
}

/** What was not compared, with words of its head. */
const viewOf = (one: NotCompared, refused: ReadonlyMap<string, string>): NotComparedView =>
  "head" in one
    ? { what: one.what, words: headWords(one.head), code: refused.get(one.head) ?? null }
    : one;

/** The list of heads in a file; null for another file. @throws Fault E-HEADS-FORM */
function headsIn(path: string): readonly HeadLine[] | null {
  const bytes = readable(() => readPlain(path, HEADS_BYTES_MAX)) ?? new Uint8Array();
  const start = String.fromCharCode(...bytes.subarray(0, START_BYTES));
  return HEADS_START.test(start) ? readHeads(bytes) : null;
}

/** What a list says of a closed record. */
function headsView(
  lines: readonly HeadLine[],
  { entries }: Pick<Reliance["verdict"], "entries">,
): HeadsView {
  try {
    const { lines: number, isListed, successor, gaps } = checkHeads(lines, entries);
    return {
      ...{ refused: null, lines: number, isListed },
      successor: successor === null ? null : headWords(successor),
      gaps: gaps.map(({ head, before }) => ({
        words: headWords(head),
        before: headWords(before ?? ""),
      })),
    };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { refused: error.sentences.message };
  }
}

/** Its evidence must contain exactly the record that this computer wrote. */
function evidenceHere(stored: StoredCeremony): ChosenRecord | undefined {
  const found = readable(() => evidenceOf(stored));
  const held = found?.bundle?.get("record.jsonl");
  if (found !== null && held != null && !equal(held, found.record)) throw fault("E-AUDIT-OTHER");
  return found ?? undefined;
}

/** Reading, checking, and comparing with the other records. */
const PARTS = 3;

const bytesOf = ({ record, bundle }: ChosenRecord): number =>
  [...(bundle?.values() ?? [])].reduce((sum, file) => sum + (file?.length ?? 0), record.length);

/** Null if it is refused. */
function still<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch (error) {
    if (!isFault(error)) throw error;
    return null;
  }
}

/**
 * The record in a file chosen by hand, with its bundle, if any.
 * @throws Fault E-AUDIT-FILE, E-LOG-SIZE, E-BUNDLE-FILES, E-BUNDLE-SIZE
 */
export function chosen(path: string): ChosenRecord {
  return readable(() => {
    const record = recordIn(path);
    if (record === null) throw fault("E-AUDIT-FILE");
    return { record, bundle: bundleAt(dirname(path)) };
  });
}

function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw isFault(error) ? error : fault("E-AUDIT-FILE");
  }
}
