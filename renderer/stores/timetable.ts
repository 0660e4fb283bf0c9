// The timetable: when each step was done, and when the others are planned.
import type { WindowView } from "../../electron/bridge/view.ts";
import type { Value } from "../../electron/text/text.ts";
import type { TimetableStep } from "../text/step-words.ts";

export type Ceremony = NonNullable<WindowView["ceremony"]>;
type Progress = "done" | "now" | "ahead";

/** A step with its time in the timetable. `at` is in milliseconds. */
export interface PlannedStep {
  readonly step: TimetableStep;
  readonly progress: Progress;
  readonly at: number;
}

/** An act; only the current one shows its steps. */
export interface PlannedAct {
  readonly number: number;
  readonly title: Value;
  readonly progress: Progress;
  /** When its last step was done, or when its first one begins. */
  readonly at: number;
  readonly steps: readonly PlannedStep[];
  /** Minutes it has taken, shown beside the plan; null if it is still ahead. */
  readonly spent: number | null;
  readonly planned: number;
}

const MINUTE_MS = 60_000;

/** The acts with their times, and how long it takes until the last step is done. */
export interface Timetable {
  readonly acts: readonly PlannedAct[];
  /** Until the end of the last of these times; none where nothing is left to do. */
  readonly minutesLeft: number;
}

/**
 * The entire timetable, at the pace so far. A step that overruns delays all later ones.
 * @param now in milliseconds
 */
export function timetable(ceremony: Ceremony, now: number): Timetable {
  const pace = paceOf(ceremony);
  let next = lastDoneOf(ceremony) ?? now;
  const acts = ceremony.acts.map((act, i): PlannedAct => {
    const steps = act.steps.map((step): PlannedStep => {
      if (step.doneAt !== null) {
        return { step, progress: "done", at: Date.parse(step.doneAt) };
      }
      const progress = step.id === ceremony.step?.id ? "now" : "ahead";
      // After a recess the current step begins when it is taken up.
      const at = Math.max(next, progress === "now" ? Date.parse(step.beganAt ?? "") || 0 : 0);
      const end = at + step.minutes * pace * MINUTE_MS;
      next = progress === "now" ? Math.max(end, now) : end;
      return { step, progress, at };
    });
    const place = placeOf(steps);
    const planned = act.steps.reduce((sum, { minutes }) => sum + minutes, 0);
    const spent = place.progress === "ahead" ? null : spentOn(ceremony, i, now);
    return { number: i + 1, title: act.title, steps, spent, planned, ...place };
  });
  const left = ceremony.step === null ? 0 : Math.ceil((next - now) / MINUTE_MS);
  return { acts, minutesLeft: Math.max(0, left) };
}

/** The plan weighs as much as this many minutes of experience, so that a pace grows and never jumps. */
const PLAN_WEIGHS_MINUTES = 30;
/** A step counts at most as this many times its plan: a night between two steps is no pace. */
const PACE_MAX = 3;

/** Time taken over time planned, of the steps that are done, beside what the plan weighs. */
function paceOf({ acts }: Ceremony): number {
  const steps = acts.flatMap((act) => act.steps);
  let [before, took, planned] = [Date.parse(steps[0]?.beganAt ?? ""), 0, 0];
  for (const { doneAt, minutes } of steps) {
    if (doneAt === null) continue;
    const at = Date.parse(doneAt);
    if (!Number.isNaN(before)) {
      took += Math.min(Math.max(0, at - before) / MINUTE_MS, PACE_MAX * minutes);
      planned += minutes;
    }
    before = at;
  }
  return (PLAN_WEIGHS_MINUTES + took) / (PLAN_WEIGHS_MINUTES + planned);
}

/** When a step was last done, in milliseconds. */
function lastDoneOf({ acts }: Ceremony): number | null {
  const times = acts
    .flatMap(({ steps }) => steps)
    .flatMap(({ doneAt }) => (doneAt === null ? [] : [Date.parse(doneAt)]));
  return times.length === 0 ? null : Math.max(...times);
}

/** From the previous act's end, or its own beginning, to its end or to now. */
function spentOn({ acts }: Ceremony, at: number, now: number): number {
  const times = (steps: readonly TimetableStep[], what: "beganAt" | "doneAt"): readonly number[] =>
    steps.flatMap((step) => (step[what] === null ? [] : [Date.parse(step[what])]));
  const steps = acts[at]?.steps ?? [];
  const before = times(acts[at - 1]?.steps ?? [], "doneAt").at(-1);
  const from = before ?? times(steps, "beganAt")[0] ?? now;
  const isDone = steps.every(({ doneAt }) => doneAt !== null);
  const to = isDone ? (times(steps, "doneAt").at(-1) ?? now) : now;
  return Math.max(0, Math.round((to - from) / MINUTE_MS));
}

/**
 * Minutes that the current step has taken, if far more than planned: at least twice as much, and
 * five minutes. Otherwise null. It is a hint and blocks nobody.
 */
export function overrunOf(
  ceremony: Ceremony,
  now: number,
): { readonly spent: number; readonly planned: number } | null {
  const step = stepIn(ceremony, ceremony.step?.id ?? "");
  if (step === undefined) return null;
  const began = step.beganAt === null ? 0 : Date.parse(step.beganAt);
  const from = Math.max(lastDoneOf(ceremony) ?? 0, began);
  const spent = from <= 0 ? 0 : Math.floor((now - from) / MINUTE_MS);
  const isFar = spent >= 2 * step.minutes && spent >= step.minutes + 5;
  return isFar ? { spent, planned: step.minutes } : null;
}

function placeOf(steps: readonly PlannedStep[]): Pick<PlannedAct, "progress" | "at"> {
  const [first, last] = [steps[0], steps.at(-1)];
  if (last?.progress === "done") return { progress: "done", at: last.at };
  const begun = steps.some(({ progress }) => progress !== "ahead");
  return { progress: begun ? "now" : "ahead", at: first?.at ?? 0 };
}

/** Act and step, such as "2.9". */
export function numberOf(ceremony: Ceremony, id: string): string {
  const act = ceremony.acts.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const step = ceremony.acts[act]?.steps.findIndex((one) => one.id === id) ?? -1;
  return act < 0 ? "" : `${act + 1}.${step + 1}`;
}

/** The title of a step by its id; the id if there is no such step. */
export const titleIn = (ceremony: Ceremony, id: string): Value => stepIn(ceremony, id)?.title ?? id;

/** The step with this id. */
export const stepIn = (ceremony: Ceremony, id: string): TimetableStep | undefined =>
  ceremony.acts.flatMap(({ steps }) => steps).find((step) => step.id === id);
