// The end of an act that changed something: officers sign it, or sign a paper with its words.
import * as z from "zod/mini";
import { theirs } from "../../../ceremony-scripts/index.ts";
import { fromScript } from "../../text/from-script.ts";
import { sentence } from "../../text/sentence.ts";
import { fault } from "./faults.ts";
import { consent } from "./consent.ts";
import { entry } from "./entry.ts";
import { officer, role, spoken, text } from "./forms.ts";
import { unsignedIn, type ActSigning, type Steps } from "./step.ts";
import { rolesIn } from "./holes.ts";

/** It is within a step that is not yet performed, and for one act at a time. */
function actBegun(
  { act, present }: Pick<ActSigning, "act" | "present">,
  { began, performed, actSigning }: Steps,
  hash: string,
  onPaper: boolean,
): Partial<Steps> {
  const isDouble = new Set(present).size < present.length;
  const isFree = began !== null && performed === null && actSigning === null;
  if (!isFree || isDouble || present.length === 0) throw fault("E-STATE-RECORD");
  return { actSigning: { hash, act, present, signed: [], onPaper } };
}

/** One more signature. @throws Fault E-STATE-RECORD for someone who need not sign, or has */
export function actSigned({ actSigning }: Steps, signer: string): Partial<Steps> {
  if (actSigning === null || !unsignedIn(actSigning).includes(signer))
    throw fault("E-STATE-RECORD");
  return { actSigning: { ...actSigning, signed: [...actSigning.signed, signer] } };
}

export const ACT = {
  /** Its title, and the officers who sign this entry's hash. */
  "act-signing": entry({
    by: "app",
    form: z.strictObject({ act: text, present: z.array(officer), consent }),
    evolve: (data, state: Steps, { hash }) => actBegun(data, state, hash, false),
    minutes: ({ act, present }) =>
      sentence("entries.act-signing", { act: theirs(fromScript(act)), who: rolesIn(present) }),
    facts: ({ act, present }) => ({ act, present }),
  }),
  /** If none has a signing key: the roles of those who sign a paper. */
  "act-signing-on-paper": entry({
    by: "administrator",
    form: z.strictObject({ act: text, present: z.array(role), consent, spoken }),
    evolve: (data, state: Steps, { hash }) => actBegun(data, state, hash, true),
    minutes: ({ act, present }) =>
      sentence("entries.act-signing-on-paper", {
        act: theirs(fromScript(act)),
        who: rolesIn(present),
      }),
    facts: ({ act, present }) => ({ act, present }),
  }),
};
