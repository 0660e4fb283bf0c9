// The scripts that come with the app. Their bytes are bundled unchanged: records name their
// SHA-256.
import activation from "./scripts/activation.yaml";
import adoption from "./scripts/adoption.yaml";
import attestationPart from "./scripts/attestation-part.yaml";
import attestation from "./scripts/attestation.yaml";
import dryRun from "./scripts/dry-run.yaml";
import handOff from "./scripts/hand-off.yaml";
import recoveryAlone from "./scripts/recovery-alone.yaml";
import recovery from "./scripts/recovery.yaml";
import replacement from "./scripts/replacement.yaml";

/** Script text by name. */
export const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ["activation", activation],
  ["recovery", recovery],
  ["recovery-alone", recoveryAlone],
  ["adoption", adoption],
  ["replacement", replacement],
  ["attestation-part", attestationPart],
  ["attestation", attestation],
  ["dry-run", dryRun],
  ["hand-off", handOff],
]);
