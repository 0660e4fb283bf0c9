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

const TEXTS = {
  activation,
  recovery,
  "recovery-alone": recoveryAlone,
  adoption,
  replacement,
  "attestation-part": attestationPart,
  attestation,
  "dry-run": dryRun,
  "hand-off": handOff,
};

export type CeremonyName = keyof typeof TEXTS;

/** The names of these scripts, in the order in which people see them. */
export const CEREMONIES = Object.keys(TEXTS) as readonly CeremonyName[];

/** Script text by name. */
export const BUILT_IN: ReadonlyMap<string, string> = new Map(Object.entries(TEXTS));
