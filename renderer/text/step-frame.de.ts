// In German: what ./step-frame.ts says.

/** Labels and sentences of all step screens. */
export const STEP = {
  say: "Sagen",
  do: "Tun",
  now: "Jetzt",
  record: "Protokoll",
  recorded: "Wird protokolliert",
  never: "Nie protokolliert",
  nobody: "Jetzt handelt niemand",
  computerWorks: "Der Rechner arbeitet",
  wait: "Bitte warten",
  handsOff: "nichts anfassen, Datenträger stecken lassen",
  movesOn: "der Bildschirm geht von selbst weiter",
  nothing: "Nichts zu drücken. Der Bildschirm geht von selbst weiter.",
  projector: "Der Projektor ist verdeckt",
  camera: "Keine Kamera sieht die Tastatur",
  witnessSays: (name: string): string => `Zeuge ${name} sagt:`,
  checksFirst: "Erst der Zeuge",
  called: (seat: number): string => `Schlüsselinhaber ${seat}, bitte kommen Sie an den Rechner.`,
  come: "An den Rechner kommen",
  comeDetail: "mit dem eigenen Datenträger",
  type: (seat: number): string =>
    `Schlüsselinhaber ${seat}, bitte tippen Sie Ihre Passphrase. Alle anderen schauen weg.`,
  typeVerb: "Tippen, allein",
  typeDetail: "im kleinen Fenster",
  typing: "Das kleine Fenster ist offen. Es wartet, so lange es nötig ist.",
  leaveAlone: "Bitte lassen Sie Tastatur und Datenträger in Ruhe, bis der Bildschirm Sie ruft.",
  signed: "unterschrieben",
  notSigned: "hat noch nicht unterschrieben",
  signatures: "Unterschriften",
  toHsm: "An das HSM",
  sent: "Was gesendet wird",
  blob: (size: number): string => `der Restore-Blob auf dem Transportdatenträger, ${size} Bytes`,
  often: "Wie oft",
  once: "einmal: Sein Austauschschlüssel endet mit dem Hochladen",
  forHsm: "HSM",
  forOfficers: "Für die Zertifikate von",
  opens: "Wer die Domäne öffnet",
  anyOf: (quorum: number, officers: number): string =>
    `je ${quorum} von diesen ${officers}; nie weniger`,
  decide: "Administrator und Zeuge: weiter",
  decideFirst: "Erst wird entschieden",
  lost: "Ging die Antwort verloren?",
  lostHow:
    "Nur wenn der Bildschirm E-ACTIVATED-NO-SD nannte, oder E-ANSWER und die "
    + "gespeicherte Datei nicht vom HSM ist. Das HSM verschlüsselt dann dieselbe Domäne "
    + "noch einmal. Mindestens zwei Personen beschließen es:",
  again: "Noch einmal laden",
  againNeeds: "Zwei Personen müssen es beschließen",
  proof: "Anteile und Paare",
} as const;

/** The quorum, its pairs and what is known of them. */
export const QUORUM = {
  of: (proven: number, all: number): string => `${proven} von ${all}`,
  pairs: "Paaren",
  groups: "Gruppen",
  open: "ungeöffnet",
  running: "wird geöffnet",
  proven: "nachgewiesen",
  pair: (seats: readonly number[]): string => seats.join(" + "),
  told: (proven: readonly string[], all: number): string =>
    proven.length === 0
      ? "Noch ist kein Paar nachgewiesen"
      : `Nachgewiesen: ${proven.join(", ")}; ${proven.length} von ${all}`,
  absent: (title: string): string => `${title} ist nicht hier`,
  share: (seat: number): string => `Anteil von Schlüsselinhaber ${seat}`,
  shareStates: { opened: "geöffnet", now: "wird geöffnet", ahead: "steht aus" },
} as const;
