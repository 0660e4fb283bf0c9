// The record between two computers: this station's own copy, and what the transfer medium brings.
import type { Station } from "../../ceremony-scripts/index.ts";
import type { AwayView } from "../bridge/view.ts";
import { fold, type RecordEntry } from "../ceremony/ceremony.ts";
import { readRecord } from "../journal/journal.ts";
import type { Deps } from "../usecases/deps.ts";
import { arrivedHere, Arrivals, type Arrived, type NoArrival } from "./arrivals.ts";

/** A copy of the record, as far as it goes. */
export interface Copy {
  readonly entries: readonly RecordEntry[];
  readonly head: string;
}

/** Only used in earnest: a rehearsal has both copies. */
export class Transfer {
  /** This station's side. */
  readonly deps: Deps;
  readonly #arrivals: Arrivals;
  #found: Arrived | NoArrival;

  constructor(deps: Deps) {
    this.deps = deps;
    this.#arrivals = new Arrivals(deps.media, deps.mode);
    this.#found = this.#arrivals.look();
  }

  /** Reads the transfer medium again, unless this station has the record. */
  look(): void {
    if (this.deps.record.open === null) this.#found = this.#arrivals.look();
  }

  /** What came and may be taken over here now; null if nothing. */
  get arrived(): Copy | null {
    const looked = this.#checked;
    return looked === null || typeof looked === "string" ? null : looked;
  }

  /** Where the record is while it is not here; null if it is, is closed, or can be taken over. */
  get away(): AwayView | null {
    const looked = this.#checked;
    return typeof looked !== "string" ? null : { at: this.#other, medium: looked };
  }

  get #other(): Station {
    return this.deps.station === "offline" ? "connected" : "offline";
  }

  /** Null if this station has the record, or it is closed. */
  get #checked(): ReturnType<typeof arrivedHere> | null {
    const { record, station } = this.deps;
    if (record.open !== null) return null;
    const own = readRecord(record.folder)?.entries ?? [];
    const { opened, closed, handedTo } = fold(own);
    // Handed to this station, and stored here before it was taken over: it is here.
    if (closed || handedTo === station) return null;
    // If nothing was ever opened, the ceremony begins at this station or comes to it.
    if (own.length === 0 && station === "offline") return null;
    const ceremony = opened?.ceremony ?? null;
    return arrivedHere(this.#found, { entries: own, ceremony }, station);
  }
}
