// The versions of the rules by which a deployment's record is checked: its first entry names its own.

/**
 * Under which this program writes. 1, which no record names: what its runbooks asked was not kept. 2: proofs
 * overlooked members. Raise it with each rule that a record of a released version may break.
 */
export const NEWEST = 3;

/**
 * Since which a proof has the same result for the same answers, in the same words. If a proof decides otherwise
 * than in a released version, raise both: what an older record says of proofs is then reported.
 */
export const PROOFS_SINCE = 3;
