// An exception: what was expected, what happened, and what people decided.
import * as z from "zod/mini";
import { theirs } from "../../../ceremony-scripts/index.ts";
import { capital, sentence } from "../../text/sentence.ts";
import { fault } from "./faults.ts";
import type { Abort } from "./abort.ts";
import { entry } from "./entry.ts";
import { count, digest, text, time, type Data } from "./forms.ts";
import type { Incident } from "./incident.ts";
import type { Opening } from "./opening.ts";
import type { Recess } from "./recess.ts";
import { BETWEEN_STEPS, type Steps } from "./step.ts";
import { rolesIn } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

/** Continue, do the step again, or end the ceremony. */
const decision = z.enum(["continue", "repeat", "abort"]);
export type Decision = Data<typeof decision>;

type Around = Opening & Recess & Incident & Abort & Steps;

export const EXCEPTION = {
  "exception-noted": entry({
    by: "administrator",
    form: z.strictObject({
      expected: text,
      happened: text,
      decided: text,
      decidedBy: z.array(text),
      /** The current step, and what happens with it. Early records lack both, and continued. */
      step: z.exactOptional(text),
      decision: z.exactOptional(decision),
      /** When people wrote it, if the record was on its way and accepted no entry. */
      notedAt: z.exactOptional(time),
      /**
       * What it corrects: the number of an entry of the closed record that this ceremony continues,
       * named by its head. That record itself is never changed.
       */
      corrects: z.exactOptional(z.strictObject({ record: digest, entry: count })),
    }),
    evolve: ({ decision: made = "continue", notedAt = "", corrects }, state: Around) => {
      const { opened, recess, incident, arrived, aborted, abortDecided } = state;
      if (corrects !== undefined && corrects.record !== opened?.earlier[0]?.head)
        throw fault("E-STATE-RECORD");
      return {
        // What people wrote before it was found does not decide about it.
        incident: notedAt !== "" && notedAt < (incident?.foundAt ?? "") ? incident : null,
        recess: recess === null ? null : { ...recess, excepted: true },
        // An exception after an abort does not take it back.
        abortDecided: aborted === null && (abortDecided || made === "abort"),
        // A repeated step was not performed; what came from the other station stays here.
        ...(made === "repeat" && arrived === null ? BETWEEN_STEPS : {}),
      };
    },
    afterAbort: true,
    minutes: ({ expected, happened, decided, decidedBy, decision: made = "continue", corrects }) =>
      sentence("entries.exception-noted", {
        isCorrection: corrects !== undefined,
        entry: corrects?.entry ?? "",
        expected: theirs(withFullStop(expected)),
        happened: theirs(withFullStop(happened)),
        who: capital(rolesIn(decidedBy)),
        decision: made,
        decided: theirs(withFullStop(decided)),
      }),
    facts: ({ happened, decided, decision: made = "continue" }) => ({
      happened,
      decided,
      decision: made,
    }),
  }),
};
