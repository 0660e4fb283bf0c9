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

interface Duty extends Pick<DutyView, "id"> {
  /** When it was done last; "" for never. */
  readonly last: string;
  readonly days: number;
}

/** The duties that have begun, the next one first. @param now RFC 3339 */
export const dutiesOf = (plan: Plan, state: Deployment, now: string): readonly DutyView[] =>
  all(plan, state)
    .filter(({ last }) => last !== "")
    .map(({ id, last, days }) => {
      const { at: due, overdueDays } = dueAfter(last, days, now);
      return { id, due, overdueDays };
    })
    .toSorted((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)));

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

function all(plan: Plan, { checks, finished }: Deployment): readonly Duty[] {
  const proven = (...names: readonly string[]): string =>
    newest(
      names.map((name) => checks.get(name)).map((one) => (one?.proven === true ? one.at : "")),
    );
  const ended = (...names: readonly string[]): string =>
    newest(names.map((name) => finished.get(name)?.at ?? ""));
  const rotations = plan.keys.flatMap(({ rotation }) =>
    rotation === undefined ? [] : [Number(/^P(\d+)D$/.exec(rotation.after)?.[1] ?? YEAR_DAYS)],
  );
  return [
    { id: "proofs", last: newest([...checks.values()].map(({ at }) => at)), days: QUARTER_DAYS },
    {
      id: "backup",
      last: proven("backup-age", "full-backup"),
      days: plan.backup?.everyDays ?? QUARTER_DAYS,
    },
    {
      id: "rotation",
      last: ended("rotation-policies", "rotation"),
      days: Math.min(YEAR_DAYS, ...rotations),
    },
    { id: "drill", last: ended("recovery-rehearsal"), days: YEAR_DAYS },
  ];
}

/** The latest of some times; "" if there is none. */
const newest = (times: readonly string[]): string => times.toSorted().at(-1) ?? "";
