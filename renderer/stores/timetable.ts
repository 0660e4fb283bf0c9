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

/** The entire timetable. A step that overruns delays all later ones. @param now in milliseconds */
export function timetable(ceremony: Ceremony, now: number): readonly PlannedAct[] {
  const lastDone = ceremony.acts
    .flatMap(({ steps }) => steps)
    .reduce((last, { doneAt }) => (doneAt === null ? last : Math.max(last, Date.parse(doneAt))), 0);
  let next = lastDone === 0 ? now : lastDone;
  return ceremony.acts.map((act, i) => {
    const steps = act.steps.map((step): PlannedStep => {
      if (step.doneAt !== null) {
        return { step, progress: "done", at: Date.parse(step.doneAt) };
      }
      const at = next;
      const progress = step.id === ceremony.step?.id ? "now" : "ahead";
      const end = at + step.minutes * 60_000;
      next = progress === "now" ? Math.max(end, now) : end;
      return { step, progress, at };
    });
    const place = placeOf(steps);
    const planned = act.steps.reduce((sum, { minutes }) => sum + minutes, 0);
    const spent = place.progress === "ahead" ? null : spentOn(ceremony, i, now);
    return { number: i + 1, title: act.title, steps, spent, planned, ...place };
  });
}

const MINUTE_MS = 60_000;

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
  const done = ceremony.acts
    .flatMap(({ steps }) => steps)
    .flatMap(({ doneAt }) => (doneAt === null ? [] : [Date.parse(doneAt)]));
  const from = Math.max(...done, step.beganAt === null ? 0 : Date.parse(step.beganAt));
  const spent = from <= 0 ? 0 : Math.floor((now - from) / MINUTE_MS);
  const isFar = spent >= 2 * step.minutes && spent >= step.minutes + 5;
  return isFar ? { spent, planned: step.minutes } : null;
}

/** A pace is used only after this many planned minutes, up to this limit. */
const PACE_AFTER_MINUTES = 10;
const PACE_MAX = 3;

/**
 * Minutes left at the current pace: the plan's, scaled by the finished steps' actual time over planned.
 * @param now in milliseconds
 */
export function minutesAtPace(ceremony: Ceremony, now: number): number {
  const done = ceremony.acts.flatMap(({ steps }) => steps).filter(({ doneAt }) => doneAt !== null);
  const planned = done.reduce((sum, { minutes }) => sum + minutes, 0);
  const began = Date.parse(done[0]?.beganAt ?? "");
  if (planned < PACE_AFTER_MINUTES || Number.isNaN(began)) return ceremony.minutesLeft;
  const last = Date.parse(done.at(-1)?.doneAt ?? "");
  const pace = (Math.min(last, now) - began) / MINUTE_MS / planned;
  return Math.ceil(ceremony.minutesLeft * Math.min(PACE_MAX, Math.max(1 / PACE_MAX, pace)));
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
