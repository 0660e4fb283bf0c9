// Closes the record without a signature: everyone present signs a paper with the words of its head.
import { consentOf, mayCloseOnPaper, type CeremonyView } from "../ceremony/ceremony.ts";
import { PAPER_BYTES } from "../journal/verify.ts";
import type { Deps } from "./deps.ts";
import { beginEnd, currentView, record, refuse } from "./turn.ts";

export interface CloseOnPaperRequest {
  /** The roles of everyone who is present and signs the paper. */
  readonly present: readonly string[];
}

/**
 * For ceremonies in which the officers' signing keys stay sealed, and for aborted ones without
 * signers. Its entry is the record's last.
 * @throws Fault E-STATE*, E-CLOSE-PRESENT
 */
export function closeOnPaper(deps: Deps, { present }: CloseOnPaperRequest): CeremonyView {
  const turn = beginEnd(deps, "close-on-paper");
  refuse(mayCloseOnPaper(turn.state, present));
  const data = { present, consent: consentOf(turn.state), spoken: PAPER_BYTES };
  record(deps, { type: "closing-on-paper", by: "administrator", data });
  return currentView(deps);
}
