// The names of the ceremonies that come with the app, which are those of their scripts.

export const CEREMONIES = [
  "activation",
  "recovery",
  "recovery-alone",
  "adoption",
  "replacement",
  "attestation-part",
  "attestation",
  "dry-run",
  "hand-off",
] as const;
export type CeremonyName = (typeof CEREMONIES)[number];
