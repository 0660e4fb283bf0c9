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

/** Used in earnest alone: in a rehearsal both copies are at hand. */
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

  /** Looks at the transfer medium again. While this station has the record there is no need. */
  look(): void {
    if (this.deps.record.open === null) this.#found = this.#arrivals.look();
  }

  /** What came and may be taken over here now; null where nothing did. */
  get arrived(): Copy | null {
    const looked = this.#judged;
    return looked === null || typeof looked === "string" ? null : looked;
  }

  /** Where the record is while it is not here; null where it is, is closed, or can be taken. */
  get away(): AwayView | null {
    const looked = this.#judged;
    return typeof looked !== "string" ? null : { at: this.#other, medium: looked };
  }

  get #other(): Station {
    return this.deps.station === "offline" ? "connected" : "offline";
  }

  /** Null where this station has no need to look: it has the record, or it is closed. */
  get #judged(): ReturnType<typeof arrivedHere> | null {
    const { record, station } = this.deps;
    if (record.open !== null) return null;
    const own = readRecord(record.folder)?.entries ?? [];
    const { opened, closed, handedTo } = fold(own);
    // Handed to this station, and kept here before it was taken over: it is here.
    if (closed || handedTo === station) return null;
    // Where nothing was ever opened, the ceremony begins at this station or comes to it.
    if (own.length === 0 && station === "offline") return null;
    const ceremony = opened?.ceremony ?? null;
    return arrivedHere(this.#found, { entries: own, ceremony }, station);
  }
}
