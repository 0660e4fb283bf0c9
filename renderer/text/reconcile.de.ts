// In German: what ./reconcile.ts says.
import type {
  ChosenLogView,
  OperationView,
  ReconciledCeremony,
  ReconcileView,
  UndecidedRecord,
} from "../../electron/bridge/reconcile-view.ts";
import { ceremonyNames, ceremonyTitle } from "./frame.ts";
import { clockTime, shortDay } from "./times.ts";

export const RECONCILE = {
  title: "Azure-Log und unsere Protokolle",
  lead:
    "Azure hält fest, wer eine Sicherheitsdomäne herunterlädt oder hochlädt. Zu jedem "
    + "solchen Ereignis muss eine Zeremonie in einem Protokoll dieses Rechners gehören, auf das "
    + "man sich verlassen kann; sonst ist es ein Alarm.",
  vouching:
    "Ein Protokoll erklärt nur dann etwas, wenn es abgeschlossen ist, nicht abgebrochen wurde und Sie "
    + "seinen Prüfwert oder die Karten derer eingeben, die es signiert haben. Dann bürgt es für das "
    + "Protokoll, das es fortsetzt; das neueste genügt also.",
  heads: "Prüfwerte von Protokollen",
  headsHint:
    "Einer je Zeile: alle Wörter oder 64 Ziffern, vom Papier oder wie er vorgelesen wurde. Nicht von "
    + "diesem Rechner.",
  cards: "Die Karten der Schlüsselinhaber",
  cardsHint: "Die Wörter des Signierzertifikats auf jeder gedruckten Karte, eine Karte je Zeile.",
  rehearsal:
    "Die Protokolle hier stammen aus Übungen: Sie können keine echten Ereignisse " + "erklären.",
  how:
    "Exportieren Sie die AuditEvents des HSM aus Azure Monitor als JSON, bringen Sie die "
    + "Dateien hierher und fügen Sie sie hinzu: eine nach der anderen oder ganze Ordner. Sie werden "
    + "nicht gespeichert. Ein Ereignis, das in mehreren Dateien steht, zählt einmal.",
  chosen: "Dateien, die verglichen werden",
  none: "Noch keine.",
  files: "Dateien hinzufügen",
  folders: "Ordner hinzufügen",
  remove: "Entfernen",
  removeNamed: (name: string): string => `${name} entfernen`,
  compare: "Vergleichen",
  needed: "Fügen Sie zuerst Dateien hinzu.",
  back: "Zurück",
  alarmWord: "Alarm",
  alarmCode: "E-AUDIT-ALARM",
  now: "Heute zu tun",
  found: "Was das Log sagt",
  found0: "Nichts in diesem Log berührt eine Sicherheitsdomäne.",
  fine: "Alles in diesem Log hat seine Zeremonie.",
  practised:
    "Alles in diesem Log hat seine Zeremonie, nach Protokollen von Übungen. Über ein echtes HSM sagt "
    + "das nichts.",
  undecided: "Protokolle, die allein nichts erklären",
  tried: "Nichts geschah ohne Zeremonie, aber jemand hat es versucht.",
  nobody: "einem ungenannten Aufrufer",
  nowhere: "einer unbekannten Adresse",
  notSaid: "zu unbekannter Zeit",
} as const;

/** The alarm in one sentence. */
export function alarmOf(operations: readonly OperationView[]): string {
  const alarms = operations.filter(({ verdict }) => verdict === "alarm");
  const [first] = alarms;
  if (alarms.length === 1 && first !== undefined)
    return `${DONE[first.operation]}, und kein Protokoll, auf das man sich verlassen kann, erklärt es.`;
  return `${alarms.length} Vorgänge an einer Sicherheitsdomäne erklärt kein Protokoll, auf das man sich verlassen kann.`;
}

/** What to do about the alarms, one sentence each. */
export function deedsOf(operations: readonly OperationView[]): readonly string[] {
  const alarms = operations.filter(({ verdict }) => verdict === "alarm");
  const has = (...kinds: readonly string[]) =>
    alarms.some(({ operation }) => kinds.includes(operation));
  return [
    ...(alarms.some(({ why }) => why === "undecided")
      ? [
          "Wo ein Protokoll davon berichtet, aber nichts erklärt: Verlangen Sie seinen Prüfwert auf Papier "
            + "oder die Karten der Schlüsselinhaber, und vergleichen Sie noch einmal.",
        ]
      : []),
    "Finden Sie heraus, wer es war: Das Log nennt Objekt-ID und Adresse des Aufrufers.",
    ...(has("download", "unknown")
      ? [
          "Bis es erklärt ist, nehmen Sie an, dass jemand die Domäne hat: Sie lässt sich für "
            + "beliebige Zertifikate herunterladen und öffnet die Sicherungen dieses HSM für immer.",
        ]
      : []),
    ...(has("upload", "transfer-key")
      ? [
          "Fragen Sie, ob jemand mit diesen Schlüsseln ein zweites HSM angelegt hat, und wo es "
            + "ist.",
        ]
      : []),
    "Entziehen Sie allen, die sie heute nicht brauchen, die Rolle Managed HSM " + "Administrator.",
    "Bewahren Sie die exportierte Datei beim Protokoll der letzten Zeremonie auf und "
      + "verständigen Sie den Sicherheitsverantwortlichen.",
  ];
}

const DONE: Readonly<Record<OperationView["operation"], string>> = {
  download: "Die Sicherheitsdomäne wurde heruntergeladen",
  upload: "Eine Sicherheitsdomäne wurde hochgeladen",
  "transfer-key": "Ein Austauschschlüssel wurde abgeholt",
  unknown: "An der Sicherheitsdomäne geschah ein Vorgang, den diese App nicht kennt",
};

/** The word before each line. */
export const VERDICTS: Readonly<Record<OperationView["verdict"], string>> = {
  alarm: "nicht erklärt",
  tried: "abgelehnt",
  explained: "erklärt",
  unlogged: "nicht im Log",
};

/** One operation as a sentence. */
export function operationLine(one: OperationView): string {
  const { operation, hsm, at, caller, address } = one;
  const when = at === "" ? RECONCILE.notSaid : `${shortDay(at)}, ${clockTime(at)} UTC`;
  const what = `${DONE[operation]}: ${hsm}, ${when}`;
  if (one.verdict === "unlogged")
    return `${what}. ${ceremonyLine(one)} Reicht das Log so weit zurück?`;
  const who = `von ${caller === "" ? RECONCILE.nobody : caller}, aus ${address === "" ? RECONCILE.nowhere : address}`;
  return `${what}, ${who}. ${ceremonyLine(one)}`;
}

function ceremonyLine({ ceremony, verdict, why, notCompared, elsewhere }: OperationView): string {
  if (ceremony === null)
    return verdict === "tried" ? "Azure hat es abgelehnt." : "Kein Protokoll hier berichtet davon.";
  const place = `${ceremonyOf(ceremony)}, Eintrag ${ceremony.entry}`;
  if (why !== "") return `${place}, berichtet von einem in diesen Minuten, aber ${WHY[why]}.`;
  const lacking = notCompared.map((what) => NOT_COMPARED[what]).join(", ");
  return `${place}.${elsewhere ? ` ${ELSEWHERE}` : ""}${
    lacking === "" ? "" : ` Nicht verglichen: ${lacking}.`
  }`;
}

const ELSEWHERE =
  "Aus einer anderen Adresse als andere Ereignisse dieser Zeremonie: Fragen Sie, ob diese Station zwei hat.";

const WHY: Readonly<Record<Exclude<OperationView["why"], "">, string>> = {
  undecided: "erklärt allein nichts",
  caller: "jemand anders war angemeldet",
  request: "durch eine andere Anfrage",
  address:
    "aus einer anderen Adresse als seine anderen Ereignisse, und keine ID zeigt, dass es seines ist",
  used: "erklärt ein anderes Ereignis",
};

const NOT_COMPARED: Readonly<Record<OperationView["notCompared"][number], string>> = {
  caller: "wer es war",
  address: "die Adresse",
  request: "die Anfrage",
};

function ceremonyOf({ script, openedAt }: ReconciledCeremony): string {
  const name = ceremonyNames().find((known) => known === script);
  return `${name === undefined ? script : ceremonyTitle(name)} vom ${shortDay(openedAt)}`;
}

const LACKS: Readonly<Record<UndecidedRecord["lack"], string>> = {
  open: "nicht abgeschlossen",
  aborted: "abgebrochen",
  paper: "auf Papier abgeschlossen; wer unterschrieben hat, kann das Protokoll nicht zeigen",
  anchor: "weder sein Prüfwert noch die Karten aller, die es signiert haben, wurden eingegeben",
  refused: "wird abgelehnt",
};

/** A record that decides nothing, and why. */
export const undecidedLine = (record: UndecidedRecord): string =>
  `${ceremonyOf(record)}: ${LACKS[record.lack]}${record.code === "" ? "" : ` (${record.code})`}.`;

/** One row of what is chosen. */
export const chosenLine = ({ kind, name, more }: ChosenLogView): string =>
  kind === "folder"
    ? `${name}, jede .json und .jsonl darin`
    : more === 0
      ? name
      : `${name} und ${more} weitere`;

/** How much was read, and against what. */
export const readLine = ({ files, passedOver, events, records }: ReconcileView): string =>
  `${counted(files, "Datei", "Dateien")} mit ${counted(events, "Ereignis", "Ereignissen")} gelesen, `
  + `verglichen mit ${counted(records, "Protokoll", "Protokollen")}.${
    passedOver === 0 ? "" : ` Nicht gelesen, weil weder .json noch .jsonl: ${passedOver}.`
  }`;

const counted = (n: number, one: string, several: string): string =>
  `${n} ${n === 1 ? one : several}`;

/** The finding in one sentence where there is no alarm. */
export function findingOf({ operations, rehearsal }: ReconcileView): string {
  if (operations.some(({ verdict }) => verdict === "tried")) return RECONCILE.tried;
  if (!operations.some(({ verdict }) => verdict === "explained")) return RECONCILE.found0;
  return rehearsal ? RECONCILE.practised : RECONCILE.fine;
}
