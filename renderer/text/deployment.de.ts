// In German: what ./deployment.ts says. Azure's own words, commands and the runbooks' texts stay English.
import type {
  BlockView,
  BoxState,
  CheckState,
  Deed,
  DeploymentView,
  DutyView,
  FindingView,
  PictureView,
  ReadView,
  RunbookState,
  RunbookView,
  StepView,
  VerdictView,
  WaitView,
  WorkView,
} from "../../electron/bridge/deployment-views.ts";
import { clockTime, shortDay, shortTime } from "./times.ts";

export const DEPLOYMENT = {
  rehearsal: "Übung einer Bereitstellung",
  parts: "Teile der Bereitstellung",
  noPlan: "Hier hat noch nichts begonnen. Zuerst wird der Plan geprüft.",
} as const;

/** The parts of the screen, in their order. */
export const PARTS = {
  plan: "Plan",
  runbooks: "Arbeitsanweisungen",
  state: "Stand",
  record: "Protokoll",
} as const;
export type Part = keyof typeof PARTS;

export const PLAN = {
  title: "Plan",
  lead: "Ein Plan wird beurteilt, bevor etwas getan wird. Nichts wird protokolliert, bis er gilt.",
  choose: "Eine Plandatei wählen",
  sample: "Den Beispielplan prüfen",
  draft: "Dieser Plan wurde geprüft und gilt noch nicht.",
  adopt: "Diesen Plan übernehmen",
  adoptLead:
    "Von da an entstehen Arbeitsanweisungen, Befehle und Nachweise aus dieser Datei. Ihr SHA-256 wird protokolliert.",
  by: "Ihr Name",
  findings: "Was gefunden wurde",
  none: "An diesem Plan ist nichts falsch.",
  concerns: "Betrifft",
  next: "Zu tun",
  source: "Quelle",
  at: "Wo",
  cost: "Was es kostet",
  month: "Monat mit",
  hours: (hours: number): string => `${hours} Stunden`,
  regions: "Regionen",
  pools: "Pools",
  total: "Mit Schlüsseln und Vorgängen",
  prices: "Preise",
  leftOut: "In diesen Summen nicht enthalten",
  confirmed: "bestätigt",
  unconfirmed: "nicht bestätigt: Fragen Sie Ihren Ansprechpartner bei Microsoft",
} as const;

/** How many findings, in words. */
export const countLine = ({
  stops,
  advice,
}: {
  readonly stops: number;
  readonly advice: number;
}): string => `Befunde, die eine Arbeitsanweisung aufhalten: ${stops}. Rat: ${advice}.`;

export const SEVERITIES: Readonly<Record<FindingView["severity"], string>> = {
  stops: "hält auf",
  advice: "Rat",
};

/** Where a finding is: the member, its line, what it belongs to. */
export const memberLine = ({ path, line, subject }: FindingView["members"][number]): string =>
  `Zeile ${line}: ${path}${subject === "" ? "" : ` (${subject})`}`;

/** Which edition of a source was read, behind its title. */
export const editionLine = ({ edition }: FindingView["source"]): string =>
  edition === null ? "" : `, Fassung vom ${edition}`;

const ALL_RUNBOOKS = 24;

export const concernsLine = (runbooks: readonly string[]): string =>
  runbooks.length === ALL_RUNBOOKS ? "jede Arbeitsanweisung" : runbooks.join(", ");

export const RUNBOOKS = {
  title: "Arbeitsanweisungen",
  lead: "In der Reihenfolge, in der sie ausgeführt werden. Jede kann wochenlang liegen, und andere können sie fortsetzen.",
  runbook: "Arbeitsanweisung",
  state: "Stand",
  steps: "Schritte",
  blocked: "Aufgehalten durch",
  all: "Alle Arbeitsanweisungen",
} as const;

export const STATES: Readonly<Record<RunbookState, string>> = {
  done: "erledigt",
  now: "läuft",
  ready: "kann beginnen",
  blocked: "aufgehalten",
  drifted: "abgewichen",
  unplanned: "nicht im Plan",
};

export const stepsLine = ({ steps }: RunbookView): string =>
  steps.length === 0
    ? ""
    : `${steps.filter(({ state }) => state === "done").length} von ${steps.length}`;

/** The ids of what blocks a runbook and is not decided: few enough for a row. */
export function blockedLine({ lacks, blocks }: RunbookView): string {
  if (lacks !== null) return lacks;
  const ids = openBlocks(blocks).map(({ id }) => id);
  return ids.length <= 4
    ? ids.join(", ")
    : `${ids.slice(0, 3).join(", ")} und ${ids.length - 3} weitere`;
}

export const openBlocks = (blocks: readonly BlockView[]): readonly BlockView[] =>
  blocks.filter(({ decided }) => decided === null);

export const RERUN = {
  title: "Noch einmal ausführen",
  lead:
    "Was jedes Jahr fällig ist, wird mehrmals ausgeführt. Was protokolliert ist, bleibt im Protokoll; die "
    + "Schritte beginnen beim ersten.",
  reason: "Warum sie noch einmal ausgeführt wird",
  press: "Beide beginnen sie neu",
} as const;

/** What is run again right before a runbook. */
export const againLine = ({ again }: RunbookView): string =>
  again.length === 0 ? "" : `Unmittelbar davor noch einmal auszuführen: ${again.join(", ")}.`;

export const BLOCKS = {
  title: "Was diese Arbeitsanweisung aufhält",
  kinds: { question: "Offene Frage", finding: "Befund", runbook: "Frühere Arbeitsanweisung" },
  owner: "Zuständig",
  decideTitle: "Trotzdem beginnen",
  decideLead:
    "Besser: Beantworten Sie es im Plan, und übernehmen Sie den Plan neu. Beschließen zwei Personen, ohne "
    + "Antwort zu beginnen, werden beide Namen und der Grund protokolliert.",
  reason: "Warum trotzdem begonnen wird",
  one: "Erste Person",
  other: "Zweite Person",
  decide: "Beide beschließen zu beginnen",
} as const;

/** What two people decided to start despite, in one line for each decision. */
export function despiteLines(blocks: readonly BlockView[]): readonly string[] {
  const decided = new Map<string, readonly string[]>();
  for (const { id, decided: deed } of blocks) {
    if (deed === null) continue;
    const who = `beschlossen von ${deed.by.join(" und ")}${deed.at === "" ? " im Plan" : `, ${whenLine(deed.at)}`}.`;
    decided.set(who, [...(decided.get(who) ?? []), id]);
  }
  return [...decided].map(([who, ids]) => `Begonnen trotz ${ids.join(", ")}: ${who}`);
}

/** "27. Nov. 2026, 09:00 UTC". */
export const whenLine = (at: string): string => `${shortDay(at)}, ${shortTime(at)} UTC`;

/** What people did. */
export const DEEDS = {
  acknowledged: "Zur Kenntnis genommen",
  adopted: "Übernommen",
  closed: "Geschlossen",
  done: "Erledigt",
  ended: "Beendet",
  linked: "Verknüpft",
  ran: "Ausgeführt",
  simulated: "Simuliert",
} as const;

export const deedLine = (verb: string, { at, by }: Deed): string =>
  `${verb} von ${by.join(" und ")}, ${whenLine(at)}.`;

export const STEP = {
  know: "Wissen",
  changes: "Ändert",
  undo: "Rückgängig",
  cost: "Kosten",
  takes: "Dauert",
  role: "Nötige Rolle",
  acknowledge: "Zwei Personen",
  acknowledgeLead: "Beide lesen, was der Schritt ändert, und sagen es mit ihrem Namen.",
  acknowledged: "Beide nehmen es zur Kenntnis",
  do: "Tun",
  shell: "Shell",
  shells: { bash: "bash", powershell: "PowerShell" },
  equal:
    "Weisen Sie zuerst nach, dass die Dateien die unseren sind; halten Sie an, wenn eine abweicht:",
  run: "Auf dem Sprungrechner auszuführen, mit az angemeldet. Die App führt nichts aus.",
  noShell:
    "Ein Name im Plan lässt sich mit dieser Shell nicht an az übergeben. Nehmen Sie die andere.",
  copy: "Kopieren",
  copied: "Kopiert.",
  files: "Die Dateien speichern, die die Befehle lesen",
  ran: "Ich habe diese Befehle ausgeführt",
  ranAgain: "Ich habe sie noch einmal ausgeführt",
  refused: "Bei Ablehnung",
  messages: "Was Azure sagt, und was es bedeutet",
  wait: "Warten",
  waitOver: "Die Wartezeit ist vorbei",
  ceremony: "Zeremonie",
  ceremonyLead:
    "Halten Sie sie in dieser App ab. Wählen Sie dann ihr Protokoll: Es wird aus seinen Bytes gelesen und muss bedeuten, was es sagt.",
  link: "Ihr Protokoll wählen",
  unvouched: {
    paper:
      "Es ist auf Papier geschlossen: Vergleichen Sie diesen Prüfwert mit dem unterschriebenen Papier.",
    anchor:
      "Hier bürgt nichts dafür: Vergleichen Sie diesen Prüfwert mit dem auf dem Papier der Zeremonie.",
  },
  prove: "Nachweisen",
  finish: "Abschließen",
  done: "Der Schritt ist erledigt",
  yourName: "Ihr Name",
  later: "Dieser Schritt wartet auf den davor.",
  blocked: "Diese Arbeitsanweisung ist aufgehalten: siehe oben.",
} as const;

export const PROOF = {
  reads: "Führen Sie dies aus, und geben Sie, was es ausgibt:",
  kept: "wurde aufbewahrt, als der Befehl lief; führen Sie ihn nicht noch einmal aus.",
  pasted: "Eingefügte Antworten",
  read: "Aus Azure lesen",
  readRest: "Die anderen Antworten wählen, und den Rest lesen",
  readLead: "Diese Station liest Azure selbst, angemeldet wie für Zeremonien. Sie ändert nichts.",
  readRehearsal:
    "In einer Übung liest diese Station das Abonnement der Übung: Es ist so, wie die bisher "
    + "protokollierten Schritte es gemacht haben.",
  orGive: "Oder geben Sie, was dies ausgibt:",
  judge: "Die eingefügten Antworten beurteilen",
  files: "Antwortdateien wählen",
  member: "Wert",
  expected: "Erwartet",
  found: "Gefunden",
  proven: "Nachgewiesen",
  notProven: "Nicht nachgewiesen",
  open: "Noch nicht beurteilt",
} as const;

export const verdictLine = ({ proven, by, at, answers }: VerdictView): string =>
  `${proven ? PROOF.proven : PROOF.notProven}: ${answers.length} `
  + `${answers.length === 1 ? "Antwort" : "Antworten"} von ${by.join(" und ")}, ${whenLine(at)}.`;

export const moreLine = (more: number): string =>
  more === 0 ? "" : `${more} ${more === 1 ? "weiterer Unterschied" : "weitere Unterschiede"}.`;

/** Where answers that the station read itself came from, and as whom. */
export const readLine = ({ from, as, ca }: ReadView): string =>
  from === "rehearsal"
    ? "Aus dem Abonnement der Übung gelesen."
    : ca === undefined
      ? `Von dieser Station aus ${from} gelesen, angemeldet als „${as}“.`
      : `Von dieser Station gelesen, angemeldet als „${as}“; es antwortete, was sich ${from} nannte. Dafür bürgt `
        + `allein die eigene CA der Standortdatei: die Datei mit SHA-256 ${ca}.`;

/** What was not read: by its file, with the code of why. */
export const unreadLine = ({ unread }: ReadView): string =>
  unread.length === 0
    ? ""
    : `Nicht gelesen, weil es nicht vorhanden ist (E-HSM-NONE) oder aus einem anderen Grund: ${unread
        .map(({ file, why }) => `${file} (${why})`)
        .join(", ")}.`;

export const WORK = { title: "Läuft", stop: "Anhalten", signIn: "Anmelden" } as const;

/** How far something is that takes a while. */
export const workLine = ({ kind, of, done, all, quiet }: WorkView): string =>
  kind === "read"
    ? `Azure wird gelesen${of === "" ? "" : `, für ${of}`}: ${done} von ${all} Fragen beantwortet.${quietLine(quiet)}`
    : `Simuliertes Team: ${of === "" ? "beginnt" : of}. ${done} von ${all} Schritten erledigt.`;

function quietLine(quiet: WorkView["quiet"]): string {
  if (quiet === undefined) return "";
  return quiet.why === "put-off"
    ? ` Azure bittet zu warten: Die Frage wird in ${quiet.seconds} s wieder gestellt.`
    : ` Azure antwortet seit ${quiet.seconds} s nicht.`;
}

export const SIMULATE = {
  title: "Simulieren",
  lead:
    "In dieser Übung kann ein simuliertes Team tun, was Menschen täten: beschließen, zur Kenntnis nehmen, die "
    + "Befehle im Abonnement der Übung ausführen, in simulierter Zeit warten und nachweisen. Das Protokoll "
    + "sagt, dass es eine Simulation war.",
  step: "Diesen Schritt vom simulierten Team tun lassen",
  toHere: "Alles bis hierher vom simulierten Team tun lassen",
} as const;

/** How long a wait still takes at this moment, in ms since 1970. */
export function waitLine({ hasBegun, began, until, over }: WaitView, now: number): string {
  if (over !== null) return deedLine(DEEDS.ended, over);
  if (!hasBegun) return "Sie beginnt, wenn die Befehle gelaufen sind.";
  if (until === null)
    return `Eine Antwort zeigt, wann sie vorbei ist.${began === null ? "" : ` Sie begann um ${clockTime(began)} UTC.`}`;
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  if (seconds <= 0) return "Die Zeit ist um.";
  const minutes = Math.floor(seconds / 60);
  return `Noch ${minutes} min ${String(seconds % 60).padStart(2, "0")} s, bis ${clockTime(until)} UTC. Sie läuft nach einem Neustart weiter.`;
}

/** How much of a wait has passed, 0 to 1. */
export function waited({ began, until, over }: WaitView, now: number): number {
  if (over !== null) return 1;
  if (began === null || until === null) return 0;
  const [from, to] = [Date.parse(began), Date.parse(until)];
  return Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from)));
}

/** Whether a wait may be ended now. */
export const isWaited = (wait: WaitView, now: number): boolean =>
  wait.hasBegun && (wait.until === null || Date.parse(wait.until) <= now);

export const STEP_STATES: Readonly<Record<StepView["state"], string>> = {
  done: "erledigt",
  now: "aktuell",
  later: "später",
};

/** "done", or "done, simulated". */
export const stepStateLine = ({ state, simulated }: StepView): string =>
  simulated === null ? STEP_STATES[state] : `${STEP_STATES[state]}, simuliert`;

export const stepTitle = ({ n, title }: StepView): string => `${n}. ${title}`;

export const STATE = {
  title: "Stand",
  lead: "Aus dem Plan gezeichnet. Ein Kasten ist erledigt, wenn seine Prüfungen nachgewiesen sind; drücken Sie auf einen, um seine Nachweise zu sehen.",
  again: "Alles noch einmal beurteilen",
  read: "Alles aus Azure lesen",
  againLead:
    "Lesen Sie Azure, oder geben Sie neuere Antworten von Azure: Jede Prüfung, über die sie etwas sagen, wird noch einmal beurteilt. "
    + "Was nachgewiesen war und jetzt anders ist, ist abgewichen.",
  chooseAnswers: "Antwortdateien wählen",
  pictures: "Bilder",
  differs: "Wo Azure vom Plan abweicht",
  differsLead: "Nach den zuletzt gegebenen Antworten:",
  proofs: "Seine Nachweise",
  opens: "Die Arbeitsanweisung öffnen",
  noProofs: "Keine Antwort von Azure weist ihn nach.",
  others: "Was abweicht, betrifft andere Ressourcen; von dieser wurde alles wie geplant gefunden.",
  record: "Im Protokoll",
  noLines: "Dazu ist noch nichts protokolliert.",
  evidence: "Nachweise: die Antworten, wie sie im Ordner der Nachweise sind",
  close: "Schließen",
} as const;

export const PICTURES: Readonly<Record<PictureView["name"], string>> = {
  flow: "Ablauf",
  resources: "Ressourcen",
  hsm: "Im HSM",
  network: "Netzwerk",
};

export const BOX_STATES: Readonly<Record<BoxState, string>> = {
  done: "erledigt",
  now: "läuft",
  blocked: "aufgehalten",
  drifted: "abgewichen",
  open: "offen",
  stated: "sagt Microsoft",
  "not-provable": "nicht nachweisbar",
};

export const CHECK_STATES: Readonly<Record<CheckState, string>> = {
  done: "nachgewiesen",
  open: "offen",
  drifted: "abgewichen",
  "not-planned": "nicht im Plan",
};

export const RECORD = {
  title: "Protokoll",
  lead: "Alles, was beschlossen, getan und nachgewiesen wurde, in einer Kette von Hashwerten auf diesem Rechner.",
  head: "Sein Prüfwert, in sechzehn Wörtern",
  evidence: "Die Nachweise speichern",
  minutes: "Die Niederschrift als PDF speichern",
  markdown: "als Markdown",
  duties: "Was wieder fällig ist",
  calendar: "Als Kalender speichern",
  saved: "Gespeichert.",
  closeTitle: "Das Protokoll schließen",
  closeLead:
    "Wenn die Bereitstellung fertig ist oder aufgegeben wird. Danach lässt sich nichts mehr hinzufügen. Zwei Personen "
    + "schreiben die sechzehn Wörter auf Papier und unterschreiben sie.",
  close: "Beide schließen das Protokoll",
  entries: "Einträge",
} as const;

const DUTIES: Readonly<Record<string, { readonly title: string; readonly what: string }>> = {
  proofs: {
    title: "Alles noch einmal beurteilen",
    what: "Geben Sie neuere Antworten von Azure: Was nachgewiesen war und jetzt anders ist, ist abgewichen.",
  },
  backup: {
    title: "Vollsicherung",
    what: "Machen Sie eine Vollsicherung des HSM, und weisen Sie ihr Alter nach.",
  },
  rotation: {
    title: "Wechsel der Schlüssel",
    what: "Führen Sie die Arbeitsanweisung rotation aus, und weisen Sie nach, dass jeder Dienst folgt.",
  },
  drill: { title: "Rückspielübung", what: "Üben Sie die Wiederherstellung auf einem zweiten HSM." },
};

/** What is done then. */
export const dutyWhat = ({ id, what }: DutyView): string => DUTIES[id]?.what ?? what;

/** When a duty is due, as people read it. */
export const dutyLine = ({ id, title, due, overdueDays }: DutyView): string =>
  `${DUTIES[id]?.title ?? title}: ${shortDay(due)}${
    overdueDays === 0
      ? ""
      : `, seit ${overdueDays} ${overdueDays === 1 ? "Tag" : "Tagen"} überfällig`
  }.`;

export const entriesLine = ({ record }: DeploymentView): string =>
  record === null
    ? ""
    : record.closed === null
      ? `${record.entries} Einträge; nicht geschlossen.`
      : `${record.entries} Einträge. ${deedLine(DEEDS.closed, record.closed)}`;
