// Rule 94: what was opened is what was opened before. Only someone with the domain's secret can give
// the value whose SHA-256 is the one of the record before.
import { fromHex, sha256Hex } from "../../crypto/index.ts";
import type { Reading, Rules, Typed } from "./reading.ts";

/** The code of an opening of something else than before, despite which two people may continue. */
export const OPENED_OTHER = "E-OPENED-OTHER";

/** Whether a commitment is the one after that of the record before. Both hex. */
export const follows = (commitment: string, before: string): boolean =>
  sha256Hex(fromHex(commitment) ?? new Uint8Array()) === before;

export const COMMITTED: Rules = {
  "quorum-proven": checkCommitment,
  "dry-run-passed": checkCommitment,
  "blob-made": checkCommitment,
};

function checkCommitment(
  reading: Reading,
  entry: Typed<"quorum-proven" | "dry-run-passed" | "blob-made">,
): void {
  const { domainSha256, commitment = "" } = entry.data;
  const known = reading.opened.get(domainSha256);
  const { commitment: left, domainSha256: before } = reading.earlier ?? {};
  const isNext =
    left === undefined
    || before !== domainSha256
    || follows(commitment, left)
    || reading.accepted.includes(OPENED_OTHER);
  const isSame = known === undefined ? isNext : commitment === known.commitment;
  reading.must("E-MEAN-COMMITMENT", commitment !== "" && isSame, entry, known?.entry);
}
