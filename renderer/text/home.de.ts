// In German: what ./home.ts says.
import type { CeremonyName, KnownCeremony, WindowView } from "../../electron/bridge/view.ts";
import { roleTitle } from "./frame.ts";
import { day, shortTime } from "./times.ts";

export const HOME = {
  verbs: "Zeremonien",
  now: "Jetzt",
  activate: "Aktivieren",
  activateLine: "Drei Schlüsselinhaber erzeugen Schlüssel für ein neues HSM.",
  attest: "Prüfen",
  attestLine: "Einer nach dem anderen: Siegel, und eine Schlüsselprüfung, wenn sie ansteht.",
  recover: "Wiederherstellen",
  recoverLine: "Zwei Schlüsselinhaber bringen die Schlüssel eines verlorenen HSM in ein neues.",
  needsActivation: "erst aktivieren",
  needsParked: "ihre Datenträger sind zurückgestellt",
  unfinished: "Diese warten, bis die unfertige Zeremonie beendet ist:",
  order: "Instandhalten",
  gather: "Verwahrungsprüfung abschließen",
  gatherLine: "Wenn alle ihren Teil hatten: die Teile übernehmen und die Verwahrung beurteilen.",
  dryRun: "Probe der Wiederherstellung",
  dryRunLine: "Jedes Jahr, ohne HSM: Die Domäne wird im Arbeitsspeicher geöffnet.",
  handOff: "Etwas weitergeben",
  handOffLine: "Ein versiegelter Gegenstand geht an eine andere Person oder einen anderen Ort.",
  partWaits: "nach der Verwahrungsprüfung",
  replace: "Schlüsselinhaber ersetzen",
  replaceLine: "Neue Schlüssel, die Domäne noch einmal laden, die alten vernichten.",
  noRecord: "Ohne Protokoll",
  recoverAlone: "Ohne Protokoll wiederherstellen",
  recoverAloneLine: "Nur mit den Datenträgern und der Domänendatei.",
  bring: "Früheres Protokoll hinzufügen",
  bringLine:
    "Ein geschlossenes Protokoll von einem anderen Rechner: Zeremonien hier setzen es " + "fort.",
  bringIntro:
    "Es wird hinzugefügt, wenn bekannt ist, dass Menschen es geschlossen haben: Sein "
    + "Prüfwert ist der auf ihrem Papier, oder es ist unterschrieben und setzt ein "
    + "Protokoll fort, das hier ist.",
  bringHead: "Der Prüfwert auf dem Papier",
  bringHeadHint: "Alle Wörter oder 64 Ziffern. Ein auf Papier geschlossenes Protokoll braucht sie.",
  bringCancel: "Abbrechen",
  bringChoose: "Datei wählen",
  adopt: "Fremde Domäne aufnehmen",
  adoptLine: "Ihre Schlüssel nachweisen, in Verwahrung nehmen, dann ersetzen.",
  papers: "Ansehen und drucken",
  audit: "Protokoll prüfen",
  auditLine: "Die Bytes prüfen und mit dem Vorgelesenen vergleichen.",
  media: "Datenträger",
  deployment: "Bereitstellung",
  deploymentLine:
    "Der ganze Plan um das HSM, vor allem anderen beurteilt; Arbeitsanweisungen in Azures Worten, auf Englisch.",
  home: "Zur Startseite",
  mediaLine: "Sticks vorbereiten, ansehen, sicher auswerfen.",
  trainer: "Mit Übungsleiter",
  trainerLine: "Eine Übung, in der mit Absicht etwas schiefgeht, mit Bewertung.",
  custody: "Verwahrung laut Protokoll",
  seeCustody: "Gegenstände, Siegel, Orte",
  dark: "Dunkler Bildschirm",
  light: "Heller Bildschirm",
} as const;

/** What becomes of an unfinished rehearsal. */
export const SET_ASIDE = {
  line: "Sie kann auch warten: Zurückgestellt behält sie ihre Datenträger und versperrt nichts.",
  park: "Zurückstellen",
  takeUp: "Wieder aufnehmen",
  parked: ({ name, hsm, done, steps }: KnownCeremony): string =>
    `Zurückgestellt: ${NAMES[name]} von ${hsm}, ${done} von ${steps} Schritten erledigt.`,
} as const;

/** What must come before a ceremony that continues a record. */
export const needsFirst = ({ ceremonies, custody }: WindowView["home"]): string =>
  custody !== null && ceremonies.some(({ progress }) => progress === "parked")
    ? HOME.needsParked
    : HOME.needsActivation;

/** Where the media of a new rehearsal are. */
export const MEDIA_PLACE = {
  label: "Eine neue Übung verwendet",
  folders: "Ordner hier",
  drives: "echte Sticks",
} as const;

const NAMES: Readonly<Record<CeremonyName, string>> = {
  activation: "Aktivierung",
  recovery: "Wiederherstellung",
  "recovery-alone": "Wiederherstellung ohne Protokoll",
  adoption: "Aufnahme",
  replacement: "Ersetzung",
  "attestation-part": "Prüfung durch einen Schlüsselinhaber",
  attestation: "Verwahrungsprüfung",
  "dry-run": "Probe",
  "hand-off": "Weitergabe",
};

/** A ceremony's name within a sentence. */
export const ceremonyInSentence = (name: CeremonyName): string => NAMES[name];

/** The last ceremony here, when people ended it before its end. */
export const abortedLine = (name: CeremonyName, hsm: string, closedAt: string | null): string =>
  `Die ${NAMES[name]} von ${hsm} wurde abgebrochen${closedAt === null ? "" : `, ${day(closedAt)}`}. Das Protokoll sagt, was zu vernichten ist. `
  + "Eine neue Zeremonie kann beginnen.";

/** The first thing at Home while a ceremony is unfinished. */
export const goOnWith = (name: CeremonyName): string => `Fortsetzen: ${NAMES[name]}`;

/** Where the unfinished ceremony stands. */
export function goOnLine(
  hsm: string,
  openedAt: string | null,
  step: { readonly done: number; readonly of: number },
): string {
  const opened =
    openedAt === null
      ? "noch nicht eröffnet"
      : `eröffnet am ${day(openedAt)}, ${shortTime(openedAt)} UTC`;
  return `${step.done} von ${step.of} Schritten erledigt; ${hsm === "" ? "" : `${hsm}, `}${opened}`;
}

/** How long a ceremony is planned to take: "about 20 min", "about 2 h", "about 1 h 50 min". */
export function about(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [`${hours} Std.`] : []), ...(rest > 0 ? [`${rest} Min.`] : [])];
  return `etwa ${parts.join(" ")}`;
}

export const KNOWN = {
  nothing: "Noch keine Verwahrung protokolliert",
  nothingLine:
    "Ein HSM ist eine Maschine, in der Azure Schlüssel aufbewahrt. Seine "
    + "Sicherheitsdomäne ist die Datei, die man braucht, um sie zurückzubringen. Nach "
    + "einer Aktivierung steht hier, welche Paare von Schlüsselinhabern diese Datei "
    + "nachweislich öffnen.",
  health: "Zustand",
  proven: "Jedes Paar nachgewiesen",
  drill: "Letzte Rückspielübung",
  backup: "Letzte vollständige Sicherung",
  attestation: "Nächste Verwahrungsprüfung",
  dryRun: "Nächste Probe",
  record: "Letztes Protokoll",
  never: "nie",
  none: "keine protokolliert",
} as const;

/** "3 of 3 pairs proven". For three officers and a quorum of two; else the word is "groups". */
export const provenTitle = (proven: number, all: number, required: number): string =>
  `${proven} von ${all} ${required === 2 ? "Paaren" : "Gruppen"} nachgewiesen`;

/** In place of `provenTitle` where an officer's key cannot be relied on. */
export const leftTitle = (left: number, all: number, required: number): string =>
  `${left} von ${all} ${required === 2 ? "Paaren" : "Gruppen"} übrig`;

/** In place of `provenLine` there. */
export const troubledLine = (hsm: string, when: string): string =>
  `${hsm}. Alle zuletzt nachgewiesen ${when}; seither:`;

/** When, and of which HSM. */
export const provenLine = (hsm: string, when: string): string =>
  `${hsm}. Jedes öffnete die Domäne von den Datenträgern selbst, ${when}.`;

export const END = {
  title: (title: string): string => `Geschlossen: ${title}`,
  read: "Lesen Sie diese zehn Wörter laut vor. Der Zeuge schreibt sie auf.",
  later: "Wer das Protokoll später prüft, muss dieselben Wörter finden.",
  code: "QR-Code des Prüfwerts, 64 Ziffern",
  codeLine: "Der Code sagt dasselbe, für ein Lesegerät bei der Prüfung.",
  done: "Was getan wurde",
  signed: "Wer unterschrieben hat",
  onPaper: "Wer auf Papier unterschreibt",
  onPaperLine: "Das Protokoll selbst enthält keine abschließende Unterschrift.",
  readPaper:
    "Schreiben Sie diese sechzehn Wörter auf ein Blatt Papier. Alle Anwesenden unterschreiben es.",
  wasRead: "Sie wurden vorgelesen, und der Zeuge hat sie aufgeschrieben.",
  wasSigned: "Alle Anwesenden haben das Papier mit diesen Wörtern unterschrieben.",
  readFirst: "Bestätigen Sie erst, dass sie vorgelesen sind",
  signFirst: "Bestätigen Sie erst die Unterschriften",
  where: "Wo die Dinge sind",
  back: "Zur Startseite",
  partsDone:
    "Danach: Alle Teile sind da; die Verwahrungsprüfung wird von der Startseite aus abgeschlossen.",
  partNext:
    "Danach: die anderen Schlüsselinhaber, einer nach dem anderen; dann wird die "
    + "Verwahrungsprüfung von der Startseite aus abgeschlossen.",
} as const;

type Ledger = NonNullable<WindowView["ceremony"]>["ledger"];

/** What a closed ceremony did, in a few lines, from its entries alone. */
export function doneLines(ledger: Ledger, pairs: number): readonly string[] {
  const count = (type: string): number => ledger.filter((line) => line.type === type).length;
  const attested = ledger.filter((line) => line.type === "custody-attested").at(-1);
  const simulated = ledger.flatMap((line) =>
    line.type === "seats-simulated" ? line.facts.roles : [],
  );
  const made = ledger.findLast(({ type }) => type === "blob-made");
  const blob = made?.type === "blob-made" ? made : undefined;
  const lines: readonly (readonly [boolean, string])[] = [
    [
      count("key-made") > 0,
      `${counted(count("key-made"), "Schlüsselinhaber hat einen Schlüssel erzeugt", "Schlüsselinhaber haben ihre Schlüssel erzeugt")}.`,
    ],
    [count("domain-retired") > 0, "Die alte Sicherheitsdomäne ist außer Kraft."],
    [count("objects-destroyed") > 0, "Alles mit alten Schlüsseln wurde vor dem Zeugen vernichtet."],
    [
      count("domain-found") > 0,
      "Domäne und Schlüssel wurden gefunden, ohne ein Protokoll darüber.",
    ],
    [count("domain-written") > 0, "Die Sicherheitsdomäne ist auf zwei Datenträgern."],
    [
      count("quorum-proven") > 0,
      `${counted(pairs, "Paar von Schlüsselinhabern öffnete", "Paare von Schlüsselinhabern öffneten")} sie.`,
    ],
    [
      blob !== undefined,
      `${counted(blob?.facts.officers ?? 0, "Schlüsselinhaber öffnete", "Schlüsselinhaber öffneten")} die Sicherheitsdomäne für das neue HSM.`,
    ],
    [
      count("dry-run-passed") > 0,
      "Die Probe ist bestanden: Aus diesen Schlüsseln und dieser Domäne lässt sich der "
        + "Restore-Blob erzeugen.",
    ],
    [count("upload-ended") > 0, "Das neue HSM hat die Sicherheitsdomäne angenommen."],
    [count("restore-ended") > 0, "Die neueste vollständige Sicherung wurde zurückgespielt."],
    [count("keys-compared") > 0, "Jeder erwartete Schlüssel wurde wiedergefunden."],
    [count("keys-not-compared") > 0, "Es gab keine Liste erwarteter Schlüssel: nicht verglichen."],
    [count("seals-checked") > 0, "Die Siegel wurden mit dem letzten Protokoll verglichen."],
    [
      count("object-handed-off") > 0,
      "Das Protokoll nennt den neuen Verwahrer und Ort jedes weitergegebenen Gegenstands.",
    ],
    [count("key-checked") > 0, "Der Schlüssel hat seine Testnachricht entschlüsselt."],
    [count("domain-rehashed") > 0, "Die Sicherheitsdomäne auf ihren Datenträgern ist unverändert."],
    [
      count("part-taken") > 0,
      `${counted(count("part-taken"), "Teil eines Schlüsselinhabers", "Teile von Schlüsselinhabern")} übernommen.`,
    ],
    [
      count("trouble-reported") > 0,
      "Mit einem Schlüssel stimmt etwas nicht, und das Protokoll sagt, was.",
    ],
    [
      simulated.length > 0,
      `Simulierte Personen handelten für: ${[...new Set(simulated)].map(roleInText).join(", ")}.`,
    ],
    [attested !== undefined, HEALTHY[attested?.facts.health ?? ""] ?? ""],
  ];
  return lines.filter(([happened]) => happened).map(([, line]) => line);
}

const roleInText = (role: string): string => roleTitle(role);

const HEALTHY: Readonly<Record<string, string>> = {
  whole: "Die Verwahrung ist vollständig: Kein Schlüssel ist zweifelhaft, keiner überfällig.",
  degraded: "Die Verwahrung ist eingeschränkt: Eine Wiederherstellung ginge noch.",
  "would-fail": "Eine Wiederherstellung würde heute scheitern.",
};

/** How many exceptions are in the record. */
export function exceptionsLine(ledger: Ledger): string {
  const exceptions = ledger.filter(({ type }) => type === "exception-noted").length;
  if (exceptions === 1) return "Eine Ausnahme wurde vermerkt.";
  return `${numeral(exceptions)} Ausnahmen wurden vermerkt.`;
}

const counted = (count: number, one: string, more: string): string =>
  `${numeral(count)} ${count === 1 ? one : more}`;

const numeral = (count: number): string =>
  ["Keine", "Ein", "Zwei", "Drei", "Vier", "Fünf", "Sechs"][count] ?? String(count);
