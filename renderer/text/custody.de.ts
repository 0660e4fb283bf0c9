// In German: what ./custody.ts says.
import type { CustodyKnown } from "../../electron/bridge/view.ts";
import { objectName, seatOf } from "./objects.ts";
import { day } from "./times.ts";

type Health = CustodyKnown["health"];

type Officer = Health["officers"][number];

type Due = Health["attestation"];

export const CUSTODY = {
  reconcile: "Mit dem Azure-Log vergleichen",
  title: "Verwahrung",
  terms: (health: Health): string =>
    "Das HSM ist eine Maschine in Azure, die Schlüssel aufbewahrt. Seine "
    + "Sicherheitsdomäne ist die Datei, ohne die keine Sicherung diese Schlüssel in ein anderes HSM "
    + `zurückbringt. ${health.required} der ${health.all} Schlüsselinhaber müssen sie gemeinsam öffnen: Diese Zahl `
    + "heißt Quorum. In einer Verwahrungsprüfung wird jedes Siegel mit dem letzten "
    + "Protokoll verglichen; in einer Schlüsselprüfung entschlüsselt der Schlüssel eines "
    + "Schlüsselinhabers eine Testnachricht; in einer Probe öffnet ein Quorum die "
    + "Sicherheitsdomäne im Arbeitsspeicher, wie bei einer Wiederherstellung.",
  officers: "Schlüsselinhaber",
  officer: "Schlüsselinhaber",
  state: "Zustand",
  seals: "Siegel verglichen",
  opened: "Schlüssel zuletzt geöffnet",
  keyCheck: "Nächste Schlüsselprüfung",
  /** "11 objects, 11 seals". */
  count: (objects: number): string => `${objects} Gegenstände, ${objects} Siegel`,
  object: "Gegenstand",
  seal: "Siegelnummer",
  place: "Ort",
  custodian: "Verwahrer",
  lastSeen: "Zuletzt gesehen",
  handOffs: "Weitergaben seither",
  handOff: (object: string, from: string, to: string, place: string): string =>
    `${object}: von ${from} an ${to}, jetzt in ${place}`,
  noHandOff:
    "Keine. In einer Weitergabe geht ein versiegelter Gegenstand von einem Verwahrer zu "
    + "einem anderen.",
  gaps: "Lücken in der Kette",
  noGap: "Keine: Weitergabe für Weitergabe folgt jedes Protokoll aus dem davor.",
  rules: "Regeln von Microsoft",
  verdicts: { kept: "erfüllt", deviation: "zugelassen", "not-kept": "nicht erfüllt" },
  accepted: (reason: string): string => `Zwei Personen haben es zugelassen: ${reason}`,
  next: (next: string): string => `Weiter: ${next}`,
  finding: "Befund",
  noFinding:
    "Nichts gefunden: Ein Brand an einem Standort vernichtet keinen Schlüssel, und "
    + "nichts liegt zusammen, was getrennt sein soll.",
  burns: "Wenn dieser Standort brennt",
  burnsLine:
    "Was übrig bleibt, nach der Liste daneben. Der Standort ist der Teil des Orts bis "
    + "zum ersten Komma.",
  leaves: "Wenn diese Person ausscheidet",
  leavesLine:
    "Ein Schlüsselinhaber nimmt seinen Schlüssel mit, und jeder nimmt mit, was er " + "verwahrt.",
  medium: "Wenn dieser Datenträger verloren geht",
  noMedium:
    "Kein einzelner verlorener Datenträger kostet einen Schlüssel oder die "
    + "Sicherheitsdomäne: Von jedem gibt es eine weitere Kopie.",
  held: (objects: number): string =>
    objects === 0
      ? "verwahrt nichts"
      : objects === 1
        ? "verwahrt 1 Gegenstand"
        : `verwahrt ${objects} Gegenstände`,
  left: (left: number, all: number, required: number): readonly [string, string] => [
    String(left),
    `von ${all} ${required === 2 ? "Paaren" : "Gruppen"} übrig`,
  ],
  nothing: "Noch ist kein Gegenstand in Verwahrung. Eine Aktivierung bringt sie dorthin.",
  calendar: "Kalender speichern",
  saved: "Der Kalender ist gespeichert. Öffnen Sie ihn mit Ihrem Kalenderprogramm.",
  back: "Zur Startseite",
} as const;

/** The health in one line, the largest on the screen. */
export const healthTitle = ({ level, healthy, all }: Health): string =>
  ({
    whole: `${healthy} von ${all} Schlüsseln sind in Ordnung`,
    degraded: `Eingeschränkt: ${healthy} von ${all} Schlüsseln sind in Ordnung`,
    "would-fail": "Eine Wiederherstellung würde heute scheitern",
  })[level];

/** The same for Home, beside the pairs. */
export const healthWord = ({ level, healthy, all }: Health): string =>
  ({
    whole: `${healthy} von ${all} Schlüsseln in Ordnung`,
    degraded: `eingeschränkt, ${healthy} von ${all} Schlüsseln`,
    "would-fail": "Wiederherstellung würde heute scheitern",
  })[level];

/** Why the health is what it is, the worst first; nothing where it is whole. */
export function healthReasons(health: Health): readonly string[] {
  const { healthy, required, domainCopies, attestation, dryRun, officers, aheadAt = "" } = health;
  const short =
    healthy < required
      ? [`${required} Schlüsselinhaber müssen gemeinsam handeln, aber ${only(healthy)} in Ordnung.`]
      : [];
  const copies = [
    "Keine Kopie der Sicherheitsdomäne ist protokolliert.",
    "Nur eine Kopie der Sicherheitsdomäne ist protokolliert.",
  ][domainCopies];
  return [
    ...short,
    ...(aheadAt === ""
      ? []
      : [
          `Das Protokoll enthält einen Tag, der noch kommt, ${day(aheadAt)}: Die Uhr dieses Rechners geht `
            + "falsch, oder die jenes Tages ging falsch. Was so datiert ist, gilt als nicht getan.",
        ]),
    ...(copies === undefined ? [] : [copies]),
    ...officers
      .filter(({ trouble }) => trouble !== "")
      .map(
        (officer) => `Schlüsselinhaber ${officer.seat}, ${officer.name}: ${officerState(officer)}.`,
      ),
    ...officers
      .filter(({ isForeign }) => isForeign)
      .map(
        ({ seat }) =>
          `Der Schlüssel von Schlüsselinhaber ${seat} entstand anderswo: Er ist jetzt zu ersetzen.`,
      ),
    ...(isLate(attestation) ? [`Die Verwahrungsprüfung ist ${late(attestation)}.`] : []),
    ...officers
      .filter(({ trouble, keyCheck }) => trouble === "" && isLate(keyCheck))
      .map(
        ({ seat, keyCheck }) =>
          `Die Schlüsselprüfung von Schlüsselinhaber ${seat} ist ${late(keyCheck)}.`,
      ),
    ...(isLate(dryRun) ? [`Die Probe der Wiederherstellung ist ${late(dryRun)}.`] : []),
  ];
}

const only = (keys: number): string =>
  keys === 0
    ? "kein Schlüssel ist"
    : keys === 1
      ? "nur 1 Schlüssel ist"
      : `nur ${keys} Schlüssel sind`;

/** What happened to an officer's key. */
export const officerState = ({ trouble }: Officer): string =>
  ({
    "": "in Ordnung",
    lost: "die Datenträger sind verloren",
    damaged: "die Datenträger lassen sich nicht lesen",
    left: "ist ausgeschieden",
    forgotten: "niemand kennt die Passphrase",
    "seal-broken": "das Siegel war verletzt oder ersetzt",
  })[trouble];

/** "3 May 2027", "3 May 2027, 12 days overdue", or that it was never done. */
export function dueLine(due: Due): string {
  if (due.at === "") return "jetzt: noch nie durchgeführt";
  return isLate(due) ? `${day(due.at)}, ${late(due)}` : day(due.at);
}

const isLate = ({ at, overdueDays }: Due): boolean => at === "" || overdueDays > 0;

function late({ at, overdueDays }: Due): string {
  if (at === "") return "jetzt fällig: noch nie durchgeführt";
  return overdueDays === 1 ? "seit 1 Tag überfällig" : `seit ${overdueDays} Tagen überfällig`;
}

/** A day, or "never". */
export const dayOrNever = (at: string): string => (at === "" ? "nie" : day(at));

type Loss = Pick<CustodyKnown["sites"][number], "lost" | "domainLost">;

/** What is lost with something, or null where neither a key nor the domain is. */
export function lostLine({ lost, domainLost }: Loss): string | null {
  const gone = [
    ...lost.map((seat) => `der Schlüssel von Schlüsselinhaber ${seat}`),
    ...(domainLost ? ["jede Kopie der Domäne"] : []),
  ];
  return gone.length === 0 ? null : `Verlust: ${joined(gone)}`;
}

/** What is lost in a fire that destroys no key. */
export const objectsLine = (objects: number): string =>
  `Verlust: ${objects === 1 ? "1 Gegenstand" : `${objects} Gegenstände`}, aber kein Schlüssel`;

/** Something that is together in one place, or with one person, and should not be. */
export function findingLine({ kind, seats, where }: CustodyKnown["findings"][number]): string {
  const who = joined(seats.map(String));
  return {
    "every-key":
      `Jede Kopie des Schlüssels von Schlüsselinhaber ${who} ist in ${where}. Bringen Sie eine an `
      + "einen anderen Standort.",
    "every-domain":
      `Jede Kopie der Sicherheitsdomäne ist in ${where}. Bringen Sie eine an einen anderen `
      + "Standort.",
    "keys-with-passphrases":
      `Datenträger und Passphrasen der Schlüsselinhaber ${who} sind in ${where}: Wer diesen `
      + "Standort öffnen kann, hat ein Quorum.",
    holder:
      `${where} verwahrt die Datenträger der Schlüsselinhaber ${who}. Geben Sie die Datenträger `
      + "des einen weiter.",
    envelope:
      `Die Passphrase von Schlüsselinhaber ${who} liegt bei einem Datenträger, in ${where}. `
      + "Bringen Sie sie anderswohin.",
    unknown: `Über die Datenträger von Schlüsselinhaber ${who} ist nichts protokolliert.`,
  }[kind];
}

/** What no recorded hand-off explains. */
export const gapLine = ({ object, kind, expected, seen }: CustodyKnown["gaps"][number]): string =>
  ({
    missing: `${named(object)}: laut Protokoll bei ${expected}, aber nicht gesehen.`,
    unrecorded: `${named(object)}: bei ${seen}, aber nie protokolliert.`,
    custodian: `${named(object)}: laut Protokoll bei ${expected}, gesehen bei ${seen}.`,
    place: `${named(object)}: laut Protokoll in ${expected}, gesehen in ${seen}.`,
    seal: `${named(object)}: laut Protokoll mit Siegel ${expected}, gesehen mit ${seen}.`,
    "hand-off": `${named(object)}: weitergegeben von ${seen}, war aber bei ${expected}.`,
  })[kind];

/** "Backup medium of officer 2". */
export function named(object: string): string {
  const seat = seatOf(object);
  return seat === null ? objectName(object) : `${objectName(object)} von Schlüsselinhaber ${seat}`;
}

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} und ${words.at(-1) ?? ""}`;
