// The dry run certificate: one page that says which officers tried the recovery, on which bytes, when.
import { theirs, type Paper } from "../../ceremony-scripts/index.ts";
import { sentence } from "../text/sentence.ts";
import { dryRunBlocks } from "./dry-run-blocks.ts";
import { certificate } from "./quorum-certificate.ts";
import type { Reading } from "./reading.ts";

/** Null if this ceremony was not a dry run. */
export function dryRunCertificate(reading: Reading): Paper | null {
  const { hsm } = reading.opened;
  return certificate(
    reading,
    sentence("certificates.dryRun", { hsm }),
    sentence("certificates.dryRunOf", { hsm: theirs(hsm) }),
    dryRunBlocks(reading, "domain"),
  );
}
