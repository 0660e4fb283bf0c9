// The timetable: when each step was done, and when the others come by the plan.
import type { RoomView } from "../../../electron/bridge/room.ts";

export type Ceremony = NonNullable<RoomView["ceremony"]>;
export type Act = Ceremony["acts"][number];
export type Stop = Act["steps"][number];
type Progress = "done" | "now" | "ahead";

/** A step with its place in the timetable. `at` is in milliseconds. */
export interface PlannedStop {
  readonly stop: Stop;
  readonly progress: Progress;
  readonly at: number;
}

/** An act; only the one that is now shows its steps. */
export interface PlannedAct {
  readonly number: number;
  readonly title: string;
  readonly progress: Progress;
  /** When its last step was done, or when its first one begins. */
  readonly at: number;
  readonly stops: readonly PlannedStop[];
  /** Minutes it has taken, or took; null while it is ahead. Beside them what was planned. */
  readonly spent: number | null;
  readonly planned: number;
}

/**
 * The whole timetable. A step that takes longer than planned moves all that come after it.
 * @param now in milliseconds
 */
export function timetable(ceremony: Ceremony, now: number): readonly PlannedAct[] {
  const lastDone = ceremony.acts.flatMap(({ steps }) => steps)
    .reduce((last, { doneAt }) => doneAt === null ? last : Math.max(last, Date.parse(doneAt)), 0);
  let next = lastDone === 0 ? now : lastDone;
  return ceremony.acts.map((act, i) => {
    const stops = act.steps.map((stop): PlannedStop => {
      if (stop.doneAt !== null) {
        return { stop, progress: "done", at: Date.parse(stop.doneAt) };
      }
      const at = next;
      const progress = stop.id === ceremony.step?.id ? "now" : "ahead";
      const end = at + stop.minutes * 60_000;
      next = progress === "now" ? Math.max(end, now) : end;
      return { stop, progress, at };
    });
    const place = placeOf(stops);
    const planned = act.steps.reduce((sum, { minutes }) => sum + minutes, 0);
    const spent = place.progress === "ahead" ? null : spentOn(ceremony, i, now);
    return { number: i + 1, title: act.title, stops, spent, planned, ...place };
  });
}

const MINUTE_MS = 60_000;

/** From the end of the act before, or its own beginning, to its end or to now. */
function spentOn({ acts }: Ceremony, at: number, now: number): number {
  const times = (steps: readonly Stop[], what: "beganAt" | "doneAt"): readonly number[] =>
    steps.flatMap((stop) => stop[what] === null ? [] : [Date.parse(stop[what])]);
  const steps = acts[at]?.steps ?? [];
  const before = times(acts[at - 1]?.steps ?? [], "doneAt").at(-1);
  const from = before ?? times(steps, "beganAt")[0] ?? now;
  const isDone = steps.every(({ doneAt }) => doneAt !== null);
  const to = isDone ? times(steps, "doneAt").at(-1) ?? now : now;
  return Math.max(0, Math.round((to - from) / MINUTE_MS));
}

/**
 * Minutes that the step which is now has taken, where that is far more than planned: twice as much,
 * and five minutes at least. Else null. It is said, and stops nobody.
 */
export function overrunOf(
  ceremony: Ceremony, now: number,
): { readonly spent: number; readonly planned: number } | null {
  const stop = stopOf(ceremony, ceremony.step?.id ?? "");
  if (stop === undefined) return null;
  const done = ceremony.acts.flatMap(({ steps }) => steps)
    .flatMap(({ doneAt }) => doneAt === null ? [] : [Date.parse(doneAt)]);
  const from = Math.max(...done, stop.beganAt === null ? 0 : Date.parse(stop.beganAt));
  const spent = from <= 0 ? 0 : Math.floor((now - from) / MINUTE_MS);
  const isFar = spent >= 2 * stop.minutes && spent >= stop.minutes + 5;
  return isFar ? { spent, planned: stop.minutes } : null;
}

function placeOf(stops: readonly PlannedStop[]): Pick<PlannedAct, "progress" | "at"> {
  const [first, last] = [stops[0], stops.at(-1)];
  if (last?.progress === "done") return { progress: "done", at: last.at };
  const begun = stops.some(({ progress }) => progress !== "ahead");
  return { progress: begun ? "now" : "ahead", at: first?.at ?? 0 };
}

/** Act and step, such as "2.9". */
export function numberOf(ceremony: Ceremony, id: string): string {
  const act = ceremony.acts.findIndex(({ steps }) => steps.some((step) => step.id === id));
  const step = ceremony.acts[act]?.steps.findIndex((one) => one.id === id) ?? -1;
  return act < 0 ? "" : `${act + 1}.${step + 1}`;
}

/** The step with this id. */
export const stopOf = (ceremony: Ceremony, id: string): Stop | undefined =>
  ceremony.acts.flatMap(({ steps }) => steps).find((step) => step.id === id);
