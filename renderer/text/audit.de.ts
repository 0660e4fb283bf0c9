// In German: what ./audit.ts says.
import type { AuditView, TimelineRow } from "../../electron/bridge/audit-views.ts";
import { lacksLine } from "./anchoring.ts";
import { healthWord } from "./custody.ts";
import { roleTitle } from "./frame.ts";
import { day, shortTime } from "./times.ts";

export { scriptTitle } from "./audit.ts";

export const AUDIT = {
  title: "Protokoll prüfen",
  lead:
    "Ein geschlossenes Protokoll wird allein aus seinen Bytes geprüft: jeder Eintrag, "
    + "die Kette dazwischen, die Unterschriften, ob es bedeutet, was es sagt, und alle "
    + "Nachweise daneben.",
  timeline: "Geschlossene Zeremonien",
  none: "Auf diesem Rechner gibt es noch keine geschlossene Zeremonie.",
  verify: "Prüfen",
  choose: "Datei wählen",
  chooseLine:
    "Nachweise von anderswo: Wählen Sie record.jsonl in deren Ordner. Die Dateien "
    + "daneben werden mitgeprüft, und das Protokoll kommt in diese Zeitleiste.",
  waiting: "Hier erscheint das Ergebnis",
  asked: [
    "Ist jede Datei und jeder Eintrag unverändert und an seinem Platz?",
    "Setzt es die vorige Zeremonie fort, und was ist anders?",
    "Wer hat unterschrieben, und mit welchem Zertifikat?",
    "Ist sein Prüfwert der, der vorgelesen wurde?",
  ],
  entries: "Einträge",
  chain: "lückenlos",
  mode: "Betriebsart",
  hsm: "HSM",
  exceptions: "Vermerkte Ausnahmen",
  aborted: "Abgebrochen",
  judged: "Was geprüft wurde",
  found: "Was gefunden wurde",
  signed: "Unterschrieben von",
  acts: "Abschnitte, bei ihrem Ende unterschrieben",
  notYet: "Das Protokoll ist nicht geschlossen: Nicht alle Anwesenden haben es unterschrieben.",
  nobodyOnPaper:
    "Niemand im Protokoll. Unterschrieben wurde auf Papier: Lassen Sie es sich geben und "
    + "vergleichen Sie die Wörter.",
  head: "Prüfwert des Protokolls",
  compare: "Vergleichen",
  compareTitle: "Mit Wörtern von anderswo vergleichen",
  readAloud: "Der vorgelesene Prüfwert",
  readAloudHint: "Alle Wörter oder 64 Ziffern, vom Papier.",
  cards: "Die Karten der Schlüsselinhaber",
  cardsHint:
    "Die Wörter des Signierzertifikats, wie sie auf jeder gedruckten Karte stehen, eine "
    + "Karte je Zeile. Schreiben Sie officer-1 vor die Wörter, wenn Sie wissen, wessen "
    + "Karte es ist.",
  back: "Zur Startseite",
} as const;

/** A verdict in one line: what was compared decides how much it says. */
export function verdictTitle(found: AuditView): string {
  const { closedBy, headGiven, signersKnown } = found;
  if (closedBy === null) return "Stimmig, aber nicht geschlossen";
  if (closedBy === "paper")
    return headGiven
      ? "Unversehrt und auf Papier geschlossen"
      : "Stimmig und auf Papier geschlossen";
  if (!signersKnown)
    return isAnchoredHere(found)
      ? "Stimmig und seither hier aufbewahrt"
      : "Stimmig, Unterzeichner unbekannt";
  return headGiven ? "Das Protokoll ist unversehrt" : "Stimmig, Unterzeichner bekannt";
}

/** It was closed or added on this computer, and its records vouch for who signed it. */
const isAnchoredHere = ({ anchoring }: AuditView): boolean => anchoring?.lacks.length === 0;

/** Whether it continues the record before it as that one ended. */
export const followsLine = ({ follows }: AuditView): string =>
  ({
    first: "",
    "as-left": "Es setzt das Protokoll davor fort, das hier liegt, und zwar so, wie jenes endete.",
    elsewhere:
      "Das Protokoll, das es fortsetzt, ist nicht hier: Was es von jenem sagt, wurde nicht "
      + "verglichen.",
  })[follows];

/** What a record that lies here lacks, and how it is anchored. */
export function anchoringLine({ anchoring }: AuditView): string {
  if (anchoring === null) return "";
  if (anchoring.anchor === "typed")
    return "Sein Prüfwert wurde auf diesem Rechner vom Papier eingegeben.";
  return anchoring.lacks.length === 0 ? "" : lacksLine(anchoring.lacks);
}

/** What was checked: a bundle with all its files, or a record alone. */
export const judgedLine = ({ files }: AuditView): string =>
  files === null
    ? "Das Protokoll allein: Daneben liegen keine Nachweise."
    : `Alle Nachweise: ${files} Dateien, jede, wie sie geschrieben wurde. Ablauf, Zertifikate `
      + "und Liste passen zum Protokoll.";

/** Whether the end is the one that was read aloud. */
export const headLine = ({ headGiven, isShort }: AuditView): string =>
  headGiven
    ? "Sein Prüfwert ist der, der vorgelesen wurde."
      + (isShort
        ? " Eingegeben wurden weniger als sechzehn Wörter: Wer dieses Protokoll schrieb, hätte "
          + "zwei mit denselben Wörtern machen können."
        : "")
    : "Es wurde kein Prüfwert eingegeben. Das Protokoll allein kann nicht zeigen, ob sein "
      + "Ende abgeschnitten oder es ganz neu geschrieben wurde.";

/** Whether those who signed are those who should have; nothing for a record that nobody signed. */
export function signersLine(found: AuditView): string {
  if (found.closedBy !== "signatures") return "";
  if (found.signersKnown) return "Die Unterzeichner sind die, deren Karten eingegeben wurden.";
  if (isAnchoredHere(found))
    return (
      "Die Protokolle auf diesem Rechner bürgen für seine Unterzeichner. Um es ohne diesen "
      + "Rechner zu wissen, geben Sie die Wörter der gedruckten Karten ein."
    );
  return "Die Unterzeichner sind unbekannt: Geben Sie die Wörter der Karten ein.";
}

/** Never left out, whatever cards were entered. */
export const vouchLine = ({ unvouched }: AuditView): string =>
  unvouched.length === 0
    ? ""
    : `Für ${unvouched.map(roleTitle).join(", ")} bürgt das Protokoll selbst nicht.`;

type Closing = NonNullable<AuditView["closing"]>;

const WHY: Readonly<Record<Closing["missing"][number]["why"], string>> = {
  substituted: "jemand anderes hat den Platz eingenommen",
  "no-key": "kein Protokoll bürgt für einen Signierschlüssel",
  aborted: "die Zeremonie wurde abgebrochen",
  exception: "zwei Personen haben eine Ausnahme vermerkt",
};

/** "Closed by 2 of 3. Not by Officer 3, Meera Iyer: two people noted an exception." */
export function closersLine({ closing, closedBy }: AuditView): string {
  if (closing === null) return "";
  const how = closedBy === "paper" ? "Auf Papier geschlossen" : "Geschlossen";
  const missing = closing.missing.map(
    ({ role, name, why }) => ` Nicht von ${roleTitle(role)}, ${name}: ${WHY[why]}.`,
  );
  return `${how} von ${closing.signed} der ${closing.of} Personen.${missing.join("")}`;
}

/** What people took note of and continued, and where a clock went back. */
export function oddLine({ excused, clockBack }: AuditView): string {
  const parts = [
    ...excused.map(
      ({ entry, by }) => `Eintrag ${entry} ist durch die Ausnahme in ${by} entschuldigt.`,
    ),
    ...(clockBack.length === 0 ? [] : [`Bei Eintrag ${clockBack.join(", ")} ging die Uhr zurück.`]),
  ];
  return parts.join(" ");
}

/** "Keys are made: signed by Officer 1, Officer 2; not by Officer 3". */
export function actLine({ act, by, present, missing }: AuditView["acts"][number]): string {
  const named = (roles: readonly string[]): string => roles.map(roleTitle).join(", ");
  if (by === "paper") return `${act}: auf Papier, von ${named(present)}, wie das Protokoll sagt`;
  const signed = present.filter((one) => !missing.includes(one));
  return (
    `${act}: unterschrieben von ${signed.length === 0 ? "niemandem" : named(signed)}`
    + (missing.length === 0 ? "" : `; nicht von ${named(missing)}`)
  );
}

/** Under the custody of a record that another continues. */
export const outdatedLine = ({ continuedAt }: AuditView): string =>
  continuedAt === null
    ? ""
    : `Eine andere Zeremonie setzt diese fort, geschlossen am ${day(continuedAt)}: Dort steht das Neueste.`;

/** Whether it was a rehearsal. */
export const modeWord = (mode: string): string => (mode === "REHEARSAL" ? "Übung" : "Echtbetrieb");

/** "Contoso-HSM, 3 May 2027, 10:00 UTC, signed". */
export function closedLine({ hsm, closedAt, closedBy }: TimelineRow): string {
  const how = closedBy === "paper" ? "auf Papier geschlossen" : "unterschrieben";
  return `${hsm}, ${day(closedAt)}, ${shortTime(closedAt)} UTC, ${how}`;
}

/** What a row says besides: how the custody was left, what was odd, and where the chain breaks. */
export function rowLine({
  health,
  aborted,
  exceptions,
  differences,
  follows,
  isForked,
  differs,
  byHand,
}: TimelineRow): string {
  const parts = [
    aborted ? "abgebrochen" : "",
    health === null ? "" : healthWord(health),
    counted(exceptions, "Ausnahme", "Ausnahmen"),
    counted(differences, "Unterschied", "Unterschiede"),
    follows === "elsewhere" ? "setzt ein Protokoll fort, das nicht hier ist" : "",
    differs === null ? "" : `ES SETZT DAS GENANNTE PROTOKOLL NICHT FORT: ${differs} weicht ab`,
    isForked ? "EIN ANDERES PROTOKOLL SETZT DASSELBE FORT" : "",
    byHand ? "von Hand gewählt" : "",
  ].filter((part) => part !== "");
  const [first = "", ...rest] = parts;
  return [first.slice(0, 1).toUpperCase() + first.slice(1), ...rest].join("; ");
}

const counted = (count: number, one: string, more: string): string =>
  count === 0 ? "" : `${count} ${count === 1 ? one : more}`;
