// What a kind of step asks of people, as data.
import type { WindowView } from "../../electron/bridge/view.ts";

/** A step in the timetable, as main sends it. */
export type TimetableStep = NonNullable<WindowView["ceremony"]>["acts"][number]["steps"][number];

/** The name of a kind of step. */
export type KindName = TimetableStep["kind"];

/** What sets a kind of step apart, as main declares it; before the record begins nothing does. */
export type Traits = Partial<NonNullable<NonNullable<WindowView["ceremony"]>["traits"]>>;

/**
 * The words of a kind. `{officer}` stands for the officer's seat, `{station}` for the step's
 * station, `{to}` for the station to which it leads.
 */
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

/** A text with the step's own seat, station and destination put in. */
export const fill = (text: string, { seat, station, to }: TimetableStep): string =>
  text
    .replaceAll("{officer}", seat === null ? "" : String(seat))
    .replaceAll("{station}", station)
    .replaceAll("{to}", to ?? "other");
