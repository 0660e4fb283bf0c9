// `sd timestamp request` and `renew`: the file that any program sends to an authority. Only a digest is in it.
import { random, toHex, writeRequest, type Imprint } from "../../../crypto/index.ts";
import { headImprint, nextRenewal, type Stamped } from "../../evidence/stamps.ts";
import { need, usage, type Given } from "../shared/arguments.ts";
import { writeOutput } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { stampedAt } from "./stamped.ts";

const NONCE_BYTES = 8;

/** Asks for the head as it is now, of a record that is closed or handed over. */
export const request = (given: Given): Outcome =>
  written(given, headImprint, "the record's head, and nothing else of the record");

/** Asks for the record and all timestamps beside it. @throws Fault E-STAMP-NONE and those of `request` */
export const renew = (given: Given): Outcome =>
  written(given, nextRenewal, "a digest of the record and of all its timestamps");

/** @throws Fault E-USAGE, E-LOG-*, E-BUNDLE-*, E-FILE-* */
function written(given: Given, imprintOf: (stamped: Stamped) => Imprint, what: string): Outcome {
  const [place] = given.words;
  if (place === undefined) throw usage("Give a bundle of evidence, or a record.");
  const out = need(given, "--out");
  const { hash, imprint } = imprintOf(stampedAt(place));
  writeOutput(out, "--out", writeRequest(hash, imprint, random(NONCE_BYTES)));
  return {
    text: [
      `Written: it asks for ${what}.`,
      `Digest (${hash}): ${toHex(imprint)}`,
      "Send it to each authority that the site chose, as application/timestamp-query; then sd timestamp add.",
    ].join("\n"),
    data: { file: out, hash, imprint: toHex(imprint) },
  };
}
