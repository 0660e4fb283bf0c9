// What is due again once a deployment is finished: proofs, backup, rotation, drill. A duty begins when
// it was first done.
import { dueAfter, tasksCalendar } from "../ceremony/ceremony.ts";
import type { Mode } from "../record/forms.ts";
import { sentence } from "../text/sentence.ts";
import type { DutyView } from "../bridge/deployment-views.ts";
import type { Plan } from "../deployment/deployment.ts";
import type { Deployment } from "./state.ts";

/** Custody is attested every quarter (decided with the custody rules); so is all that was proven. */
const QUARTER_DAYS = 90;
/** A recovery drill at least once a year: recovery of keys is rehearsed yearly. */
const YEAR_DAYS = 365;

/** How many days after it was done each is due again. */
export function dutyDays(plan: Plan): Readonly<Record<DutyView["id"], number>> {
  const rotations = plan.keys.flatMap(({ rotation }) =>
    rotation === undefined ? [] : [Number(/^P(\d+)D$/.exec(rotation.after)?.[1] ?? YEAR_DAYS)],
  );
  return {
    proofs: QUARTER_DAYS,
    backup: plan.backup?.everyDays ?? QUARTER_DAYS,
    rotation: Math.min(YEAR_DAYS, ...rotations),
    drill: YEAR_DAYS,
  };
}

const IDS = ["proofs", "backup", "rotation", "drill"] as const;

/** When each was done last; "" for never. */
type Done = Readonly<Record<DutyView["id"], string>>;

/** The duties that have begun, the next one first. @param now RFC 3339 */
export const dutiesOf = (plan: Plan, state: Deployment, now: string): readonly DutyView[] =>
  dueOf(plan, doneIn(state), now);

/** All duties of a plan, as if everything was done at this time: RFC 3339. */
export const plannedDuties = (plan: Plan, now: string): readonly DutyView[] =>
  dueOf(plan, { proofs: now, backup: now, rotation: now, drill: now }, now);

function dueOf(plan: Plan, done: Done, now: string): readonly DutyView[] {
  const days = dutyDays(plan);
  return IDS.filter((id) => done[id] !== "")
    .map((id) => {
      const { at: due, overdueDays } = dueAfter(done[id], days[id], now);
      return { id, due, overdueDays };
    })
    .toSorted((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)));
}

/** The same as an iCalendar file. */
export const dutiesCalendar = (
  duties: readonly DutyView[],
  hsm: string,
  mode: Mode,
  now: string,
): string =>
  tasksCalendar(
    duties.map(({ id, due, overdueDays }) => ({
      id,
      title: sentence(`deployment.duty.${id}.title`),
      what: sentence(`deployment.duty.${id}.what`),
      due: { at: due, overdueDays },
    })),
    hsm,
    mode,
    now,
  );

function doneIn({ checks, finished }: Deployment): Done {
  const proven = (...names: readonly string[]): string =>
    newest(
      names.map((name) => checks.get(name)).map((one) => (one?.proven === true ? one.at : "")),
    );
  const ended = (...names: readonly string[]): string =>
    newest(names.map((name) => finished.get(name)?.at ?? ""));
  return {
    proofs: newest([...checks.values()].map(({ at }) => at)),
    backup: proven("backup-age", "full-backup"),
    rotation: ended("rotation-policies", "rotation"),
    drill: ended("recovery-rehearsal"),
  };
}

/** The latest of some times; "" if there is none. */
const newest = (times: readonly string[]): string => times.toSorted().at(-1) ?? "";
