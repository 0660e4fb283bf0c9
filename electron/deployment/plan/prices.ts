// A plan's prices, each with its date and source; we supply none.
import { amount, day, flag, mapping, oneOf, said, title } from "./values.ts";

const origin = {
  date: said("The day on which it was read.", day()),
  source: said("Where it was read.", title(200)),
  confirmed: said("Whether Microsoft's account team confirmed it.", flag()),
};

const price = mapping({ amount: said("The price.", amount()), ...origin });

const range = {
  low: said("The lowest estimate.", amount()),
  high: said("The highest estimate.", amount()),
};

/** The currencies that prices may be in. */
export const CURRENCIES = ["USD", "INR", "EUR"] as const;

export const prices = mapping({
  currency: said("The currency of every price.", oneOf(CURRENCIES)),
  hsmHour: said("One HSM pool in one region, for an hour.", price),
  keysMonth: said("What the keys add each month, if anything.", mapping({ ...range, ...origin })),
  operationsMonth: said("What the operations add each month, if anything.", price),
  dedicatedPairMonth: said("Two Dedicated HSM devices in one region, for a month.", price),
  statedMonth: said(
    "The monthly total for both regions that the plan states, which `sd plan cost` checks.",
    mapping({ ...range, source: said("Where it is stated.", title(200)) }),
  ),
});
