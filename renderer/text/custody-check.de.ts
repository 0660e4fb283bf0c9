// In German: what ./custody-check.ts says.

/** The form of the seals. */
export const SEALS = {
  seal: "Nummer auf dem Beutel",
  condition: "Zustand des Siegels",
  conditions: [
    { value: "intact", label: "unversehrt" },
    { value: "broken", label: "verletzt" },
    { value: "missing", label: "fehlt" },
  ],
  place: "Ort",
  custodian: "Verwahrer",
  keys:
    "Die Eingabetaste führt zum nächsten Feld. Ort und Verwahrer stammen aus dem letzten "
    + "Protokoll: Ändern Sie, was nicht mehr stimmt.",
  noBags:
    "In dieser Übung gibt es keine Beutel: Ihre Nummern stehen auf der Startseite unter "
    + "„Gegenstände, Siegel, Orte“ und auf den Etiketten.",
  missing: "Nummern und Zustände fehlen",
  differ:
    "Was Sie lesen, passt nicht zum letzten Protokoll. Lesen Sie es noch einmal. Weicht "
    + "es wieder ab, ist das eine Ausnahme: Zwei Personen beschließen fortzufahren, und "
    + "das Protokoll sagt es.",
} as const;

/** The form of a trouble. */
export const TROUBLE = {
  label: "Was stimmt mit dem Schlüssel nicht?",
  options: [
    { value: "lost", label: "Ein Datenträger mit dem Schlüssel ist verloren" },
    { value: "damaged", label: "Der Datenträger lässt sich nicht lesen" },
    { value: "forgotten", label: "Niemand kennt die Passphrase" },
    { value: "left", label: "Der Schlüsselinhaber ist ausgeschieden, mit oder ohne Schlüssel" },
    { value: "seal-broken", label: "Das Siegel war verletzt" },
  ],
  happened: "Was geschehen ist, in einem Satz",
  missing: "Sagen Sie, was nicht stimmt",
} as const;

/** The form of an officer's part. */
export const PART = {
  where: {
    signed:
      "Der Teil dieses Schlüsselinhabers entstand auf diesem Rechner und ist mit dem Schlüssel "
      + "unterschrieben.",
    "on-paper":
      "Der Teil dieses Schlüsselinhabers entstand auf diesem Rechner und ist auf Papier "
      + "unterschrieben.",
    no: "Sie werden nach der Datei gefragt. Sie heißt record.jsonl.",
  },
  heardHere: "Die sechzehn Wörter auf diesem Papier",
  heardHereHint: "Ein Leerzeichen zwischen den Wörtern.",
  missing: "Geben Sie die Wörter auf dem Papier ein",
  takeOver: "Diesen Teil übernehmen",
  heard: "Wenn auf Papier unterschrieben wurde: alle Wörter auf diesem Papier",
  heardHint:
    "Ein Leerzeichen zwischen den Wörtern. Leer lassen, wenn mit dem Schlüssel "
    + "unterschrieben wurde.",
} as const;

/** The form of the newest full backup. */
export const NEWEST_BACKUP = {
  container: "Adresse des Containers",
  folder: "Ordner",
  takenAt: "Der Tag der Sicherung",
  takenAtHint: "Wie 2026-11-25",
  takenAtWrong: "Geben Sie den Tag wie 2026-11-25 ein.",
  missing: "Container, Ordner, Tag fehlen",
} as const;

/** Where old objects are destroyed. */
export const DESTROY = {
  how: "Wie es vernichtet wurde",
  missing: "Sagen Sie bei jedem Gegenstand, wie er vernichtet wurde oder dass er fehlt",
  nothing:
    "Das letzte Protokoll nennt nichts, was dieser Schlüsselinhaber verwahrt. Vernichten "
    + "Sie, was da ist, und vermerken Sie es als Ausnahme.",
} as const;

/** Where domain and keys are found without a record. */
export const ORIGIN = {
  missing: "Sagen Sie, woher sie kommen",
  label: "Woher kommen Domäne und Schlüssel, und warum gibt es kein Protokoll?",
} as const;
