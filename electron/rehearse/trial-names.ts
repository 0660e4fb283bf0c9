// The names of drills. They are apart from what each one is, because the help of `sd` prints them, and would
// load every entry of the record with it.

/**
 * The trainer's list. Where several are set in one step they come in this order: first what is met
 * before the step begins, then what is refused, at last what only people can see.
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
  "strange-signer",
  "cable",
  "power-cut",
] as const;

export type TrialName = (typeof TRIAL_NAMES)[number];

export const isTrial = (name: string): name is TrialName =>
  TRIAL_NAMES.some((known) => known === name);
