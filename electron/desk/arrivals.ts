// What the transfer medium brings to this station: a complete record, checked, and not yet taken over.
import { equal, isFault } from "../../crypto/index.ts";
import type { Station } from "../../ceremony-scripts/index.ts";
import type { AwayView } from "../bridge/view.ts";
import { fold, type Mode, type State } from "../ceremony/ceremony.ts";
import type { Entry } from "../journal/journal.ts";
import { RECORD_BYTES_MAX, verifyRecord } from "../journal/verify.ts";
import { readFile, type MediaSource } from "../media/media.ts";
import { FILES, MEDIA } from "../usecases/deps.ts";

/** A record on the transfer medium. */
export interface Arrived {
  readonly entries: readonly Entry[];
  readonly head: string;
  readonly state: State;
}

/** Why there is none. */
export type NoArrival = Extract<AwayView["medium"], "missing" | "without" | "other" | "damaged">;

/** Polls the medium; a record with the same bytes is checked once. */
export class Arrivals {
  readonly #media: MediaSource;
  readonly #mode: Mode;
  #bytes: Uint8Array = new Uint8Array();
  #checked: Arrived | NoArrival = "without";

  constructor(media: MediaSource, mode: Mode) {
    this.#media = media;
    this.#mode = mode;
  }

  /** The current state. */
  look(): Arrived | NoArrival {
    const bytes = this.#read();
    if (typeof bytes === "string") return bytes;
    if (!equal(bytes, this.#bytes)) {
      this.#bytes = bytes;
      this.#checked = checkedArrival(bytes, this.#mode);
    }
    return this.#checked;
  }

  #read(): Uint8Array | NoArrival {
    try {
      const medium = this.#media.find(MEDIA.transfer);
      if (medium.mode !== this.#mode) return "other";
      return readFile(medium, FILES.record, RECORD_BYTES_MAX);
    } catch (error) {
      if (!isFault(error)) throw error;
      if (error.code === "E-MEDIA-FILE-MISSING") return "without";
      const isGone = GONE.includes(error.code) || error.code.startsWith("E-DRIVES-");
      return isGone ? "missing" : "damaged";
    }
  }
}

/** A medium that was pulled while it was read is not there. */
const GONE: readonly string[] = ["E-MEDIA-MISSING", "E-MEDIA-GONE"];

function checkedArrival(bytes: Uint8Array, mode: Mode): Arrived | NoArrival {
  try {
    const { entries, head } = verifyRecord(bytes);
    const state = fold(entries);
    return state.opened?.mode === mode ? { entries, head, state } : "other";
  } catch (error) {
    if (!isFault(error)) throw error;
    return "damaged";
  }
}

/** This station's own copy; empty before it has one. */
export interface OwnCopy {
  readonly entries: readonly Pick<Entry, "hash">[];
  readonly ceremony: string | null;
}

/** What came, if it continues this station's copy and was handed to it; else why not. */
export function arrivedHere(
  found: Arrived | NoArrival,
  own: OwnCopy,
  at: Station,
): Arrived | AwayView["medium"] {
  if (typeof found === "string") return found;
  const { entries, state } = found;
  if (own.ceremony !== null && state.opened?.ceremony !== own.ceremony) return "other";
  const [shorter, longer] =
    entries.length <= own.entries.length ? [entries, own.entries] : [own.entries, entries];
  if (!shorter.every(({ hash }, i) => longer[i]?.hash === hash)) return "forked";
  if (entries.length < own.entries.length) return "without";
  return entries.length > own.entries.length && state.handedTo === at ? found : "as-it-left";
}
