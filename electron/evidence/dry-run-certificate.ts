// The dry run certificate: one page that says which officers tried the recovery, on which bytes, when.
import { named, paragraph, theirs, type Paper } from "../../ceremony-scripts/index.ts";
import { dryRunBlocks } from "./dry-run-blocks.ts";
import { closers } from "./minutes-end.ts";
import { besideProof, HOW } from "./quorum-certificate.ts";
import type { Reading } from "./reading.ts";

/** Null where this ceremony was no dry run. */
export function dryRunCertificate(reading: Reading): Paper | null {
  const blocks = dryRunBlocks(reading, "domain");
  const { hsm, ceremony } = reading.opened;
  if (blocks.length === 0) return null;
  return {
    title: `Dry run of recovery, ${hsm}`,
    blocks: [
      paragraph(
        "With these keys and this security domain, the restore blob for another HSM in place of ",
        theirs(hsm),
        " can be made. The evidence is the record of the ceremony ",
        named(ceremony),
        HOW[reading.closedBy ?? "open"],
      ),
      ...closers(reading),
      ...blocks,
      ...besideProof(reading),
    ],
  };
}
