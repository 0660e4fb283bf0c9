// Rule 94: what was opened is what was opened before. Only someone with the domain's secret can give
// the value whose SHA-256 is the one of the record before.
import { fromHex, sha256Hex } from "../../crypto/index.ts";
import type { Reading, Rules, Typed } from "./reading.ts";

/** Two people decided to continue although something else was opened before. */
const OVERRULED = "E-OPENED-OTHER";

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
    || left === sha256Hex(fromHex(commitment) ?? new Uint8Array())
    || reading.accepted.includes(OVERRULED);
  const isSame = known === undefined ? isNext : commitment === known.commitment;
  reading.must("E-MEAN-COMMITMENT", commitment !== "" && isSame, entry, known?.entry);
}
