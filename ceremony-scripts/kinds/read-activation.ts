// Refuses an HSM that does not wait for its activation; asks all that must hold before.
import { kind } from "../kind.ts";

export const readActivation = kind({
  place: "connected",
  asksHsm: true,
  requires: ["in transfer", "in domain-copy"],
  ensures: ["activation-read"],
  activity: "Ask the HSM for its state, and for all that must hold before it is activated.",
  expected: "NotActivated. Read: ____. What does not hold, and who decided to go on: ____.",
});
