// How sure it is that a record is the one that people closed: what it lacks, and what is done then.

export const ANCHORING = {
  "lacks.paper": "it was closed on paper",
  "lacks.unvouched": "nothing vouches for one of its signers",
  "lacks.elsewhere": "the record before it is not here",
  "short.paper": "only on paper",
  "short.unvouched": "signer unvouched",
  "short.elsewhere": "earlier one absent",
  "short.signers": "closed by {signed} of {of, plural, one {1 officer} other {{of} officers}}, {due} had to",
  lacksLine: "This record is not anchored here: {lacks}. Audit it with the words of its head from paper; if there is no paper, hold an attestation and enter the head of that one.",
  hint: "{short}: see Audit",
} as const;
