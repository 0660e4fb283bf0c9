// The day of `--at`, on which dates are checked.
import { optional, usage, type Given } from "./arguments.ts";

/** A day counts to its end, in UTC; null if none was given. @throws Fault E-USAGE */
export function dayGiven(given: Given): Date | null {
  const text = optional(given, "--at");
  if (text === null) return null;
  const date = new Date(`${text}T23:59:59Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime());
  if (!isDay || dayOf(date) !== text) throw usage("The flag --at needs a day, as 2026-11-27.");
  return date;
}

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
