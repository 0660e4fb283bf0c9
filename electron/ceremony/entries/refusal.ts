// A refusal of the app, and people who decide to proceed despite one.
import * as z from "zod/mini";
import { named } from "../../../ceremony-scripts/index.ts";
import { entry } from "./entry.ts";
import { refusalCode, role, text } from "./forms.ts";
import { rolesOf } from "./phrases.ts";

/** Codes of refusals that people overruled. */
export interface Refusals {
  readonly accepted: readonly string[];
}
export const NO_REFUSALS: Refusals = { accepted: [] };

export const REFUSAL = {
  /** A use case refused; `code` is its fault's. */
  refused: entry({
    form: z.strictObject({ step: text, code: refusalCode }),
    afterAbort: true,
    minutes: ({ code }) => ["The app refused: ", named(code), "."],
    facts: ({ code }) => ({ code }),
  }),
  /** A refusal that is not about cryptography is overruled from here on. */
  "refusal-accepted": entry({
    form: z.strictObject({ code: refusalCode, decidedBy: z.array(role) }),
    evolve: ({ code }, { accepted }: Refusals) => ({ accepted: [...new Set([...accepted, code])] }),
    minutes: ({ code, decidedBy }) => [
      `${rolesOf(decidedBy)} decided to proceed despite `,
      named(code),
      ".",
    ],
    facts: ({ code }) => ({ code }),
  }),
};
