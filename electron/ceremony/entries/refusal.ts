// A refusal of the app, and people who decide to continue despite one.
import * as z from "zod/mini";
import { named } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { refusalCode, role, text } from "./forms.ts";
import { firstRoles } from "./holes.ts";

/** Codes of refusals that people overruled. */
export interface Refusals {
  readonly accepted: readonly string[];
}
export const NO_REFUSALS: Refusals = { accepted: [] };

export const REFUSAL = {
  /** A use case refused; `code` is its fault's. */
  refused: entry({
    by: "app",
    form: z.strictObject({ step: text, code: refusalCode }),
    afterAbort: true,
    minutes: ({ code }) => sentence("entries.refused", { code: named(code) }),
    facts: ({ code }) => ({ code }),
  }),
  /** A refusal that is not about cryptography is overruled from here on. */
  "refusal-accepted": entry({
    by: "administrator",
    form: z.strictObject({ code: refusalCode, decidedBy: z.array(role) }),
    evolve: ({ code }, { accepted }: Refusals) => ({ accepted: [...new Set([...accepted, code])] }),
    minutes: ({ code, decidedBy }) =>
      sentence("entries.refusal-accepted", { who: firstRoles(decidedBy), code: named(code) }),
    facts: ({ code, decidedBy }) => ({ code, decidedBy }),
  }),
};
