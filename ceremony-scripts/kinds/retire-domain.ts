// Once the new security domain is proven, the old one is removed from both media.
import { kind } from "../language/kind.ts";

export const retireDomain = kind({
  place: "offline",
  writes: ["domain-retired"],
  owes: ["domain-retired"],
  changes: true,
  requires: [
    "domain-anew transfer",
    "domain-anew domain-copy",
    "quorum-proven",
    "in transfer",
    "in domain-copy",
  ],
  ensures: ["domain-retired"],
});
