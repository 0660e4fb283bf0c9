// Every sentence around the list of conditions before the HSM is activated, and after it.

export const PREFLIGHT = {
  title: "Before the activation",
  wrong: "A condition is not met. Correct it where it is set, then check again.",
  decide: "The rest is met; these points need a decision. Read them, say why, and tick who decides.",
  again: "Check again",
  decideNow: "Record the decision and check again",
  reason: "Why you go ahead: {sentence}",
  needs: "A reason for each point, and two people",
  "words.good": "Met",
  "words.decide": "To decide",
  "words.wrong": "Wrong",
  "words.accepted": "Decided",
  after: "After the activation",
  log: "Query Azure’s log for this call, and keep the result with the evidence",
  logLine: "It often appears an hour later; sd reconcile compares it with the record. The query, for the workspace that receives the HSM’s log:",
} as const;
