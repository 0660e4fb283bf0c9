// The papers of the record on the screen: their names, one of them as a PDF, and the page of the
// minutes for each entry. They are made in the checker's process.
import type { PrintedView, CeremonyName } from "../bridge/view.ts";
import { fold } from "../ceremony/ceremony.ts";
import type { Language } from "../evidence/papers.ts";
import { verifyRecord } from "../journal/verify.ts";
import type { OwnScript } from "../meaning/reliance.ts";
import { rely } from "../meaning/reliance.ts";
import { overruledIn } from "../session/deliver.ts";
import { versionIn } from "../session/folders.ts";
import type { Audits } from "./audits.ts";
import { fault } from "./faults.ts";
import type { DeskOptions, Paper } from "./options.ts";
import type { StoredCeremony } from "./ceremony-store.ts";
import { scriptOf } from "./scripts.ts";

/** Of the record audited last, if no ceremony is open. */
export class Papers {
  readonly #audits: Pick<Audits, "record">;
  readonly #own: OwnScript;

  /** @param own where scripts are stored that the app lacks */
  constructor(audits: Pick<Audits, "record">, own: OwnScript) {
    this.#audits = audits;
    this.#own = own;
  }

  /** @param open the closed record of the open ceremony @throws as `paper` */
  async names(open: Uint8Array | null): Promise<readonly string[]> {
    const record = this.#checked(open);
    const { paperNames } = await printer();
    return paperNames(record, this.#own);
  }

  /** By the numbers of entries: their pages. @throws as `paper` */
  async pages(language: Language): Promise<readonly (readonly [seq: number, page: number])[]> {
    const record = this.#checked(null);
    const { minutesPages } = await printer();
    return [...(await minutesPages(record, language, this.#own))];
  }

  /** @throws Fault E-DESK-STALE without a record or such a paper; E-MEAN-* */
  async paper(
    open: Uint8Array | null,
    name: string,
    language: Language,
  ): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
    const record = this.#checked(open);
    const { paperOf } = await printer();
    const paper = await paperOf(record, name, language, this.#own);
    if (paper === null) throw fault("E-DESK-STALE");
    return paper;
  }

  /** The closed record that is on the screen. @throws Fault E-DESK-STALE without one */
  shown(open: Uint8Array | null): Uint8Array {
    const record = open ?? this.#audits.record;
    if (record === null) throw fault("E-DESK-STALE");
    return record;
  }

  /** Checked here, because a refusal of the file beside this one would not be reported as one. */
  #checked(open: Uint8Array | null): Uint8Array {
    const record = this.shown(open);
    const verdict = verifyRecord(record);
    // People have seen what they continued despite in the open ceremony; another record is refused.
    const despite = open === null ? null : overruledIn(verdict.entries);
    fold(rely(verdict, { own: this.#own, despite }).verdict.entries);
    return record;
  }
}

/** Loaded only when asked for: the typefaces would delay the first paint. */
const printer = () => import("../evidence/papers.ts");

type Out = Pick<DeskOptions, "save" | "print">;

/**
 * Prints or saves the version that the unfinished ceremony of this name runs, else today's; every
 * page says that this is a rehearsal, because the window has no other mode yet.
 * @returns null if no place was chosen
 * @throws Fault E-SAVE-WRITE, E-PRINT
 */
export async function printScript(
  ceremony: CeremonyName,
  all: readonly StoredCeremony[],
  options: Out & Pick<DeskOptions, "language">,
): Promise<PrintedView | null> {
  const last = all.at(-1);
  const isIts = last?.ceremony.script === ceremony && !last.state.closed;
  const script = isIts ? versionIn(last.ceremony, scriptOf(ceremony)) : scriptOf(ceremony);
  // Loaded only when asked for: the typefaces would delay the first paint.
  const { walkthroughPdf } = await import("../evidence/papers.ts");
  const { bytes, pages } = await walkthroughPdf(script, true, options.language());
  const name = `${ceremony}-script-REHEARSAL.pdf`;
  return handOutPaper({ name, bytes, pages, isSummed: false }, options);
}

/** A paper to the printer, or where a person chooses. @returns as `printScript` @throws as it */
export async function handOutPaper(
  paper: Paper,
  { save, print }: Out,
): Promise<PrintedView | null> {
  const { name, bytes, pages } = paper;
  const use = await print(paper).catch(() => {
    throw fault("E-PRINT");
  });
  if (use === "none") return null;
  if (use !== "save") return { pages: use === "print" ? pages : 1, file: null };
  try {
    const file = await save({ name, kind: "PDF", bytes });
    return file === null ? null : { pages, file };
  } catch {
    throw fault("E-SAVE-WRITE");
  }
}
