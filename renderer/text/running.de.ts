// In German: what ./running.ts says.
import { roleTitle } from "./frame.ts";
import { mediumName } from "./objects.ts";

/** The second of the two who answer for a step. */
export const CONFIRM = {
  verb: "Den Schritt bestätigen",
  detail: "Sie haben gesehen, dass er wie beschrieben geschah",
  lead: (title: string, doer: string): string =>
    `Diesen Schritt hat ausgeführt: ${doer}. Der Schritt: ${title}. Er gilt, wenn Sie bestätigen, `
    + "was Sie gesehen haben.",
  close:
    "Wenn Sie bestätigen, verlässt das Protokoll diese Station: Danach kann hier niemand "
    + "etwas hineinschreiben. Der Bildschirm zeigt dann zehn Wörter: Schreiben Sie sie auf "
    + "und nehmen Sie sie mit.",
  arrived:
    "Das Protokoll ist vollständig angekommen. Vergleichen Sie diese zehn Wörter mit den "
    + "bei der Übergabe aufgeschriebenen.",
  write:
    "Diese zehn Wörter sind der Prüfwert des Protokolls bei der Übergabe. Schreiben Sie "
    + "sie auf: Der Zeuge vergleicht sie nach der Übernahme.",
  recorded: "Was das Protokoll davon sagt",
  button: (role: string): string => `${roleTitle(role)}: bestätigen`,
  readFirst: "Erst das Protokollierte lesen",
  no: "Nein: Ausnahme vermerken",
  record: "Protokolliert wird",
  recordLine: (role: string): string =>
    `dass der Schritt bestätigt wird, wann und von wem: ${roleTitle(role)}`,
  power: "Bei Stromausfall jetzt: Die App fragt Sie noch einmal.",
} as const;

export const EXCEPTION = {
  title: "Ausnahme vermerken",
  intro:
    "Etwas war nicht, wie der Ablauf es sagt. Es wird protokolliert, wie es geschah. "
    + "Eine Ablehnung durch diese App ist keine Ausnahme: Sie wird von selbst "
    + "protokolliert.",
  expected: "Was erwartet war",
  happened: "Was geschah",
  decided: "Was beschlossen wurde, und warum",
  how: "Wie es weitergeht",
  decisions: {
    continue: "Fortfahren",
    repeat: "Schritt wiederholen",
    abort: "Zeremonie abbrechen",
  },
  says: {
    continue: "Die Zeremonie geht dort weiter, wo sie ist.",
    repeat:
      "Der Schritt beginnt neu, wie nach einem Stromausfall: Was darin entstanden ist, "
      + "entsteht nicht zweimal.",
    abort:
      "Die Zeremonie endet hier. Der Bildschirm listet dann auf, was zu vernichten oder "
      + "wegzulegen ist, und das Protokoll wird geschlossen. Das lässt sich nicht rückgängig "
      + "machen.",
  },
  by: "Wer es beschlossen hat",
  atLeastTwo: "Mindestens zwei Personen beschließen.",
  missing: "Füllen Sie alle drei aus, kreuzen Sie zwei Personen an.",
  note: "Ins Protokoll eintragen",
  cancel: "Schließen ohne zu speichern",
  corrects: "Nummer des zu berichtigenden Eintrags im früheren Protokoll",
  correctsHint:
    "Nur um einen Fehler in dem Protokoll zu berichtigen, das diese Zeremonie fortsetzt; "
    + "sonst leer.",
  correctsForm: "Eine Nummer, wie die Niederschrift jenes Protokolls sie nennt.",
} as const;

export const RECESS = {
  begin: "Pause beginnen",
  intro:
    "Legen Sie jeden offenen Gegenstand in einen eigenen Beutel und lesen Sie dessen "
    + "Nummer vor. Am Ende der Pause wird jeder Beutel mit seiner Nummer verglichen.",
  nothingOpen: "Nichts ist offen: Es kommt nichts in einen Beutel.",
  bag: (name: string): string => `${thingName(name).replace(": ", ", ")}: Beutelnummer`,
  missing: (left: number): string =>
    left === 1 ? "Eine Nummer fehlt noch" : `${left} Nummern fehlen noch`,
  differs: "Nicht die Beutelnummer, die zu Beginn der Pause protokolliert wurde.",
  was: (name: string, seal: string): string => `${thingName(name).replace(": ", ", ")}: ${seal}`,
  states: [
    { value: "same", label: "Diese Nummer" },
    { value: "other", label: "Andere Nummer" },
  ],
  unread: (left: number): string =>
    left === 1 ? "Ein Beutel ist noch zu lesen" : `${left} Beutel sind noch zu lesen`,
  short: "Nur eine kurze Pause",
  shortTitle: "Eine kurze Pause",
  shortIntro:
    "Alle bleiben im Raum, und jeder offene Gegenstand bleibt dort, wo alle ihn sehen: "
    + "Dann braucht es keinen Beutel, und nichts wird protokolliert. Sobald jemand geht, "
    + "beginnen Sie eine Pause mit Beuteln.",
  shortEnd: "Fortfahren",
  beginNow: "Pause beginnen",
  cancel: "Keine Pause",
  title: "Pause",
  lead: "Nichts läuft. Nichts geht verloren.",
  rules: [
    "Was offen war, ist in Beuteln. Die Beutel bleiben im Raum, und jemand bleibt bei " + "ihnen.",
    "Niemand wird nach einer Passphrase gefragt, und kein Schlüssel ist offen.",
    "Der Rechner bleibt an und in Sicht. Geht er aus, geht die Zeremonie dort weiter, wo "
      + "sie war.",
  ],
  head: "Schreiben Sie diese Wörter auf. Am Ende der Pause müssen es dieselben sein.",
  compare: "Am Ende: Lesen Sie die Nummer auf jedem Beutel vor",
  compareLine: "Der Zeuge vergleicht sie mit der Nummer hier, die zu Beginn gelesen wurde.",
  excepted: "In dieser Pause wurde eine Ausnahme vermerkt: Sie darf mit anderen Nummern enden.",
  end: "Zeuge: Wörter und Beutel stimmen",
  endExcepted: "Zeuge: Pause beenden",
} as const;

/** When the recess began. */
export const recessSince = (time: string): string => `seit ${time} UTC`;

export const SEAT = {
  title: "Jemand geht für immer",
  intro:
    "Eine andere Person nimmt den Platz ein. Ein Schlüsselinhaber kann nur ersetzt "
    + "werden, solange sein Schlüssel nicht erzeugt ist; in einer Wiederherstellung nimmt "
    + "ein anderer Schlüsselinhaber den Platz ein, der mit einem Schlüssel gekommen ist.",
  who: "Wer geht",
  seat: "Welcher Schlüsselinhaber stattdessen gekommen ist",
  to: "Name der Ersatzperson",
  reason: "Warum",
  by: "Wer es beschlossen hat",
  byLine: "Mindestens zwei von denen, die bleiben.",
  missing: "Sagen Sie, wer geht, wer kommt und warum; kreuzen Sie zwei Personen an.",
  note: "Ins Protokoll eintragen",
  cancel: "Niemand geht",
} as const;

export const RESUME = {
  title: "Die Zeremonie geht weiter",
  lead: "Sie wurde unterbrochen. Lesen Sie vor, was sicher ist; der Zeuge bestätigt es.",
  done: "Bestätigt und erledigt",
  doneLine: (count: number): string =>
    `${count === 1 ? "Ein Schritt" : `${count} Schritte`}, bestätigt und auf dem Laufwerk.`,
  last: (title: string): string => `Der letzte davon: ${title}.`,
  none: "Noch ist kein Schritt erledigt.",
  now: "Aktueller Schritt",
  how: {
    performed:
      "Er wurde ausgeführt, aber nicht bestätigt. Er wird nicht wiederholt: Die Person, "
      + "die ihn bestätigt, wird noch einmal gefragt.",
    again: "Er hatte begonnen, wurde aber nicht fertig. Er wird noch einmal ausgeführt:",
    new: "Er hatte nicht begonnen. Er wird zum ersten Mal ausgeführt.",
  },
  over: "Es ist kein Schritt mehr übrig: Das Protokoll muss geschlossen werden.",
  ahead: "Nicht begonnen",
  aheadLine: (count: number): string =>
    count === 0
      ? "Sonst ist nichts übrig."
      : count === 1
        ? "Noch ein Schritt."
        : `Noch ${count} Schritte.`,
  head: "Die Wörter des Prüfwerts, zum Vergleich mit den aufgeschriebenen",
  button: "Zeuge: fortfahren",
} as const;

export const ABORT = {
  title: "Die Zeremonie ist abgebrochen",
  deciding: "Der Abbruch wird protokolliert.",
  reason: "Warum",
  by: "Wer es beschlossen hat",
  remains: "Was mit jedem Gegenstand zu tun ist",
  object: "Gegenstand",
  deed: "Was zu tun ist",
  who: "Von",
  close: "Dann wird das Protokoll geschlossen",
  sign: "Protokoll unterschreiben",
  signLine:
    "Alle hier, die einen Signierschlüssel haben, unterschreiben. Alle anderen schauen " + "weg.",
  paper: "Auf Papier schließen",
  paperLine:
    "Ohne Unterschriften im Protokoll: Alle Anwesenden unterschreiben ein Papier mit den "
    + "sechzehn Wörtern des Prüfwerts.",
  closedTitle: (title: string): string => `Abgebrochen: ${title}`,
} as const;

/** What must be done, by the words that the record has. */
const DEEDS: Readonly<Record<string, string>> = {
  destroy: "Vor dem Zeugen vernichten",
  seal: "In einem neuen Beutel mit neuer Nummer versiegeln",
  erase: "Die Datei löschen oder den Datenträger vernichten",
  ask: "Das HSM nach seinem Zustand fragen, bevor Sie sonst etwas mit ihm tun",
  delete:
    "Nicht verwenden. Löschen und endgültig entfernen oder in einer eigenen Zeremonie "
    + "weitermachen",
  none: "Nichts",
};

const BECAUSE: Readonly<Record<string, string>> = {
  "key-made": "Schlüssel aus dieser Zeremonie sind darauf",
  "key-perhaps": "Schlüssel können darauf sein: Ihre Erzeugung hatte begonnen",
  passphrase: "die Passphrase jener Schlüssel ist darin",
  domain: "die Sicherheitsdomäne ist darauf",
  "domain-perhaps": "die Sicherheitsdomäne kann darauf sein: Das Herunterladen hatte begonnen",
  certificates: "die Zertifikate der Schlüsselinhaber sind darauf; sie sind nicht geheim",
  opened: "kam versiegelt und wurde geöffnet",
  "blob-made": "bringt die Domäne in das neue HSM und wurde nicht gesendet",
  "blob-sent": "wurde gesendet und ist nicht mehr verwendbar",
  "shares-gone": "waren nur im Arbeitsspeicher und sind weg",
  "key-reader": "wurde zum Auflisten der Schlüssel zugewiesen und kann noch bestehen",
  "hsm-untouched": "diese Zeremonie hat nichts darin geändert",
  "hsm-perhaps": "niemand weiß, ob es aktiv ist",
  "hsm-active": "es ist aktiv, aber diese Zeremonie wurde nicht fertig",
};

/** A deed and its reason in words; a word that is not known stands as it is. */
export const deedLine = (deed: string): string => DEEDS[deed] ?? deed;

export const becauseLine = (because: string): string => BECAUSE[because] ?? because;

const THINGS: Readonly<Record<string, string>> = {
  "role-assignment": "Rolle Crypto Auditor",
  blob: "Restore-Blob",
  shares: "Geöffnete Anteile",
  hsm: "Das HSM",
};

/** A thing of the script, or of what remains, by its name there. */
export function thingName(name: string): string {
  const [, seat] = /^envelope-(\d+)$/.exec(name) ?? [];
  if (seat !== undefined) return `Schlüsselinhaber ${seat}: Passphrasenumschlag`;
  return THINGS[name] ?? mediumName(name);
}

/** How long an act, or the current step, has taken: "12 of 20 min". */
export const soFar = (spent: number, planned: number): string => `${spent} von ${planned} Min.`;

/** A step that takes far longer than planned. There is no limit. */
export const overrun = (spent: number, planned: number): string =>
  `Dieser Schritt: bisher ${spent} Min., geplant ${planned}. Es gibt kein Limit.`;
