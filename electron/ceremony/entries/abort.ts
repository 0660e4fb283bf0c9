// An abort: the ceremony does not continue. It is closed, and nothing else is done in it.
import * as z from "zod/mini";
import { theirs } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { role, text, type Data } from "./forms.ts";
import { NO_RECESS } from "./recess.ts";
import { BETWEEN_STEPS } from "./step.ts";
import { firstRoles } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

/** Why something must be done with an object that an aborted ceremony leaves; and what. */
const because = z.enum([
  "key-made",
  "key-perhaps",
  "passphrase",
  "domain",
  "domain-perhaps",
  "certificates",
  "opened",
  "blob-made",
  "blob-sent",
  "shares-gone",
  "key-reader",
  "hsm-untouched",
  "hsm-perhaps",
  "hsm-active",
]);
const deed = z.enum(["destroy", "seal", "erase", "delete", "ask", "none"]);

/** What an aborted ceremony leaves: an object, why, what must be done with it, and by whom. */
const remain = z.strictObject({ object: text, because, deed, by: role });
export type Remain = Data<typeof remain>;

const form = z.strictObject({ reason: text, decidedBy: z.array(role), remains: z.array(remain) });

export interface Abort {
  /** People decided to abort; what remains is not recorded yet. */
  readonly abortDecided: boolean;
  readonly aborted: Data<typeof form> | null;
}
export const NO_ABORT: Abort = { abortDecided: false, aborted: null };

export const ABORT = {
  aborted: entry({
    by: "administrator",
    form,
    evolve: (aborted) => ({ aborted, abortDecided: false, ...BETWEEN_STEPS, ...NO_RECESS }),
    minutes: ({ reason, decidedBy }) =>
      sentence("entries.aborted", {
        who: firstRoles(decidedBy),
        reason: theirs(withFullStop(reason)),
      }),
    facts: ({ reason, decidedBy }) => ({ reason, decidedBy }),
  }),
};
