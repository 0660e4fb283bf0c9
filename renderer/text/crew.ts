// Every sentence of the simulated crew, and of the first minutes with the app.
import type { CrewView, CrewDeed } from "../../electron/bridge/crew-view.ts";
import { roleTitle } from "./frame.ts";

export const CREW = {
  open: "Simulated crew",
  title: "Simulated crew",
  intro:
    "Simulated people can take seats of this rehearsal, or act for everyone for a while. The "
    + "record says whose seats were simulated, from when to when.",
  seats: "Their seats",
  pace: "Pace",
  watch: "to be watched",
  fast: "as fast as it goes",
  take: "Use these seats",
  tickFirst: "Tick a seat first",
  everyone: "Or let simulated people do everything",
  unopened: (trouble: string): string =>
    `The form of the opening was begun and is not finished: ${trouble}. Finish it first; the crew `
    + "then opens the ceremony with it.",
  step: "to the end of this step",
  act: "to the end of this act",
  end: "to the end of the ceremony",
  upTo: "up to a step",
  playAhead: "Have simulated people play to a step",
  playTo: (step: string): string => `Play to ${step}`,
  stop: "Stop",
  stopHint: "Stop, and continue yourself",
  working: "The app is working.",
  goesOn: "The simulated crew goes on.",
  waits:
    "It is your turn. Simulated people cannot see or hear: what they would see or hear, tick and "
    + "press for them.",
  stopped: "The simulated crew stopped.",
  close: "Close",
} as const;

const DEEDS: Readonly<Record<CrewDeed, string>> = {
  perform: "performs the step.",
  confirm: "confirms that the step was performed.",
  come: "takes the seat.",
  type: "types the passphrase. Nobody else sees it.",
  write: "writes the words on paper.",
  read: "goes through the words aloud, line by line, with the other person.",
  decide: "and the witness accept what must be known before the activation.",
  resume: "confirms how the ceremony continues.",
};

/** What somebody of the crew does: "Ines Okafor, officer 1, takes the seat." */
export const doingLine = (name: string, { by, what }: NonNullable<CrewView["doing"]>): string =>
  `${name}, ${roleTitle(by).toLowerCase()}, ${DEEDS[what]}`;

export const LEARN = {
  title: "New here?",
  activation: "Show me an activation",
  recovery: "Show me a recovery",
  example: "tried on an example",
  exampleHere: "Example custody: the simulated crew made it.",
} as const;

/** While example custody is made. */
export const makingLine = (done: number, of: number): string =>
  "The simulated crew makes example custody: an activation, and a year of attestations. "
  + `Ceremonies made: ${done} of ${of}.`;

export const TERMS = {
  open: "What is this? (F1)",
  title: "What is this?",
  here: "In this step",
  all: "All terms",
  plan: "In a deployment\u2019s plan",
  close: "Close",
} as const;

/** A part of the ceremony window, by its landmark, and what it is for. */
export interface TourStop {
  readonly at: "header" | "nav" | "main" | "aside" | "footer";
  readonly title: string;
  readonly text: string;
}

export const TOUR = {
  open: "What is on the screen",
  next: "Next",
  end: "Close",
  stopOf: (at: number, of: number): string => `${at} of ${of}`,
  stops: [
    {
      at: "header",
      title: "Where you are",
      text:
        "The station, the ceremony, its HSM, and what the network says. In a rehearsal the edge "
        + "is hatched. The clock is in UTC.",
    },
    {
      at: "nav",
      title: "The timetable",
      text:
        "Acts and steps. Black is the current step. A step that was performed and confirmed is "
        + "read only: nothing goes back. In a rehearsal, press a later step of the act to have "
        + "simulated people play to there.",
    },
    {
      at: "main",
      title: "The step",
      text:
        "Who acts next, what is said aloud, what is done, and what will and will never be "
        + "recorded. The other person confirms what the first one did.",
    },
    {
      at: "aside",
      title: "The record",
      text:
        "Every entry, as it is written to the disk. Its head, ten words, stands for all of it "
        + "and is read aloud at the end.",
    },
    {
      at: "footer",
      title: "The foot",
      text:
        "On the right the one thing to press. On the left: note an exception, take a recess, "
        + "somebody leaves, and in a rehearsal the simulated crew.",
    },
  ] as readonly TourStop[],
} as const;
