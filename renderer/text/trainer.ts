// Every sentence of the trainer's screens, and of the score at the end.

export const TRAINER = {
  title: "With a trainer",
  lead:
    "Something goes wrong on purpose; whether it is found is scored from the record alone. "
    + "Choose before the others come: nobody else may read this screen.",
  which: "Which ceremony is rehearsed?",
  trials: "What goes wrong",
  none: "There are no drills for this ceremony here.",
  byHand: "You do it.",
  byApp: "The app does it.",
  draw: "Pick two at random",
  begin: "Start with these drills",
  nothing: "mark at least one drill",
  unfinished: "finish the unfinished ceremony first",
  back: "Back to Home",
} as const;

/** The sheet that only the trainer reads. */
export const SHEET = {
  open: "Trainer",
  title: "For the trainer only",
  cover:
    "This tells the others what to look for. Show it when everyone else has turned away from "
    + "the screen.",
  show: "Everyone has turned away: show it",
  intro:
    "Tick what you have done by hand. Only what is done is scored. The app does its part just "
    + "before the step; once the refusal was read, it restores what it changed.",
  done: "I have done it",
  isDone: "Done.",
  app: "The app does it by itself.",
  appDone: "The app has done it.",
  close: "Close",
} as const;

export const SCORE = {
  title: "The drills",
  should: "What should have been done: ",
  void: "The drills named at the end are not those sealed at the beginning. The score is void.",
} as const;

/** "Found 2 of 2." */
export const foundLine = (found: number, of: number): string =>
  of === 0 ? "No drill was triggered." : `Found ${found} of ${of}.`;

/** In which step, and about whom. */
export function placeLine(step: string | null, officer: string | null): string {
  if (step === null) return "The step is picked at random when the ceremony opens.";
  return `In the step: ${step}.${officer === null ? "" : ` ${officer}.`}`;
}
