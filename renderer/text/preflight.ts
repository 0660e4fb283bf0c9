// Every sentence around the list of what must hold before the HSM is activated, and after it.

export const PREFLIGHT = {
  title: "Before the activation",
  wrong: "Something does not hold. Put it right where it stands, then check again.",
  decide: "All holds but what people must decide. They read it, write why, and are named.",
  fine: "Everything holds, or was decided.",
  again: "Check again",
  decideNow: "Record the decision and check again",
  reason: (sentence: string): string => `Why you go on: ${sentence}`,
  needs: "A reason for each point, and two people",
  next: "What to do",
  words: { good: "Holds", decide: "To decide", wrong: "Wrong", accepted: "Decided" },
  after: "After the activation",
  log: "Ask Azure’s log for this call, and keep the answer with the evidence",
  logLine: "It often comes an hour later; sd reconcile holds it against the record. The query, for "
    + "the workspace that takes the HSM’s log:",
} as const;
