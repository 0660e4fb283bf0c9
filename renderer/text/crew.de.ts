// In German: what ./crew.ts says.
import type { CrewView, CrewDeed } from "../../electron/bridge/crew-view.ts";
import { roleTitle } from "./frame.ts";
import { type TourStop } from "./crew.ts";

export { type TourStop } from "./crew.ts";

export const CREW = {
  open: "Simuliertes Team",
  title: "Simuliertes Team",
  intro:
    "Simulierte Personen können Plätze dieser Übung einnehmen oder eine Weile für alle "
    + "handeln. Das Protokoll sagt, wessen Plätze von wann bis wann simuliert waren.",
  seats: "Ihre Plätze",
  pace: "Tempo",
  watch: "zum Zuschauen",
  fast: "so schnell es geht",
  take: "Diese Plätze verwenden",
  tickFirst: "Kreuzen Sie zuerst einen Platz an",
  everyone: "Oder simulierte Personen alles tun lassen",
  unopened: (trouble: string): string =>
    `Das Formular der Eröffnung ist angefangen und nicht fertig: ${trouble}. Füllen Sie es zuerst `
    + "aus; das Team eröffnet die Zeremonie dann damit.",
  step: "bis zum Ende dieses Schritts",
  act: "bis zum Ende dieses Abschnitts",
  end: "bis zum Ende der Zeremonie",
  upTo: "bis zu einem Schritt",
  playAhead: "Simulierte Personen bis zu einem Schritt handeln lassen",
  playTo: (step: string): string => `Handeln bis: ${step}`,
  stop: "Anhalten",
  stopHint: "Anhalten und selbst weitermachen",
  working: "Die App arbeitet.",
  goesOn: "Das simulierte Team macht weiter.",
  waits:
    "Sie sind dran. Simulierte Personen sehen und hören nichts: Was sie sähen oder hörten, kreuzen Sie an "
    + "und drücken Sie für sie.",
  stopped: "Das simulierte Team hat angehalten.",
  close: "Schließen",
} as const;

const DEEDS: Readonly<Record<CrewDeed, string>> = {
  perform: "führt den Schritt aus.",
  confirm: "bestätigt, dass der Schritt ausgeführt wurde.",
  come: "nimmt Platz.",
  type: "tippt die Passphrase. Niemand sonst sieht sie.",
  write: "schreibt die Wörter auf Papier.",
  read: "geht die Wörter laut, Zeile für Zeile, mit der anderen Person durch.",
  decide: "und der Zeuge nehmen hin, was vor der Aktivierung bekannt sein muss.",
  resume: "bestätigt, wie die Zeremonie weitergeht.",
};

/** What somebody of the crew does: "Ines Okafor, officer 1, takes the seat." */
export const doingLine = (name: string, { by, what }: NonNullable<CrewView["doing"]>): string =>
  `${name}, ${roleTitle(by)}, ${DEEDS[what]}`;

export const LEARN = {
  title: "Neu hier?",
  activation: "Aktivierung zeigen",
  recovery: "Wiederherstellung zeigen",
  example: "an einem Beispiel",
  exampleHere: "Beispielverwahrung: vom simulierten Team angelegt.",
} as const;

/** While example custody is made. */
export const makingLine = (done: number, of: number): string =>
  "Das simulierte Team legt eine Beispielverwahrung an: eine Aktivierung und ein Jahr "
  + `Verwahrungsprüfungen. Zeremonien bisher: ${done} von ${of}.`;

export const TERMS = {
  open: "Was ist das? (F1)",
  title: "Was ist das?",
  here: "In diesem Schritt",
  all: "Alle Begriffe",
  plan: "Im Plan einer Bereitstellung",
  close: "Schließen",
} as const;

export const TOUR = {
  open: "Was auf dem Bildschirm ist",
  next: "Weiter",
  end: "Schließen",
  stopOf: (at: number, of: number): string => `${at} von ${of}`,
  stops: [
    {
      at: "header",
      title: "Wo Sie sind",
      text:
        "Die Station, die Zeremonie, ihr HSM und was das Netzwerk sagt. In einer Übung ist "
        + "der Rand schraffiert. Die Uhr zeigt UTC.",
    },
    {
      at: "nav",
      title: "Der Zeitplan",
      text:
        "Abschnitte und Schritte. Schwarz ist der aktuelle Schritt. Was ausgeführt und "
        + "bestätigt ist, lässt sich nur noch lesen: Nichts geht zurück. In einer Übung "
        + "drücken Sie auf einen späteren Schritt des Abschnitts, damit simulierte Personen "
        + "bis dorthin handeln.",
    },
    {
      at: "main",
      title: "Der Schritt",
      text:
        "Wer als Nächstes handelt, was laut gesagt und was getan wird, und was protokolliert "
        + "wird und was nie. Die andere Person bestätigt, was die erste getan hat.",
    },
    {
      at: "aside",
      title: "Das Protokoll",
      text:
        "Jeder Eintrag, wie er auf das Laufwerk geschrieben wird. Der Prüfwert, zehn Wörter, "
        + "steht für alles zusammen und wird am Ende vorgelesen.",
    },
    {
      at: "footer",
      title: "Die Fußleiste",
      text:
        "Rechts das eine, was zu drücken ist. Links: eine Ausnahme vermerken, eine Pause "
        + "machen, jemand geht, und in einer Übung das simulierte Team.",
    },
  ] as readonly TourStop[],
} as const;
