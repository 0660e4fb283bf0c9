// What a kind of step is called and what it asks of people, as data.
import type { RoomView } from "../../electron/bridge/room.ts";

/** A step in the timetable, as main sends it. */
export type TimetableStep = NonNullable<RoomView["ceremony"]>["acts"][number]["steps"][number];

/** The name of a kind of step. */
export type KindName = TimetableStep["kind"];

/** A title; a function where steps of one kind are called differently. */
export type Title = string | ((step: TimetableStep) => string);

/**
 * The words of a kind. `{officer}` stands for the officer's seat, `{station}` for the step's
 * station, `{to}` for the station to which it leads; in titles too.
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

/** Who reads words aloud, and what they are written on first. The other person listens. */
export interface Reading {
  readonly readBy: "performer" | "witness";
  /** The performer writes on their own card; else the witness writes on paper. */
  readonly writtenOn: "card" | "paper";
}

/** What the screens must know of a kind. What a kind leaves out does not apply to it. */
export interface StepTraits {
  /** Officers use their keys: the witness looks round first, then nobody touches anything. */
  readonly secret?: true;
  /** Officers open their shares, and the triangle shows it. */
  readonly opensShares?: true;
  /** Officers sign: the end of an act, or the whole record. */
  readonly signs?: "act" | "record";
  /** Main shows words by itself, to be read aloud and heard. */
  readonly hears?: Reading;
  /** The HSM is asked. */
  readonly asksHsm?: true;
  /** Something that must hold first can stop it, until people decide. */
  readonly preflight?: true;
  /** Its form needs the room of the record, which is folded away. */
  readonly wide?: true;
}

/** A text with the step's own seat, station and destination put in. */
export const fill = (text: string, { seat, station, to }: TimetableStep): string => text
  .replaceAll("{officer}", seat === null ? "" : String(seat))
  .replaceAll("{station}", station)
  .replaceAll("{to}", to ?? "other");
