// Exceptions that people noted while the record was on its way between the stations. Nobody can
// write into it then: they are kept on this computer's disk, and are the first that is written
// when a station has the record again.
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import {
  checkException,
  type Exception,
  type RecordEntry,
  type State,
} from "../ceremony/ceremony.ts";
import { readIfThere, replace } from "../disk/disk.ts";
import { listIn } from "../journal/journal.ts";
import type { Deps } from "../usecases/deps.ts";
import { noteException } from "../usecases/note-exception.ts";
import { refuse } from "../usecases/turn.ts";
import { removeFile } from "../disk/remove.ts";

const FILE = "waiting.json";

/** @property notedAt RFC 3339, UTC: no two have the same */
interface Noted extends Exception {
  readonly notedAt: string;
}

export class Waiting {
  readonly #folder: string;

  /** @param folder the ceremony's own, on this computer */
  constructor(folder: string) {
    this.#folder = folder;
  }

  get count(): number {
    return this.#all().length;
  }

  /** When the last one was noted; "" where none waits. */
  get lastAt(): string {
    return this.#all().at(-1)?.notedAt ?? "";
  }

  /**
   * Keeps one, durably. Behind an abort that waits nothing is decided any more.
   * @throws Fault E-EXCEPT-*, E-STATE-ABORTED
   */
  add(state: State, noted: Noted): void {
    const all = this.#all();
    const aborts = all.some(({ decision }) => decision === "abort");
    refuse(checkException(aborts ? { ...state, abortDecided: true } : state, noted));
    replace(this.#folder, FILE, utf8(JSON.stringify([...all, noted])));
  }

  /** Writes all into the record, each once, also where a crash came in between. */
  write(deps: Deps, entries: readonly RecordEntry[]): void {
    const written = new Set(
      entries
        .filter(({ type }) => type === "exception-noted")
        .map(({ data }) => (data as { readonly notedAt?: string }).notedAt),
    );
    for (const { notedAt, ...exception } of this.#all())
      if (!written.has(notedAt)) noteException(deps, exception, notedAt);
    removeFile(join(this.#folder, FILE));
  }

  #all(): readonly Noted[] {
    const bytes = readIfThere(join(this.#folder, FILE));
    // Our own bytes; each is checked again when it is written.
    return bytes === null ? [] : (listIn(bytes) as unknown as readonly Noted[]);
  }
}
