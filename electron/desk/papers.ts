// The record that is looked at: its verdict, which papers it has, and one of them as a PDF.
import type { AuditView, PrintedView } from "../bridge/room.ts";
import { fold } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { audit, recordAt } from "./audit.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";

/** Keeps the record audited last: of it papers are asked for, where no ceremony lies open. */
export class Papers {
  readonly #options: DeskOptions;
  #audited: Uint8Array | null = null;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  /** @throws Fault E-AUDIT-FILE, E-BUNDLE-*, E-LOG-*, E-STATE-RECORD */
  async audit(number: number): Promise<AuditView | null> {
    const chosen = await recordAt(number, this.#options);
    const view = chosen === null ? null : audit(chosen, this.#options.clock().toISOString());
    if (chosen !== null) this.#audited = chosen.record;
    return view;
  }

  /** @param open the closed record of the ceremony that lies open @throws as `save` */
  async names(open: Uint8Array | null): Promise<readonly string[]> {
    const record = this.#judged(open);
    const { paperNames } = await printer();
    return paperNames(record);
  }

  /**
   * @returns null where nobody chose a place
   * @throws Fault E-DESK-STALE without a record or such a paper; E-SAVE-WRITE
   */
  async save(open: Uint8Array | null, name: string): Promise<PrintedView | null> {
    const record = this.#judged(open);
    const { paperOf } = await printer();
    const paper = await paperOf(record, name);
    if (paper === null) throw fault("E-DESK-STALE");
    const { bytes, pages } = paper;
    try {
      return await this.#options.save({ name, kind: "PDF", bytes }) ? { pages } : null;
    } catch {
      throw fault("E-SAVE-WRITE");
    }
  }

  /** What the file beside this one refuses would not be told as a refusal: it is judged here. */
  #judged(open: Uint8Array | null): Uint8Array {
    const record = open ?? this.#audited;
    if (record === null) throw fault("E-DESK-STALE");
    fold(verifyRecord(record).entries);
    return record;
  }
}

/** Loaded only when asked for: the typefaces would delay the first paint. */
const printer = () => import("../evidence/papers.ts");
