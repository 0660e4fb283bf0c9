// `sd plan duties`: what is due again once a plan is carried out, also as a calendar.
import { utf8 } from "../../../crypto/index.ts";
import { dutiesCalendar, dutyDays, plannedDuties } from "../../deployment-record/duties.ts";
import { english } from "../../text/english.ts";
import { sentence } from "../../text/sentence.ts";
import { timeOn } from "../runbook/on-day.ts";
import { optional, type Given } from "../shared/arguments.ts";
import { checkFree, writeOutput } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { planFrom } from "../shared/plan-file.ts";
import { wordOf } from "./words.ts";

const CALENDAR = "--calendar";

/** Counted as if everything was done on one day. @throws Fault E-USAGE, E-FILE-*, E-PLAN-* */
export async function planDuties(given: Given): Promise<Outcome> {
  const { plan } = await planFrom(wordOf(given, 0));
  const from = timeOn(given).toISOString();
  const out = optional(given, CALENDAR);
  if (out !== null) checkFree(out, CALENDAR);
  const duties = plannedDuties(plan, from);
  const days = dutyDays(plan);
  if (out !== null)
    writeOutput(out, CALENDAR, utf8(dutiesCalendar(duties, plan.hsm.name, "PRODUCTION", from)));
  return {
    text: [
      `Due again, if everything was done on ${dayOf(from)}:`,
      ...duties.map(
        ({ id, due }) =>
          `  ${dayOf(due)}  every ${String(days[id]).padStart(3)} days  `
          + english(sentence(`deployment.duty.${id}.title`)),
      ),
      ...(out === null ? [] : ["", "The calendar is written: import it into your own."]),
    ].join("\n"),
    data: {
      plan: plan.plan,
      duties: duties.map(({ id, due }) => ({ duty: id, days: days[id], due: dayOf(due) })),
      calendar: out,
    },
  };
}

const dayOf = (time: string): string => time.slice(0, 10);
