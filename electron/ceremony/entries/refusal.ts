// A refusal of the app, and people who decide to continue despite one.
import * as z from "zod/mini";
import { named } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { digest, refusalCode, role, text } from "./forms.ts";
import { firstRoles, shortDigest } from "./holes.ts";

/** Codes of refusals that people overruled. */
export interface Refusals {
  readonly accepted: readonly string[];
  /** Heads of records that people build on although too few officers closed them. */
  readonly shortRecords: readonly string[];
}
export const NO_REFUSALS: Refusals = { accepted: [], shortRecords: [] };

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
    form: z.strictObject({
      code: refusalCode,
      decidedBy: z.array(role),
      /** Of a refusal about one record: the head of that one. */
      record: z.exactOptional(digest),
    }),
    evolve: ({ code, record }, { accepted, shortRecords }: Refusals) => ({
      accepted: [...new Set([...accepted, code])],
      shortRecords: record === undefined ? shortRecords : [...new Set([...shortRecords, record])],
    }),
    minutes: ({ code, decidedBy, record }) => {
      const decision = { who: firstRoles(decidedBy), code: named(code) };
      return record === undefined
        ? sentence("entries.refusal-accepted", decision)
        : sentence("entries.refusal-accepted-of", { ...decision, record: shortDigest(record) });
    },
    facts: ({ code, decidedBy }) => ({ code, decidedBy }),
  }),
};
