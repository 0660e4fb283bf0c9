// The closing of the record, and the signatures over it or over the end of an act.
import * as z from "zod/mini";
import { capital, sentence } from "../../text/sentence.ts";
import { fault } from "./faults.ts";
import type { Abort } from "./abort.ts";
import { actSigned } from "./act.ts";
import { consent } from "./consent.ts";
import { entry } from "./entry.ts";
import { digest, officer, role, spoken, text } from "./forms.ts";
import { stepDone, type Steps } from "./step.ts";
import { roleIn, rolesIn } from "./holes.ts";

export interface Closing {
  /** The hash that is signed, and who must sign it. */
  readonly closing: { readonly hash: string; readonly present: readonly string[] } | null;
  readonly signed: readonly string[];
  readonly closed: boolean;
  /** Who signed a paper instead of the record; null unless it was closed so. Nothing may follow. */
  readonly onPaper: readonly string[] | null;
}
export const NOT_CLOSED: Closing = { closing: null, signed: [], closed: false, onPaper: null };

type Ending = Closing & Steps & Abort;

/** The end of a ceremony is its last step's end; an aborted one has no more steps. */
const ended = (state: Ending): Partial<Steps> =>
  state.aborted === null ? stepDone(state.began, state) : {};

/** Anything after a closing but a signature over it voids it: all sign again at the end. */
export function voided({ closed, aborted, done }: Ending): Partial<Ending> {
  const undone = closed ? { closed: false, done: aborted === null ? done.slice(0, -1) : done } : {};
  return { ...undone, closing: null, signed: [] };
}

/**
 * As the record itself counts: for a closing, one over something else, or by someone who need not
 * sign, voids all. An act's signatures may have other entries between them.
 */
function afterSignature(signer: string, over: string, state: Ending): Partial<Ending> {
  const { closing, actSigning } = state;
  if (closing === null && actSigning?.hash === over) return actSigned(state, signer);
  const missing = closing?.present.filter((present) => !state.signed.includes(present)) ?? [];
  if (closing?.hash !== over || !missing.includes(signer)) return voided(state);
  const signed = [...state.signed, signer];
  return missing.length > 1 ? { signed } : { signed, closed: true, ...ended(state) };
}

export const CLOSING = {
  closing: entry({
    by: "app",
    form: z.strictObject({ present: z.array(officer), consent }),
    evolve: ({ present }, { began, aborted }: Ending, { hash }) => {
      if (began === null && aborted === null) throw fault("E-STATE-RECORD");
      return { closing: { hash, present }, signed: [] };
    },
    afterAbort: true,
    minutes: ({ present }) => sentence("entries.closing", { who: rolesIn(present) }),
    facts: ({ present }) => ({ present }),
  }),
  /** The last entry if no signing key is at hand: the roles of those who sign a paper instead. */
  "closing-on-paper": entry({
    by: "administrator",
    form: z.strictObject({ present: z.array(role), consent, spoken }),
    evolve: ({ present }, state: Ending) => ({ onPaper: present, closed: true, ...ended(state) }),
    afterAbort: true,
    minutes: ({ present }) => sentence("entries.closing-on-paper", { who: rolesIn(present) }),
    facts: ({ present }) => ({ present }),
  }),
  /** The form is the record's own: FORMAT.md of the journal. */
  signed: entry({
    by: "officer",
    form: z.strictObject({
      officer,
      over: digest,
      algorithm: text,
      signature: text,
      certificate: digest,
    }),
    evolve: ({ officer: signer, over }, state: Ending) => afterSignature(signer, over, state),
    afterAbort: true,
    minutes: ({ officer: signer }) => sentence("ledger.signed", { who: capital(roleIn(signer)) }),
  }),
};
