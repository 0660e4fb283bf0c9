// Refusals of the room vault: a sentence for each code, and what to do next.

export const VAULT_FAULTS = {
  // What to do next, where several refusals say the same.
  again: "Nothing was written. Start this step again.",
  // By their codes.
  "E-VAULT-CALL": "The secure process received a request that it does not know.",
  "E-VAULT-FORM": "The typed text did not arrive completely.",
  "E-VAULT-FORM.next": "Type it again.",
  "E-VAULT-TEMP": "No folder for temporary files can have the secure process's socket.",
  "E-VAULT-TEMP.next": "Free space in it, or set TMPDIR to a folder with a short path in which this user may write and nobody else may change anything; then start this step again.",
  "E-VAULT-STRANGER": "What answers in place of the secure process was not started by this program.",
  "E-VAULT-STRANGER.next": "Nothing was sent to it and nothing was written: find out who else uses this computer, and start this step again on one that nobody else uses.",
  "E-VAULT-DOOR": "The secure process cannot be reached.",
} as const;
