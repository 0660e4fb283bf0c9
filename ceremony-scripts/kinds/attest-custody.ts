// Health, losses and findings of the custody are assessed and recorded.
import { kind } from "../language/kind.ts";

export const attestCustody = kind({
  place: "offline",
  writes: ["custody-attested"],
  owes: ["custody-attested"],
  compares: true,
  ensures: ["custody-attested"],
});
