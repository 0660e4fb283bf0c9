// The names of drills. In a file of their own, because the help of `sd` prints them, and would
// otherwise load every entry of the record.

/**
 * The trainer's list. Several in one step come in this order: first those before the step begins,
 * then refusals, last what only people can see.
 */
export const TRIAL_NAMES = [
  "torn-bag",
  "officer-absent",
  "swapped-certificate",
  "wrong-stick",
  "changed-domain",
  "altered-part",
  "altered-word",
  "wrong-passphrase",
  "wrong-share",
  "strange-signer",
  "cable",
  "power-cut",
] as const;

export type TrialName = (typeof TRIAL_NAMES)[number];

export const isTrial = (name: string): name is TrialName =>
  TRIAL_NAMES.some((known) => known === name);
