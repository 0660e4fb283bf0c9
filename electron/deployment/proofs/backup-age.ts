// backup-age: the newest full backup is not too old.
import { kept } from "../commands/command-line.ts";
import { backupFindings, endOf, startBackup, workedBackups } from "./backups.ts";
import { differs, NOTHING, type Finding } from "./finding.ts";
import { planned } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";

const DAY = 86_400_000;

export const backupAge: Proof = {
  source:
    "managed-hsm/configure-alerts.md (Advisor: no backup for 30 days); HSM facts, section 2.K",
  reads: (plan) => [kept(startBackup(plan))],
  evaluate: (given) => [...backupFindings(given.plan, given.answers), ...age(given)],
};

function age({ plan, answers, now }: Case): readonly Finding[] {
  const { everyDays } = planned(plan.backup, "backup");
  const expected = `at most ${String(everyDays)} days old`;
  const ends = workedBackups(answers)
    .map(endOf)
    .filter((end) => end !== null);
  if (ends.length === 0) return [differs("endTime", expected, NOTHING)];
  const days = (now.getTime() - Math.max(...ends)) / DAY;
  // A future time means a wrong clock or another file; one day of tolerance covers time zones.
  const isRight = days <= everyDays && days >= -1;
  return isRight ? [] : [differs("endTime", expected, ageOf(days))];
}

const ageOf = (days: number): string => {
  if (Number.isNaN(days)) return "no time";
  return days < 0 ? "a time in the future" : `${String(Math.floor(days))} days old`;
};
