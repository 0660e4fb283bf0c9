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
    return { number: i + 1, title: act.title, stops, ...placeOf(stops) };
  });
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
