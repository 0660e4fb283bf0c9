// Health, losses and findings of the custody are assessed and recorded.
import { kind } from "../kind.ts";

export const attestCustody = kind({
  place: "offline",
  writes: ["custody-attested"],
  owes: ["custody-attested"],
  compares: true,
  ensures: ["custody-attested"],
  title: "Assess the custody as a whole",
  activity: "Assess the custody as a whole.",
  expected: "Whole, degraded, or recovery would fail today: ____. Healthy keys: ____.",
});
