// The exchange key of the new HSM: fetched, its attestation validated, compared, accepted.
import * as z from "zod/mini";
import { entry } from "./entry.ts";
import {
  digest,
  digestOrNone,
  files,
  refusalCode,
  text,
  truth,
  verdict,
  type Data,
} from "./forms.ts";
import { listed, rolesOf, spoken } from "./phrases.ts";

const fetched = z.strictObject({
  thumbprint: digest,
  /** The connected station's own; offline it is validated again. */
  verdict,
  certificate: text,
  files,
});
/** The attestation, validated offline: which checks passed, and what its quote says. Hex, or "". */
const judged = z.strictObject({
  thumbprint: digest,
  verdict,
  held: z.array(text),
  failed: z.array(text),
  mrsigner: digestOrNone,
  mrenclave: digestOrNone,
  root: digestOrNone,
  /** Codes that people accepted and that reading this key needed; early records lack it. */
  overruled: z.exactOptional(z.array(refusalCode)),
});

export interface ExchangeKey {
  readonly exchange: Data<typeof fetched> | null;
  /** What the offline station found of the exchange key. */
  readonly judged: Data<typeof judged> | null;
}
export const NO_EXCHANGE_KEY: ExchangeKey = { exchange: null, judged: null };

export const EXCHANGE_KEY = {
  "exchange-key-fetched": entry({
    form: fetched,
    evolve: (exchange) => ({ exchange, judged: null }),
    minutes: ({ thumbprint, verdict: said }, wordsOf) => [
      `The exchange key of the new HSM was fetched, ${said}: `,
      ...spoken(thumbprint, wordsOf),
      ".",
    ],
    facts: ({ thumbprint }) => ({ thumbprint }),
  }),
  "exchange-key-judged": entry({
    form: judged,
    evolve: (data) => ({ judged: data }),
    minutes: ({ verdict: said, held, failed }) => [
      `The exchange key was validated offline: ${said}. Checks that passed: ${listed(
        held,
        "none",
      )}; that failed: ${listed(failed, "none")}.`,
    ],
    facts: ({ verdict: said }) => ({ verdict: said }),
  }),
  "exchange-key-compared": entry({
    form: z.strictObject({ thumbprint: digest }),
    minutes: ({ thumbprint }, wordsOf) => [
      "The exchange key is the one that was read aloud: ",
      ...spoken(thumbprint, wordsOf),
      ".",
    ],
  }),
  "exchange-key-accepted": entry({
    form: z.strictObject({ attested: truth, decidedBy: z.array(text) }),
    minutes: ({ attested, decidedBy }) => [
      attested
        ? "The exchange key is accepted: a genuine Managed HSM made it."
        : `${rolesOf(decidedBy)} decided to trust an exchange key that is not attested.`,
    ],
    facts: ({ attested }) => ({ attested }),
  }),
};
