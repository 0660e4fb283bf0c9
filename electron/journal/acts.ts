// The ends of acts: an `act-signing` entry, and over its hash a signature of each officer whom it
// names; or an entry that says who signed a paper instead.
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { isList, memberOf } from "./canonical.ts";
import { checkPaperClose, openClose, type ClosedBy } from "./close.ts";
import type { Entry } from "./entry.ts";
import { fault } from "./faults.ts";

/** The end of one act, with the signatures that the record has. */
export interface SignedAct {
  /** The number of its entry. */
  readonly seq: number;
  readonly act: string;
  readonly by: ClosedBy;
  /** Who is to sign it; on paper all who were present. */
  readonly present: readonly string[];
  /** Those who have not signed in this record; on paper none. */
  readonly missing: readonly string[];
}

export class Acts {
  /** By the hash of their entries, in the order of the record. */
  readonly #acts = new Map<string, SignedAct>();

  get all(): readonly SignedAct[] {
    return [...this.#acts.values()];
  }

  /** Takes in one entry. @throws Fault E-LOG-FORM for an act's end in a wrong form */
  enter(entry: Entry): void {
    const { type, data, seq, hash } = entry;
    if (type !== "act-signing" && type !== "act-signing-on-paper") return;
    const [act, consent] = [memberOf(data, "act"), memberOf(data, "consent")];
    const isSaid = typeof act === "string" && act !== "";
    const onPaper = type === "act-signing-on-paper";
    const present = onPaper ? checkPaperClose(entry) : openClose(entry).missing;
    if (!isSaid || typeof consent !== "object" || isList(consent) || present.length === 0)
      throw fault("E-LOG-FORM", { n: seq });
    const by = onPaper ? "paper" : "signatures";
    this.#acts.set(hash, { seq, act, by, present, missing: onPaper ? [] : present });
  }

  /** Adds one signature: what is wrong with it, or null. */
  sign(officer: string, over: string): RefusalSentence | null {
    const act = this.#acts.get(over);
    if (act === undefined) return null;
    if (!act.missing.includes(officer)) return sentence("journal-faults.notItsAct");
    const missing = act.missing.filter((one) => one !== officer);
    this.#acts.set(over, { ...act, missing });
    return null;
  }
}
