// What a step asks of people: its kind and its words.
import type { WindowView } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";

/** A step in the timetable, as main sends it. */
export type TimetableStep = NonNullable<WindowView["ceremony"]>["acts"][number]["steps"][number];

/** The name of a kind of step. */
export type KindName = TimetableStep["kind"];

/** The traits of a step's kind, as main declares them; empty before the record begins. */
export type Traits = Partial<NonNullable<NonNullable<WindowView["ceremony"]>["traits"]>>;

/** The words of a step, by its kind and with its officer's seat. */
export interface StepWords {
  /** The verb in the band, in the imperative, and what it is about. */
  readonly verb: string;
  readonly detail: string;
  /** What happens when the button is pressed, in one or two sentences. */
  readonly happens: string;
  /** The button that does it. */
  readonly button: string;
  readonly recorded: string;
  readonly never: string;
  /** If the power fails now. */
  readonly power: string;
}

/** The words for a step of this kind. */
export const wordsOf = ({ kind, seat }: Pick<TimetableStep, "kind" | "seat">): StepWords => ({
  verb: say(`steps.${kind}.verb`),
  detail: say(`steps.${kind}.detail`),
  happens: say(`steps.${kind}.happens`),
  button: say(`steps.${kind}.button`, { officer: seat ?? "" }),
  recorded: say(`steps.${kind}.recorded`, { officer: seat ?? "" }),
  never: say(`steps.${kind}.never`),
  power: say(`steps.${kind}.power`),
});
