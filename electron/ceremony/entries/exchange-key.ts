// The exchange key of the new HSM: fetched, its attestation validated, compared, accepted.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import {
  advisory,
  digest,
  digestOrNone,
  files,
  refusalCode,
  text,
  time,
  truth,
  verdict,
  type Data,
} from "./forms.ts";
import { andNone, firstRoles } from "./holes.ts";

const fetched = z.strictObject({
  thumbprint: digest,
  /** The connected station's own; offline it is validated again. */
  verdict,
  certificate: text,
  files,
});
/**
 * Intel's files that people brought, by which the hardware was validated too: each with its own
 * dates, and the levels that they give it. The checks that they answer are in `held` and `failed`.
 */
const collateral = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.enum(["root CRL", "PCK CRL", "TCB info", "QE identity"]),
      sha256: digest,
      issued: time,
      next: time,
    }),
  ),
  levels: z.array(
    z.strictObject({
      check: z.enum(["tcb-level", "qe-level"]),
      /** One that is revoked is refused, and never recorded. */
      status: z.enum([
        "UpToDate",
        "SWHardeningNeeded",
        "ConfigurationNeeded",
        "ConfigurationAndSWHardeningNeeded",
        "OutOfDate",
        "OutOfDateConfigurationNeeded",
      ]),
      /** Since when. */
      date: time,
      advisories: z.array(advisory),
    }),
  ),
});
/** Every check of an exchange key, by its certificate or by Intel's files. */
const check = z.enum([
  "self-signature",
  "certificate",
  "quote-form",
  "quote-signature",
  "qe-report-signature",
  "qe-report-data",
  "qe-identity",
  "qe-isv-svn",
  "pck-chain",
  "pck-root",
  "report-data",
  "debug",
  "signer",
  "isv-prod-id",
  "isv-svn",
  "root-crl",
  "pck-crl",
  "tcb-level",
  "qe-match",
  "qe-level",
]);

/** The attestation, validated offline: which checks passed, and what its quote says. Hex, or "". */
const judged = z.strictObject({
  thumbprint: digest,
  verdict,
  held: z.array(check),
  failed: z.array(check),
  mrsigner: digestOrNone,
  mrenclave: digestOrNone,
  root: digestOrNone,
  /** Codes that people accepted and that reading this key needed; early records lack it. */
  overruled: z.exactOptional(z.array(refusalCode)),
  /** Absent if no file of Intel's was brought. */
  collateral: z.exactOptional(collateral),
});
export type EvaluatedCollateral = Data<typeof collateral>;

export interface ExchangeKey {
  readonly exchange: Data<typeof fetched> | null;
  /** What the offline station found of the exchange key. */
  readonly judged: Data<typeof judged> | null;
}
export const NO_EXCHANGE_KEY: ExchangeKey = { exchange: null, judged: null };

export const EXCHANGE_KEY = {
  "exchange-key-fetched": entry({
    by: "app",
    form: fetched,
    evolve: (exchange) => ({ exchange, judged: null }),
    minutes: ({ thumbprint, verdict: said }, wordsOf) =>
      sentence("entries.exchange-key-fetched", {
        verdict: sentence(`entries.verdict.${said}`),
        words: named(wordsOf(thumbprint)),
      }),
    facts: ({ thumbprint }) => ({ thumbprint }),
  }),
  "exchange-key-judged": entry({
    by: "app",
    form: judged,
    evolve: (data) => ({ judged: data }),
    minutes: ({ verdict: said, held, failed, collateral: brought }) =>
      sentence("entries.exchange-key-judged", {
        verdict: sentence(`entries.verdict.${said}`),
        held: andNone(held.map(theirs)),
        failed: andNone(failed.map(theirs)),
        files: andNone(
          (brought?.files ?? []).map(({ file, issued }) =>
            sentence("entries.fileOf", { file: theirs(file), day: issued.slice(0, 10) }),
          ),
        ),
      }),
    facts: ({ verdict: said }) => ({ verdict: said }),
  }),
  "exchange-key-compared": entry({
    by: "witness",
    form: z.strictObject({ thumbprint: digest }),
    minutes: ({ thumbprint }, wordsOf) =>
      sentence("entries.exchange-key-compared", { words: named(wordsOf(thumbprint)) }),
  }),
  "exchange-key-accepted": entry({
    by: "administrator",
    form: z.strictObject({ attested: truth, decidedBy: z.array(text) }),
    minutes: ({ attested, decidedBy }) =>
      attested
        ? sentence("entries.exchange-key-accepted")
        : sentence("entries.exchange-key-trusted", { who: firstRoles(decidedBy) }),
    facts: ({ attested, decidedBy }) => ({ attested, decidedBy }),
  }),
};
