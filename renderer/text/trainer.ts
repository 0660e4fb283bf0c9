// Every sentence of the trainer's screens, and of the score at the end.

export const TRAINER = {
  title: "With a trainer",
  lead: "Something goes wrong on purpose; whether it is found is scored from the record alone. "
    + "Choose before the others come: nobody else reads this screen.",
  which: "Which ceremony is rehearsed?",
  trials: "What goes wrong",
  none: "This ceremony has no trials here.",
  byHand: "You do it.",
  byApp: "The app does it.",
  draw: "Draw two by chance",
  begin: "Begin with these trials",
  nothing: "mark at least one trial",
  unfinished: "go on with the unfinished ceremony first",
  back: "Back to Home",
} as const;

/** The sheet that only the trainer reads. */
export const SHEET = {
  open: "Trainer",
  title: "For the trainer alone",
  cover: "What stands here would tell the others what to look for. Show it when everybody else has "
    + "turned away from the screen.",
  show: "Everybody has turned away: show it",
  intro: "Tick what you have done by hand. Only what is done is scored. What the app does, it does "
    + "by itself just before the step; once the refusal was read, the right thing is back.",
  done: "I have done it",
  isDone: "Done.",
  app: "The app does it by itself.",
  appDone: "The app has done it.",
  close: "Close",
} as const;

export const SCORE = {
  title: "The trials",
  should: "What should have been done: ",
  void: "What was told at the end is not what was sealed at the beginning. The score is void.",
} as const;

/** "Found 2 of 2." */
export const foundLine = (found: number, of: number): string =>
  of === 0 ? "None of the trials came to be set." : `Found ${found} of ${of}.`;

/** In which step, and about whom. */
export function placeLine(step: string | null, officer: string | null): string {
  if (step === null) return "In which step is drawn when the ceremony is opened.";
  return `In the step: ${step}.${officer === null ? "" : ` ${officer}.`}`;
}
