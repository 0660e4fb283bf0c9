// In German: what ./trainer.ts says.

export const TRAINER = {
  title: "Mit Übungsleiter",
  lead:
    "Etwas geht mit Absicht schief; ob es gefunden wird, bewertet allein das Protokoll. "
    + "Wählen Sie, bevor die anderen kommen: Niemand sonst darf diesen Bildschirm lesen.",
  which: "Welche Zeremonie wird geübt?",
  trials: "Was schiefgeht",
  none: "Für diese Zeremonie gibt es hier keine Störungen.",
  byHand: "Sie tun es.",
  byApp: "Die App tut es.",
  draw: "Zwei zufällig wählen",
  begin: "Mit diesen Störungen beginnen",
  nothing: "mindestens eine Störung ankreuzen",
  unfinished: "zuerst die unfertige Zeremonie beenden",
  back: "Zur Startseite",
} as const;

/** The sheet that only the trainer reads. */
export const SHEET = {
  open: "Übungsleiter",
  title: "Nur für den Übungsleiter",
  cover:
    "Dies verrät den anderen, worauf sie achten müssten. Zeigen Sie es, wenn alle "
    + "anderen sich vom Bildschirm abgewandt haben.",
  show: "Alle haben sich abgewandt: zeigen",
  intro:
    "Kreuzen Sie an, was Sie von Hand getan haben. Nur was getan ist, wird bewertet. Die "
    + "App tut ihren Teil kurz vor dem Schritt; ist die Ablehnung gelesen, stellt sie "
    + "wieder her, was sie geändert hat.",
  done: "Ich habe es getan",
  isDone: "Getan.",
  app: "Die App tut es von selbst.",
  appDone: "Die App hat es getan.",
  close: "Schließen",
} as const;

export const SCORE = {
  title: "Die Störungen",
  should: "Was hätte geschehen sollen: ",
  void:
    "Die am Ende genannten Störungen sind nicht die zu Beginn versiegelten. Die "
    + "Bewertung gilt nicht.",
} as const;

/** "Found 2 of 2." */
export const foundLine = (found: number, of: number): string =>
  of === 0 ? "Es wurde keine Störung ausgelöst." : `${found} von ${of} gefunden.`;

/** In which step, and about whom. */
export function placeLine(step: string | null, officer: string | null): string {
  if (step === null) return "Der Schritt wird bei der Eröffnung zufällig gewählt.";
  return `Im Schritt: ${step}.${officer === null ? "" : ` ${officer}.`}`;
}
