// The papers of the record that is looked at: which there are, one of them as a PDF, and on which
// page of the minutes each entry stands.
import type { PrintedView, CeremonyName } from "../bridge/view.ts";
import { fold, INITIAL } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { checkMeaning } from "../meaning/meaning.ts";
import { Audits } from "./audits.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import type { StationRole } from "./station-role.ts";
import type { StoredCeremony } from "./ceremony-store.ts";
import { scriptIn } from "./scripts.ts";

/** Of the record audited last, where no ceremony is open. */
export class Papers {
  readonly audits: Audits;
  readonly #options: DeskOptions;

  constructor(options: DeskOptions, role: Pick<StationRole, "root">) {
    this.#options = options;
    this.audits = new Audits(options, role);
  }

  /** @param open the closed record of the open ceremony @throws as `save` */
  async names(open: Uint8Array | null): Promise<readonly string[]> {
    const record = this.#judged(open);
    const { paperNames } = await printer();
    return paperNames(record);
  }

  /** By the numbers of entries: their pages. @throws as `save` */
  async pages(): Promise<readonly (readonly [seq: number, page: number])[]> {
    const record = this.#judged(null);
    const { minutesPages } = await printer();
    return [...(await minutesPages(record))];
  }

  /**
   * @returns null where nobody chose a place
   * @throws Fault E-DESK-STALE without a record or such a paper; E-SAVE-WRITE; E-MEAN-*
   */
  async save(open: Uint8Array | null, name: string): Promise<PrintedView | null> {
    const record = this.#judged(open);
    const { paperOf } = await printer();
    const paper = await paperOf(record, name);
    if (paper === null) throw fault("E-DESK-STALE");
    const { bytes, pages } = paper;
    try {
      return (await this.#options.save({ name, kind: "PDF", bytes })) ? { pages } : null;
    } catch {
      throw fault("E-SAVE-WRITE");
    }
  }

  /** The closed record that is on the screen. @throws Fault E-DESK-STALE without one */
  shown(open: Uint8Array | null): Uint8Array {
    const record = open ?? this.audits.record;
    if (record === null) throw fault("E-DESK-STALE");
    return record;
  }

  /** What the file beside this one refuses would not be told as a refusal: it is checked here. */
  #judged(open: Uint8Array | null): Uint8Array {
    const record = this.shown(open);
    const verdict = verifyRecord(record);
    checkMeaning(verdict);
    fold(verdict.entries);
    return record;
  }
}

/** Loaded only when asked for: the typefaces would delay the first paint. */
const printer = () => import("../evidence/papers.ts");

/**
 * Writes the version that the unfinished ceremony of this name runs, else today's; every page says
 * that this is a rehearsal, for the window has no other mode yet.
 * @returns null where nobody chose a place
 * @throws Fault E-SAVE-WRITE
 */
export async function printScript(
  ceremony: CeremonyName,
  all: readonly StoredCeremony[],
  { save }: Pick<DeskOptions, "save">,
): Promise<PrintedView | null> {
  const last = all.at(-1);
  const isIts = last?.ceremony.script === ceremony && !last.state.closed;
  const script = scriptIn(ceremony, isIts ? last.state : INITIAL);
  // Loaded only when asked for: the typefaces would delay the first paint.
  const { walkthroughPdf } = await import("../evidence/papers.ts");
  const { bytes, pages } = await walkthroughPdf(script, true);
  try {
    const saved = await save({ name: `${ceremony}-script-REHEARSAL.pdf`, kind: "PDF", bytes });
    return saved ? { pages } : null;
  } catch {
    throw fault("E-SAVE-WRITE");
  }
}
