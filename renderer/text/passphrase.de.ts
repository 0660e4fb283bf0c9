// In German: what ./passphrase.ts says.
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import type { Lack } from "../passphrase/readiness.ts";
import type { Refusal } from "../passphrase/refused.ts";
import type { Layout } from "../passphrase/keyboard-layout.ts";

/** What stands still. */
export const WORDS = {
  windowTitle: (seat: number) => `Passphrase von Schlüsselinhaber ${seat}`,
  waitingTitle: "Passphrase",
  waiting: "Einen Augenblick: Der gesicherte Prozess startet.",
  rehearsal: "ÜBUNG",
  offline: "OFFLINE",
  newTitle: "Wählen Sie Ihre Passphrase",
  newHint:
    "Mindestens sieben Wörter, die niemand erraten würde. Schreiben Sie sie für Ihren Umschlag auf.",
  drawnHint: "Tippen Sie die sieben Wörter von Ihrem Papier, mit je einem Leerzeichen dazwischen.",
  openTitle: "Tippen Sie Ihre Passphrase",
  openHint: "Alle anderen schauen weg. Es gibt kein Zeitlimit.",
  wrong: "Das war nicht die Passphrase dieses Schlüssels. Es ist nichts verloren.",
  usual:
    "Tippen Sie sie noch einmal, langsam. Meist liegt es an der Feststelltaste oder der "
    + "Tastaturbelegung (beide stehen unten, sobald Sie tippen), oder die ersten Buchstaben kamen "
    + "vor diesem Fenster.",
  first: "Passphrase",
  second: "Passphrase wiederholen",
  hold: "Zum Anzeigen halten",
  holdFirst: "Halten, um die Passphrase anzuzeigen",
  holdSecond: "Halten, um die zweite Zeile anzuzeigen",
  propose: "Wörter vorschlagen",
  startAgain: "Von vorn beginnen",
  notNow: "Jetzt nicht",
  useNew: "Diese Passphrase verwenden",
  useOpen: "Meinen Schlüssel öffnen",
  kept: "Nirgends gespeichert. Niemand kann sie für Sie wiederherstellen.",
  readyOpen: "Nur für dieses Mal verwendet, nirgends gespeichert.",
  busyNew: "Der gesicherte Prozess nimmt sie entgegen.",
  busyOpen: "Der gesicherte Prozess probiert sie. Das dauert einige Sekunden.",
  taken: "Angekommen. Dieses Fenster schließt sich von selbst.",
  left: "Sie haben „Jetzt nicht“ gewählt. Dieses Fenster schließt sich von selbst.",
  gone: "Der gesicherte Prozess hat geendet. Es wurde nichts geschrieben.",
  goneNext: "Drücken Sie „Jetzt nicht“ und beginnen Sie diesen Schritt neu.",
  over: "Sie kann hier nicht mehr verwendet werden.",
} as const;

/** How often it may be typed, this time included. */
export const triesLine = (tries: number): string =>
  tries === 1
    ? "Dies ist der letzte Versuch; danach beginnt der Schritt neu, und nichts ist " + "verloren."
    : `Sie haben ${tries} Versuche; danach beginnt der Schritt neu, und nichts ist verloren.`;

/** What the line under the fields says of the machine. */
export const MACHINE = {
  caps: "Feststelltaste",
  capsIs: { on: "EIN", off: "aus", unknown: "nach der ersten Taste bekannt" },
  capsWarning:
    "Die Feststelltaste ist eingeschaltet. Drücken Sie sie einmal, um sie auszuschalten.",
  layout: "Tastaturbelegung",
  layoutIs: (layout: Layout): string => {
    if (layout.kind === "known") return layout.name;
    if (layout.kind === "other") return `andere: ${layout.letters.toUpperCase()}`;
    return "auf diesem Rechner unbekannt";
  },
  network: "Netzwerk",
  networkIs: (up: boolean, mode: PassphraseTurn["mode"]) =>
    !up ? "keines" : mode === "REHEARSAL" ? "aktiv: in Übungen erlaubt" : "ein Netzwerk ist aktiv",
} as const;

/** The drawing of words. */
export const PROPOSAL = {
  title: "Schreiben Sie diese Wörter auf",
  hint:
    "Sie kommen in den versiegelten Passphrasenumschlag. Nur Sie dürfen diesen "
    + "Bildschirm ansehen.",
  form: "Alles klein, mit einem Leerzeichen zwischen zwei Wörtern.",
  bits: (count: number, bits: number) =>
    `Zufällig aus ${count} Wörtern gewählt: ${bits} Bit, stark genug.`,
  after: "Danach werden sie ausgeblendet, und Sie tippen sie zweimal von Ihrem Papier.",
  other: "Andere Wörter",
  written: "Aufgeschrieben",
  own: "Eigene wählen",
  unread:
    "Die Wörter stehen nur auf dem Bildschirm; ein Bildschirmleser bekommt sie nicht. "
    + "Wenn Sie sie nicht sehen können, wählen Sie eigene.",
  failed: "Dieser Rechner kann keine Wörter wählen. Wählen Sie eigene.",
} as const;

/** How strong, beside the bar. */
export const STRENGTH = {
  label: "Stärke",
  needed: (bits: number) => `Nötig sind ${bits} Bit`,
  none: "noch nichts zu messen",
  unknown: "lässt sich nicht messen",
  enough: (bits: number) => `${bits} Bit: stark genug`,
  tooWeak: (bits: number) => `${bits} Bit: zu schwach`,
  allowed: "Zu schwach für einen echten Schlüssel; in einer Übung erlaubt.",
} as const;

/** Why it cannot be used yet. */
export const LACKS: Readonly<Record<Lack, string>> = {
  network:
    "Dieser Rechner hat ein Netzwerk: Es wird keine Passphrase angenommen. Drücken Sie "
    + "„Jetzt nicht“.",
  nothing: "Tippen Sie Ihre Passphrase.",
  short: "Zu kurz: Nehmen Sie mindestens 8 Zeichen.",
  long: "Zu lang: höchstens 1024 Zeichen.",
  blank: "Eine Passphrase kann nicht nur aus Leerzeichen bestehen.",
  weak: "Zu schwach: Fügen Sie ein Wort hinzu.",
  once: "Tippen Sie sie noch einmal, in die zweite Zeile.",
  differs: "Die beiden Zeilen sind noch nicht gleich.",
  measuring: "Einen Augenblick: Die Stärke wird gemessen.",
  unmeasured: "Die Stärke lässt sich hier nicht messen. Drücken Sie „Jetzt nicht“.",
};

/** Why something was not let in. It never repeats what was typed. */
export const REFUSALS: Readonly<Record<Exclude<Refusal, "undo">, string>> = {
  sign:
    "Dieses Zeichen ist nicht erlaubt: Nehmen Sie die Buchstaben, Ziffern und Zeichen "
    + "einer englischen Tastatur, also keine Umlaute und kein ß.",
  foreign:
    "Das ist kein einfacher Buchstabe, keine Ziffer und kein einfaches Zeichen. In "
    + "dieser App gewählte Passphrasen haben nur solche, keine Umlaute und kein ß.",
  paste:
    "Einfügen wird abgelehnt: Andere Programme können lesen, was in der Zwischenablage "
    + "ist. Tippen Sie es von Hand.",
  drop: "Hierher ziehen wird abgelehnt. Tippen Sie es von Hand.",
  copy:
    "Kopieren wird abgelehnt: Andere Programme können lesen, was in der Zwischenablage " + "ist.",
};

/** How many characters stand in a line, and whether the second is as the first. */
export const counted = (length: number): string =>
  length === 0 ? "leer" : length === 1 ? "1 Zeichen" : `${length} Zeichen`;

/** The count of the second line. */
export const countedAgain = (length: number, same: boolean): string =>
  length === 0 ? counted(0) : `${counted(length)}, ${same ? "gleich" : "noch nicht gleich"}`;
