// The audit: records of this computer and those that were chosen by hand, on one timeline; and the
// one that is looked at now.
import { equal, isFault } from "../../crypto/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import type { AuditView, TimelineRow } from "../bridge/audit-views.ts";
import { checkContinuation } from "../ceremony/ceremony.ts";
import { isShortHead, verifyRecord } from "../journal/verify.ts";
import { among, keepTyped } from "../session/chain.ts";
import { audit, NO_ANCHORS, type Anchors } from "./audit.ts";
import { fault } from "./faults.ts";
import type { ChosenRecord, DeskOptions } from "./options.ts";
import type { StationRole } from "./station-role.ts";
import {
  anchoringOf,
  evidenceOf,
  storedCeremonies,
  type StoredCeremony,
} from "./ceremony-store.ts";
import { timelineOf, type Placed } from "./timeline.ts";

/** As many that were chosen by hand are kept until the app ends. */
const KEPT = 20;

/** What is found of a record before it is placed among the others. */
type Judged = Omit<AuditView, "continuedAt" | "anchoring">;

const headOf = ({ entries }: Pick<StoredCeremony, "entries">): string => entries.at(-1)?.hash ?? "";

export class Audits {
  readonly #options: Pick<DeskOptions, "chooseRecord" | "clock">;
  readonly #role: Pick<StationRole, "root">;
  /** Sound ones, by their heads. */
  #byHand: ReadonlyMap<string, ChosenRecord> = new Map();
  #now: ChosenRecord | null = null;

  constructor(
    options: Pick<DeskOptions, "chooseRecord" | "clock">,
    role: Pick<StationRole, "root">,
  ) {
    this.#options = options;
    this.#role = role;
  }

  /** The record that was checked last, and found sound. */
  get record(): Uint8Array | null {
    return this.#now?.record ?? null;
  }

  timeline(): readonly TimelineRow[] {
    return timelineOf(this.#records);
  }

  /** Closed records: those of this computer, and those that were chosen by hand. */
  get #records(): readonly Placed[] {
    const here = storedCeremonies(this.#role.root).filter(({ state }) => state.closed);
    const chosen = [...this.#byHand.values()]
      .map(({ record }) => verifyRecord(record))
      .filter(({ closed }) => closed);
    return [
      ...here.map(({ entries }) => ({ entries, byHand: false })),
      ...chosen.map(({ entries }) => ({ entries, byHand: true })),
    ];
  }

  /**
   * Checks the record with this head, or ("") one that a person chooses now.
   * @returns null where none was chosen
   * @throws Fault E-AUDIT-FILE, E-AUDIT-OTHER, E-BUNDLE-*, E-LOG-*, E-STATE-RECORD, E-DESK-STALE
   */
  async audit({ of }: RequestOf<"audit">): Promise<AuditView | null> {
    const found = of === "" ? await chosen(this.#options.chooseRecord) : this.#at(of);
    if (found === null) return null;
    this.#now = null;
    const view = this.#judged(found, NO_ANCHORS);
    this.#now = found;
    if (of === "") this.#keep(view.head, found);
    return this.#placed(view);
  }

  /**
   * Checks the record that is looked at once more, against what came another way.
   * @throws Fault as `audit`, E-HEAD-FORM, E-SIGNER-FORM, E-LOG-HEAD
   */
  compare(anchors: Anchors): AuditView {
    if (this.#now === null) throw fault("E-DESK-STALE");
    const view = this.#judged(this.#now, anchors);
    const here = this.#here(view.head);
    // A head from paper anchors the record that lies here, from now on.
    if (view.headGiven && view.closed && here !== undefined)
      keepTyped(here.ceremony.folder, view.head);
    return this.#placed(view);
  }

  /** @throws Fault as `audit`; E-EARLIER-DIFFERS */
  #judged(found: ChosenRecord, anchors: Anchors): Judged {
    const view = audit(found, this.#options.clock().toISOString(), anchors);
    const verdict = verifyRecord(found.record);
    const { kind } = checkContinuation(verdict, among(this.#records.map((one) => one.entries)));
    const isShort = view.headGiven && isShortHead(verdict, anchors.head);
    return { ...view, follows: kind, isShort };
  }

  #placed(view: Judged): AuditView {
    const row = this.timeline().find(({ head }) => head === view.head);
    const here = this.#here(view.head);
    const anchoring =
      here?.state.closed === true ? anchoringOf(here, storedCeremonies(this.#role.root)) : null;
    return { ...view, anchoring, continuedAt: row?.continuedAt ?? null };
  }

  #here(head: string): StoredCeremony | undefined {
    return storedCeremonies(this.#role.root).find((one) => headOf(one) === head);
  }

  #keep(head: string, found: ChosenRecord): void {
    const others = [...this.#byHand].filter(([other]) => other !== head);
    this.#byHand = new Map([...others, [head, found] as const].slice(-KEPT));
  }

  #at(head: string): ChosenRecord {
    const stored = storedCeremonies(this.#role.root).find((one) => headOf(one) === head);
    const found = stored === undefined ? this.#byHand.get(head) : evidenceHere(stored);
    if (found === undefined) throw fault("E-DESK-STALE");
    return found;
  }
}

/** Its evidence must hold the very record that this computer wrote. */
function evidenceHere(stored: StoredCeremony): ChosenRecord | undefined {
  const found = readable(() => evidenceOf(stored));
  const held = found?.bundle?.get("record.jsonl");
  if (found !== null && held != null && !equal(held, found.record)) throw fault("E-AUDIT-OTHER");
  return found ?? undefined;
}

/**
 * A file chosen by hand, or null.
 * @throws Fault E-AUDIT-FILE, E-LOG-SIZE, E-BUNDLE-FILES, E-BUNDLE-SIZE
 */
export async function chosen(choose: DeskOptions["chooseRecord"]): Promise<ChosenRecord | null> {
  try {
    return await choose();
  } catch (error) {
    throw isFault(error) ? error : fault("E-AUDIT-FILE");
  }
}

function readable<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw isFault(error) ? error : fault("E-AUDIT-FILE");
  }
}
