// The new HSM's exchange key is fetched to the transfer medium.
import { kind } from "../language/kind.ts";

export const fetchExchangeKey = kind({
  place: "connected",
  writes: ["signed-in", "exchange-key-fetched"],
  owes: ["exchange-key-fetched"],
  changes: true,
  asksHsm: true,
  requires: ["in transfer"],
  ensures: ["exchange-key transfer"],
});
