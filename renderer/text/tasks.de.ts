// In German: what ./tasks.ts says.

type Sentence = (who: string) => string;

const plain =
  (sentence: string): Sentence =>
  () =>
    sentence;

/** Ids of the parts that main sends, each with its sentence. `who` is "officer 2", or empty. */
export const TASKS: Readonly<Record<string, Sentence>> = {
  "make-key-pair": (who) =>
    who === "" ? "Schlüsselpaare erzeugen" : `Schlüsselpaare erzeugen: ${who}`,
  "write-media": plain("Beide Datenträger schreiben"),
  "open-again": plain("Schlüssel mit der Passphrase noch einmal öffnen"),
  "open-share": (who) => (who === "" ? "Anteile öffnen" : `Anteil von ${who}`),
  "make-blob": plain("Domäne für das neue HSM verschlüsseln"),
  "try-recovery": plain(
    "Austauschschlüssel und Restore-Blob erzeugen, Blob öffnen, jeden Eintrag vergleichen",
  ),
  sign: (who) => (who === "" ? "Protokoll unterschreiben" : `Unterschrift von ${who}`),
  send: plain("An das HSM senden"),
  "keep-answer": plain("Antwort auf zwei Datenträger speichern"),
  "read-answer": plain("Antwort lesen"),
  poll: plain("Fragen, bis das HSM bereit ist"),
};

/** The sentence of a part; one that is not known here is still said to be going on. */
export function taskSentence(id: string, seat: number | null): string {
  const sentence = Object.hasOwn(TASKS, id) ? TASKS[id] : undefined;
  return sentence?.(seat === null ? "" : `Schlüsselinhaber ${seat}`) ?? TASK_WORDS.other;
}

const SILENT = {
  "officer-vault": "Der gesicherte Prozess des Schlüsselinhabers",
  "quorum-vault": "Der gesicherte Prozess mit den Teilgeheimnissen",
  hsm: "Das HSM",
} as const;

/** Words around the parts. */
export const TASK_WORDS = {
  other: "Ein weiterer Teil dieses Schritts",
  done: "erledigt",
  running: "läuft",
  ahead: "steht aus",
  soFar: "Bisher vergangen",
  silent: (who: keyof typeof SILENT, seconds: number): string =>
    `${SILENT[who]} antwortet seit ${seconds} s nicht.`,
  powerFails: "Bei Stromausfall jetzt:",
  seconds: (seconds: number): string => `${seconds} s`,
  parts: (done: number, all: number): string => `${done} von ${all} Teilen erledigt`,
  label: "Teile dieses Schritts",
} as const;
