// Refuses an HSM that is not in use.
import { kind } from "../language/kind.ts";

export const readActive = kind({
  place: "connected",
  writes: ["signed-in", "activation-read"],
  owes: ["activation-read"],
  asksHsm: true,
  ensures: ["activation-read"],
});
