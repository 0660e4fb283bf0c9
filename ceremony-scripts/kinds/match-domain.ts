// The file is the one read aloud, and names these officers and this quorum.
import { BOTH_COPIES } from "../language/facts.ts";
import { kind } from "../language/kind.ts";

export const matchDomain = kind({
  place: "offline",
  writes: ["domain-matched"],
  owes: ["domain-matched"],
  hears: "domain",
  requires: [...BOTH_COPIES, "domain-heard", "at-hand note"],
  ensures: ["domain-matched"],
});
