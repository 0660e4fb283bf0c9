// Refuses an HSM that does not wait for its activation; asks for everything that must hold before.
import { kind } from "../language/kind.ts";

export const readActivation = kind({
  place: "connected",
  writes: ["signed-in", "activation-read", "preflight-judged", "point-accepted"],
  owes: ["activation-read"],
  owesOnce: ["preflight-judged"],
  asksHsm: true,
  requires: ["in transfer", "in domain-copy"],
  ensures: ["activation-read"],
});
