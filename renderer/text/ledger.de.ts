// In German: what ./ledger.ts says.
import { scriptTitle } from "./audit.ts";
import { officerTitle, roleTitle } from "./frame.ts";
import { mediumName, objectName, seatOf } from "./objects.ts";
import { type LedgerLine } from "./ledger.ts";

export { type LedgerLine } from "./ledger.ts";

type LineType = LedgerLine["type"];

type FactsOf<Type extends LineType> = Extract<LedgerLine, { readonly type: Type }>["facts"];

/** What is beside the facts. */
interface Around {
  /** The officer that the entry is about, "officer 2"; else who wrote it. */
  readonly officer: string;
  readonly isOfficer: boolean;
  readonly station: string;
  readonly titleOf: (step: string) => string;
}

type Sentences = { readonly [Type in LineType]: (facts: FactsOf<Type>, around: Around) => string };

const SENTENCES: Sentences = {
  opened: ({ script, hsm, mode }) =>
    `Eröffnet: ${scriptTitle(script)}, ${hsm}, ${MODES[mode] ?? mode}`,
  "exception-noted": ({ happened, decided, decision }) =>
    `Ausnahme: ${whole(happened)} Beschluss: ${whole(decided)}${DECISIONS[decision]}`,
  "incident-found": ({ medium }) =>
    `Vorfall: Auf dem Datenträger „${mediumName(medium)}“ war ein privater Schlüssel oder ein Anteil. Nichts `
    + "geht weiter, bis zwei Personen eine Ausnahme vermerken",
  refused: ({ code }) =>
    code === "E-WORDS-LINE" ? `Eine Zeile wurde falsch verstanden (${code})` : `Abgelehnt: ${code}`,
  "room-witnessed": () => "Der Zeuge hat Projektor und Kameras angesehen",
  "seat-taken": (_, { officer }) => `${officer} nahm Platz`,
  "recess-began": () => "Pause begonnen; offene Gegenstände sind in Beuteln",
  "recess-ended": () => "Pause beendet; die Beutel wurden verglichen",
  resumed: () => "Nach einer Unterbrechung bestätigte der Zeuge, wie die Zeremonie weitergeht",
  "seat-changed": ({ from, to, toRole, reason }) =>
    `${from} ist für immer gegangen; ${to} ist jetzt ${roleTitle(toRole)}. ${whole(reason)}`,
  aborted: ({ reason }) => `Abgebrochen: ${whole(reason)}`,
  "trial-begun": () => "Ein Übungsleiter hat Störungen gesetzt; welche, zeigt sich am Ende",
  "seats-simulated": ({ roles }) => simulatedLine(roles),
  "trial-told": () => "Der Übungsleiter hat die Störungen genannt",
  "step-began": ({ step }, { titleOf }) => `Begonnen: ${titleOf(step)}`,
  "clock-jumped": ({ before, after }) =>
    `Die Uhr zeigt ${after} statt ${before}: Sie wurde gestellt, der Rechner schlief, oder die Uhren der Stationen weichen ab`,
  "network-seen": ({ up }) =>
    up.length === 0
      ? "Ein Netzwerkgerät kam oder ging: Die Tresorprozesse wurden beendet"
      : `Ein Netzwerk war aktiv (${up.join(", ")}): Die Tresorprozesse wurden beendet`,
  "step-performed": ({ step }, { titleOf }) => `Ausgeführt, noch zu bestätigen: ${titleOf(step)}`,
  "step-done": ({ step }, { titleOf }) => `Ausgeführt und bestätigt: ${titleOf(step)}`,
  "key-making-began": (_, { officer }) => `Der Schlüssel von ${officer} wird erzeugt`,
  "unrecorded-removed": (_, { officer }) =>
    `Dateien eines unfertigen Versuchs wurden von den Datenträgern von ${officer} entfernt`,
  "key-made": ({ bits }, { officer }) =>
    `Der Schlüssel von ${officer} ist erzeugt, RSA ${bits}, auf beiden Datenträgern`,
  "key-opened": (_, { officer }) => `${officer} hat den Schlüssel noch einmal geöffnet`,
  "passphrase-refused": (_, { officer }) => `${officer} hat eine falsche Passphrase getippt`,
  "thumbprint-confirmed": (_, { officer, station }) =>
    `Die Wörter des Zertifikats von ${officer} sind die vorgelesenen, ${STATIONS[station] ?? station}`,
  "certificates-exported": () => "Die Zertifikate sind auf dem Transportdatenträger",
  "handed-over": ({ to }) => `Übergeben an die ${STATIONS[to] ?? to}`,
  "taken-over": ({ from }) => `Übernommen von: ${STATIONS[from] ?? from}, vollständig und geprüft`,
  "signed-in": ({ name, id }) => `Am HSM angemeldet: ${name}, ${id}`,
  "preflight-judged": () => "Vor der Aktivierung: Jeder Punkt wurde geprüft",
  "point-accepted": ({ sentence, reason }) =>
    `Bekannt und hingenommen: ${whole(sentence)} ${whole(reason)}`,
  "aftercheck-judged": () => "Nach der Aktivierung: Jeder Punkt wurde geprüft",
  "activation-read": ({ state }) => `Das HSM meldet: ${activation(state)}`,
  "download-began": ({ required }) =>
    `Das HSM wurde um die Aktivierung gebeten, Quorum ${required}`,
  "download-again-decided": ({ reason }) => `Beschlossen, noch einmal zu laden: ${reason}`,
  "answer-received": ({ size }) => `Die Antwort ist auf zwei Datenträgern, ${bytes(size)}`,
  "domain-written": ({ size, sha256 }) =>
    `Die Sicherheitsdomäne ist auf zwei Datenträgern, ${bytes(size)}, SHA-256 ${short(sha256)}`,
  "download-ended": ({ state }) =>
    `Die Aktivierung ist zu Ende; das HSM meldet: ${activation(state)}`,
  "read-aloud": ({ what }) => `Vorgelesen und richtig gehört: ${HEARD[what]}`,
  "domain-matched": () => "Die Sicherheitsdomäne ist auf beiden Datenträgern die vorgelesene",
  "quorum-proven": ({ required }) =>
    `Nachgewiesen: ${GROUPS[String(required)] ?? "jede Gruppe"} öffnet die Domäne`,
  "domain-retired": ({ sha256 }) =>
    `Die alte Sicherheitsdomäne ist nicht mehr in Kraft, SHA-256 ${short(sha256)}`,
  "domain-found": ({ sha256, origin }) =>
    `Ohne früheres Protokoll gefunden: die Sicherheitsdomäne, SHA-256 ${short(sha256)} Niemand konnte `
    + "Siegel, Personen und Signierschlüssel prüfen, oder ob eine neuere Domäne sie "
    + `ersetzt hat. Herkunft: ${whole(origin)}`,
  chosen: ({ goTo }, { titleOf }) => `Gewählt: weiter mit \u201e${titleOf(goTo)}\u201c`,
  "seals-checked": ({ seals, asLeft }, { isOfficer, officer }) =>
    `Die Siegel${isOfficer ? ` von ${officer}` : ""} wurden mit dem letzten Protokoll verglichen: ${
      asLeft === seals ? "keine Abweichung" : `${seals - asLeft} von ${seals} weichen ab`
    }`,
  "seals-photographed": ({ photographs }) =>
    `Fotos von Siegeln wurden protokolliert: ${String(photographs)}`,
  "bags-opened": () => "Beutel wurden vor dem Zeugen geöffnet, ihre Nummern wie protokolliert",
  "key-checked": (_, { officer }) =>
    `Der Schlüssel von ${officer} hat seine Testnachricht entschlüsselt`,
  "domain-rehashed": ({ sha256 }) =>
    `Die Sicherheitsdomäne auf ihren Datenträgern ist unverändert, SHA-256 ${short(sha256)}`,
  "trouble-reported": ({ trouble }, { officer }) =>
    `Der Schlüssel von ${officer} ${TROUBLES[trouble]}`,
  "object-handed-off": ({ object, from, to }) =>
    `Weitergegeben: ${thing(object)}, von ${from} an ${to}`,
  "hand-off-acknowledged": () => "Alle, die weitergeben oder erhalten, haben es gesagt",
  "objects-destroyed": () => "Gegenstände wurden vor dem Zeugen vernichtet",
  "part-taken": ({ closed }, { officer }) =>
    `Der Teil von ${officer} wurde übernommen, ${closed === "signed" ? "mit Schlüssel unterschrieben" : "auf Papier unterschrieben"}`,
  "backup-named": ({ folder }) => `Die neueste vollständige Sicherung ist ${folder}`,
  "custody-attested": ({ health }) => HEALTH[health],
  "custody-recorded": () => "Beutel, Orte und Verwahrer sind eingetragen",
  "deviation-accepted": ({ rule, reason }) =>
    `Zwei Personen haben eine Ausnahme von einer Regel zugelassen (${rule}): ${reason}`,
  "backup-known": ({ folder }) => `Die neueste vollständige Sicherung ist ${folder}`,
  "exchange-key-fetched": ({ thumbprint }) =>
    `Austauschschlüssel abgeholt, Fingerabdruck ${short(thumbprint)}`,
  "exchange-key-judged": ({ verdict }) =>
    verdict === "attested"
      ? "Der Austauschschlüssel ist attestiert: Ein echtes Managed HSM hat ihn erzeugt"
      : "Der Austauschschlüssel ist nicht attestiert",
  "exchange-key-compared": () => "Der Austauschschlüssel ist der vorgelesene",
  "exchange-key-accepted": ({ attested }) =>
    attested
      ? "Der Austauschschlüssel ist angenommen"
      : "Die Schlüsselinhaber haben beschlossen, dem Austauschschlüssel zu vertrauen",
  "refusal-accepted": ({ code }) => `Beschlossen, trotz ${code} fortzufahren`,
  "dry-run-passed": ({ entries }) =>
    `Die Probe ist bestanden: Aus dem Restore-Blob kam ${entries === 1 ? "der eine Eintrag" : `alles, ${entries} Einträge`}`,
  "blob-made": ({ size }) => `Der Restore-Blob ist erzeugt, ${bytes(size)}`,
  "upload-began": () => "Der Restore-Blob wird hochgeladen",
  "upload-ended": ({ state }) => `Das Hochladen ist zu Ende; das HSM meldet: ${activation(state)}`,
  "backup-ended": () => "Das leere HSM ist gesichert",
  "backup-began": ({ storage }) =>
    `Das leere HSM wird gesichert, mit ${storage === "sas" ? "einem SAS-Token" : "seiner verwalteten Identität"}`,
  "backup-started": () => "Das HSM hat die Sicherung begonnen",
  "restore-waited": ({ waited }) =>
    `Vor dem Rückspielen gewartet: ${waited} Sekunden seit der Sicherung des leeren HSM`,
  "restore-started": () => "Das HSM hat das Rückspielen begonnen",
  "key-reader-named": ({ principal, temporary }) =>
    temporary
      ? `Zum Auflisten der Schlüssel erhält ${principal} die Rolle Crypto Auditor`
      : `Die Schlüssel listet ${principal} auf, mit einer schon vorhandenen Rolle`,
  "key-reader-removed": () => "Die Rolle zum Auflisten der Schlüssel ist entfernt",
  "recovery-compared": ({ keysBack, rolesBack, keysMissing, rolesMissing }) =>
    `Wiedergefunden: ${keysBack} Schlüssel, ${rolesBack} Rollenzuweisungen. Es fehlen: ${keysMissing} Schlüssel, ${rolesMissing} `
    + "Rollenzuweisungen",
  "restore-began": ({ folder, storage }) =>
    `Die Sicherung ${folder} wird zurückgespielt${storage === "sas" ? ", mit einem SAS-Token" : ""}`,
  "restore-ended": ({ folder }) => `Die Sicherung ${folder} ist zurückgespielt`,
  "keys-not-compared": () => "Nicht verglichen: Keine Liste sagt, welche Schlüssel da sein sollen",
  "keys-compared": () => "Jeder erwartete Schlüssel wurde wiedergefunden",
  "image-heard": () => "Die Wörter des Live-Abbilds sind die auf seinem Papier",
  "differences-acknowledged": () =>
    "Der Zeuge hat gesehen, was anders ist als in der letzten Zeremonie",
  "signer-bound": (_, { officer }) =>
    `Der Signierschlüssel von ${officer} hat den Entschlüsselungsschlüssel unterschrieben`,
  "signer-known": (_, { officer }) => `Das Signierzertifikat von ${officer} ist bekannt`,
  "act-signing": ({ act }) => `Bereit zum Unterschreiben: ${act}`,
  "act-signing-on-paper": ({ act }) =>
    `Auf Papier von allen Anwesenden unterschrieben: ${act}; das Protokoll selbst hat `
    + "niemand unterschrieben",
  "closing-on-paper": () =>
    "Auf Papier von allen Anwesenden geschlossen; das Protokoll selbst hat niemand "
    + "unterschrieben",
  closing: () => "Bereit zum Unterschreiben durch alle Anwesenden",
  signed: (_, { officer }) => `${officer} hat mit dem Signierschlüssel unterschrieben`,
};

const ACTIVATION: Readonly<Record<string, string>> = {
  NotActivated: "noch nicht aktiv",
  Active: "aktiv",
  Failed: "gescheitert",
  Unknown: "Zustand nicht bekannt",
};

const DECISIONS = {
  continue: "",
  repeat: " Der Schritt wird noch einmal ausgeführt.",
  abort: " Die Zeremonie wird abgebrochen.",
} as const;

const HEARD = {
  domain: "der SHA-256 der Sicherheitsdomäne",
  "exchange-key": "der Fingerabdruck des Austauschschlüssels",
} as const;

const TROUBLES = {
  lost: "ist verloren",
  damaged: "ist beschädigt",
  left: "ist außer Reichweite: Sein Inhaber ist ausgeschieden",
  forgotten: "lässt sich nicht öffnen: Seine Passphrase ist vergessen",
  "seal-broken": "ist zweifelhaft: Ein Siegel war verletzt",
} as const;

const HEALTH = {
  whole: "Verwahrung geprüft: Jeder Schlüssel ist in Ordnung",
  degraded: "Verwahrung geprüft: eingeschränkt, eine Wiederherstellung ginge noch",
  "would-fail": "Verwahrung geprüft: Eine Wiederherstellung würde heute scheitern",
} as const;

const GROUPS: Readonly<Record<string, string>> = { "2": "jedes Paar", "3": "jede Dreiergruppe" };

/**
 * An entry of the record as one sentence.
 * @param titleOf the title of a step by its id
 */
export function ledgerSentence(line: LedgerLine, titleOf: (id: string) => string): string {
  const { seat, by, station, type, facts } = line;
  const officer = seat === null ? roleTitle(by) : officerTitle(seat);
  // Sentence and facts are of the same type, which the compiler cannot follow through the table.
  const sentence = SENTENCES[type] as (of: LedgerLine["facts"], around: Around) => string;
  return sentence(facts, { officer, isOfficer: seat !== null, station, titleOf });
}

const STATIONS: Readonly<Record<string, string>> = {
  offline: "Offline-Station",
  connected: "verbundene Station",
};

const MODES: Readonly<Record<string, string>> = { REHEARSAL: "Übung", PRODUCTION: "Echtbetrieb" };

/** An object, with whose it is. */
function thing(object: string): string {
  const seat = seatOf(object);
  return seat === null ? objectName(object) : `${objectName(object)} von ${officerTitle(seat)}`;
}

const activation = (state: string): string => ACTIVATION[state] ?? state;

/** The first eight digits of a digest, in two groups. */
const short = (hex: string): string => `${hex.slice(0, 4)} ${hex.slice(4, 8)}\u2026`;

/** "12 345 bytes". */
const bytes = (size: number): string =>
  `${String(size).replace(/\B(?=(\d{3})+$)/g, "\u00a0")} Bytes`;

/** A sentence as people wrote it, with one full stop at its end. */
const whole = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** From which entry on who is simulated. */
const simulatedLine = (roles: readonly string[]): string =>
  roles.length === 0
    ? "Von hier an handeln alle selbst"
    : `Von hier an handelt das simulierte Team für: ${roles
        .map((role) => roleTitle(role))
        .join(", ")}`;
