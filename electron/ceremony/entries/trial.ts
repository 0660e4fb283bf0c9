// A trial of a rehearsal: that a trainer set some, and at the end which.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { list, sentence } from "../../text/sentence.ts";
import { fault } from "./faults.ts";
import { entry } from "./entry.ts";
import { count, digest, text, truth, type Data } from "./forms.ts";
import { shortDigest, stepNamed } from "./holes.ts";

/** A name of the trainer's list, and where it was set. */
const trialSet = z.strictObject({
  trial: text,
  step: text,
  /** The seat of the officer it was about, or 0. */
  seat: count,
  /** Whether it was really set; one that was not is not scored. */
  set: truth,
});
export type TrialSet = Data<typeof trialSet>;

/** What binds the trials from the beginning: the SHA-256 of this text. */
export const sealedText = (
  seed: string,
  nonce: string,
  trials: readonly Omit<TrialSet, "set">[],
): string =>
  JSON.stringify([seed, nonce, ...trials.map(({ trial, step, seat }) => [trial, step, seat])]);

/** Whether a trainer set trials in this rehearsal, and has revealed them. */
export interface Trial {
  readonly trial: "none" | "begun" | "told";
}
export const NO_TRIAL: Trial = { trial: "none" };

export const TRIAL = {
  /** `sealed` binds which trials they are: SHA-256 (hex) of them. */
  "trial-begun": entry({
    by: "app",
    form: z.strictObject({ sealed: digest }),
    rehearsal: true,
    evolve: (_, { trial }: Trial) => {
      if (trial !== "none") throw fault("E-STATE-RECORD");
      return { trial: "begun" as const };
    },
    minutes: ({ sealed }) => sentence("entries.trial-begun", { digest: shortDigest(sealed) }),
  }),
  /** Before the record is closed. With `nonce` (hex) they give `sealed`. */
  "trial-told": entry({
    by: "app",
    form: z.strictObject({ seed: text, nonce: digest, trials: z.array(trialSet) }),
    evolve: (_, { trial }: Trial) => {
      if (trial !== "begun") throw fault("E-STATE-RECORD");
      return { trial: "told" as const };
    },
    afterAbort: true,
    minutes: ({ trials, seed }) =>
      sentence("entries.trial-told", {
        drills: list(
          trials.map(({ trial, step, set }) =>
            sentence("entries.drill", { drill: named(trial), step: stepNamed(step), isSet: set }),
          ),
        ),
        seed: theirs(seed),
      }),
  }),
};
