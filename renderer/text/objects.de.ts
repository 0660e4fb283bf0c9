// In German: what ./objects.ts says.

export { seatOf } from "./objects.ts";

/** A medium by its label: "officer-2-backup" is officer 2's backup medium. */
export function mediumName(label: string): string {
  const [, seat, backup] = /^officer-(\d+)(-backup)?$/.exec(label) ?? [];
  if (seat !== undefined)
    return `Schlüsselinhaber ${seat}: ${backup === undefined ? "eigener Datenträger" : "Ersatzdatenträger"}`;
  return (
    { transfer: "Transportdatenträger", "domain-copy": "Datenträger der Domänenkopie" }[label]
    ?? label
  );
}

/** An object of custody in plain words: "officer-2 passphrase envelope" is officer 2's envelope. */
export function objectName(object: string): string {
  const [, what] = /^officer-\d+ (.+)$/.exec(object) ?? [];
  if (what === undefined) return DOMAIN_MEDIA[object] ?? capital(object);
  return (
    {
      medium: "Eigener Datenträger",
      "backup medium": "Ersatzdatenträger",
      "passphrase envelope": "Passphrasenumschlag",
      card: "Karte",
    }[what] ?? capital(what)
  );
}

const DOMAIN_MEDIA: Readonly<Record<string, string>> = {
  "transfer medium": "Transportdatenträger",
  "domain copy medium": "Datenträger der Domänenkopie",
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Media, and whether they are in. */
export const MEDIA = {
  label: {
    drives: "Datenträger für diesen Schritt",
    folders: "Datenträger: Ordner hier, nichts einzustecken",
  },
  states: { in: "steckt", missing: "fehlt", wrong: "anderer Datenträger" },
  missing: (label: string): string => `${mediumName(label)} fehlt`,
  wrong: (label: string): string =>
    `Ziehen Sie ihn ab und stecken Sie den richtigen ein: ${mediumName(label)}`,
} as const;

/** The form of the custody. */
export const CUSTODY = {
  object: "Gegenstand",
  seal: "Siegelnummer",
  place: "Ort",
  custodian: "Verwahrer",
  field: (what: string, object: string, seat: number | null): string =>
    `${what}: ${objectName(object)}${seat === null ? "" : ` von Schlüsselinhaber ${seat}`}`,
  places:
    "Schreiben Sie den Standort, ein Komma und dann die genaue Stelle: Köln, Tresor 3. "
    + "Gegenstände mit demselben Standort gelten als beisammen.",
  keys:
    "Die Eingabetaste führt zum nächsten Feld. In einem leeren Feld für Ort oder "
    + "Verwahrer übernimmt sie das darüber.",
  noBags: "In dieser Zeremonie wurde kein Beutel geöffnet: Es ist nichts einzutragen.",
  filled: (filled: number, all: number): string => `${filled} von ${all} Beuteln sind vollständig.`,
  notFilled: (left: number): string =>
    left === 1 ? "Ein Feld ist noch leer" : `${left} Felder sind noch leer`,
  wrong: "Berichtigen Sie zuerst, was markiert ist",
  faults: {
    seal: "Zweimal verwendet.",
    place: "Umschlag und Datenträger zusammen.",
    custodian: "Verwahrt Datenträger von zweien.",
  },
} as const;

/** Rules of Microsoft's that these bags do not meet. */
export const ACCEPT = {
  compare: "Mit den Regeln vergleichen",
  title: "Nicht erfüllte Regeln",
  intro:
    "Microsoft empfiehlt sie für die Schlüssel einer Sicherheitsdomäne. Mindestens zwei "
    + "Personen können eine Ausnahme zulassen; das Protokoll sagt, wer und warum. Oder "
    + "ändern Sie die Beutel oben.",
  reason: {
    quorum: "Warum ist das Quorum kleiner als drei?",
    sites: "Warum sind die Kopien nicht an getrennten Standorten?",
  },
  by: "Wer lässt das zu, mindestens zwei",
  missing: "Sagen Sie, warum, und kreuzen Sie zwei Personen an",
} as const;

/** The backup sheet. */
export const BACKUP = {
  container: "Container",
  folder: "Ordner",
  keys: "Schlüssel",
  count: (keys: number): string => (keys === 1 ? "1 Schlüssel" : `${keys} Schlüssel`),
  version: "Version",
  roles: "Rollen",
  roleCount: (roles: number): string =>
    roles === 1 ? "1 Rollenzuweisung" : `${roles} Rollenzuweisungen`,
  none: "Noch ist keine Sicherung protokolliert.",
} as const;
