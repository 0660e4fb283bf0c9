// The time from which ages of answers are counted.
import { optional, usage, type Given } from "../shared/arguments.ts";

const ON = "--on";

/** Now, or the end of the given day. @throws Fault E-USAGE */
export function timeOn(given: Given): Date {
  const day = optional(given, ON);
  if (day === null) return new Date();
  const at = new Date(`${day}T23:59:59Z`);
  if (
    !/^\d{4}-\d\d-\d\d$/.test(day)
    || Number.isNaN(at.getTime())
    || !at.toISOString().startsWith(day)
  )
    throw usage(`The flag ${ON} needs a date such as 2026-11-27.`);
  return at;
}
