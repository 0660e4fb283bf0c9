// The quorum certificate: one page that says which officers together opened which bytes, and when.
import { named, paragraph, theirs, type Paper } from "../../ceremony-scripts/index.ts";
import { proofBlocks } from "./proof-blocks.ts";
import type { Reading } from "./reading.ts";

/** Null where this ceremony proved nothing. */
export function quorumCertificate(reading: Reading): Paper | null {
  const blocks = proofBlocks(reading, "domain");
  const { hsm, required, officers, ceremony } = reading.opened;
  if (blocks.length === 0) return null;
  return {
    title: `Quorum certificate, ${hsm}`,
    blocks: [
      paragraph(`${String(required)} of ${String(officers)} officers open the security domain of `,
        theirs(hsm), ". It stands in the record of the ceremony ", named(ceremony),
      HOW[reading.closedBy ?? "open"]),
      ...blocks,
    ],
  };
}

const HOW = {
  signatures: ", which its officers signed, that this was shown and not only assumed.",
  paper: ", which was signed on paper, that this was shown and not only assumed.",
  open: ", WHICH IS NOT CLOSED.",
} as const;
