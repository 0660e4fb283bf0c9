// In German: what ./evidence.ts says.
import type { AuditView } from "../../electron/bridge/audit-views.ts";
import { roleTitle } from "./frame.ts";
import { objectName } from "./objects.ts";
import { type Difference } from "./evidence.ts";

export { type Difference } from "./evidence.ts";

type Row = AuditView["compliance"][number];

export const EVIDENCE = {
  papers: "Ein Papier speichern",
  all: "Alle Nachweise in einen Ordner",
  saved: "Sie liegen dort in einem neuen Ordner.",
  takeAway: "Nachweise mitnehmen",
  allSaved: "Alle Nachweise liegen dort in einem neuen Ordner. Der Zeuge nimmt sie mit.",
  papersOrAll: "Niederschrift, Karten und Etiketten als PDF; oder alle Nachweise, für den Zeugen.",
  custody: "Verwahrung heute, nach diesem Protokoll",
  noCustody: "Dieses Protokoll hinterlässt nichts in Verwahrung.",
  differences: "Was anders ist als in der vorigen Zeremonie",
  noEarlier: "Es gibt keine vorige Zeremonie: Dies ist das erste Protokoll.",
  noDifference: "Nichts: Personen, Ablauf, Programm und Siegel sind unverändert.",
  confirmDifferences: "Was anders ist als in der letzten Zeremonie",
  confirmNone: "Nichts ist anders als in der letzten Zeremonie: Personen, Ablauf, Programm.",
  tick: "Der Zeuge kreuzt jeden Punkt an.",
  compliance: "Was Prüfer erwarten",
  complianceLine:
    "In unseren Worten, mit der Nummer in der Norm; maßgeblich sind die Normen. Die "
    + "Seiten sind die der Niederschrift, die dasselbe sagt.",
  missing: "Fehlt",
} as const;

const VERDICTS: Readonly<Record<Row["verdict"], string>> = {
  shown: "gezeigt",
  "in-part": "zum Teil",
  missing: "fehlt",
  "not-touched": "nicht in dieser Zeremonie",
};

export const verdictWord = ({ verdict }: Row): string => VERDICTS[verdict];

/** Whether the witness saw, when the ceremony was opened, what differs. */
export function acknowledgedLine({
  acknowledged,
  hasEarlier,
}: Pick<AuditView, "acknowledged" | "hasEarlier">): string {
  if (acknowledged) return "Bei der Eröffnung hat der Zeuge bestätigt, was damals zu sehen war.";
  return hasEarlier ? "Das Protokoll sagt nicht, dass der Zeuge dies gesehen hat." : "";
}

/** As many entries are named as in the minutes; of more it is told how many. */
const NAMED = 8;

/** "Entries 3, 4 on page 5; 9 on page 6; and 12 more". Without pages while none is known. */
export function shownBy(entries: readonly number[], pages: ReadonlyMap<number, number>): string {
  const named = entries.slice(0, NAMED);
  const rest = entries.length - named.length;
  const on = (seq: number): number => pages.get(seq) ?? 0;
  const groups = [...new Set(named.map(on))].map((page) => {
    const seqs = named.filter((seq) => on(seq) === page).join(", ");
    return page === 0 ? seqs : `${seqs} auf Seite ${String(page)}`;
  });
  const more = rest > 0 ? [`und ${String(rest)} weitere`] : [];
  return `${entries.length === 1 ? "Eintrag" : "Einträge"} ${[...groups, ...more].join("; ")}`;
}

/** "12 of 33 shown, 9 in part, 8 missing". */
export function complianceSum(rows: readonly Row[]): string {
  const count = (verdict: Row["verdict"]) =>
    String(rows.filter((row) => row.verdict === verdict).length);
  return `${count("shown")} gezeigt, ${count("in-part")} zum Teil, ${count("missing")} fehlend, ${count("not-touched")} nicht in dieser Zeremonie`;
}

const KINDS: Readonly<Record<Difference["kind"], string>> = {
  person: "",
  script: "Der Ablauf",
  version: "Die Version der App",
  commit: "Der Commit der App",
  runtime: "Die Laufzeitumgebung der App",
  system: "Das Betriebssystem",
  program: "Das Programm selbst",
  seal: "Das Siegel von",
};

/** "Witness: was Walter Brandt, is Leela Nair". */
export function differenceLine({ kind, of, before, now }: Difference): string {
  const what =
    kind === "person"
      ? roleTitle(of)
      : kind === "seal"
        ? `${KINDS.seal} ${objectName(of)}`
        : KINDS[kind];
  return `${what}: war ${short(before)}, ist ${short(now)}`;
}

/** Of a digest its first sixteen digits. */
const short = (text: string): string =>
  /^[0-9a-f]{40,64}$/.test(text) ? `${text.slice(0, 16)}\u2026` : text;

/** "Officer 2: card", of "officer-2-card.pdf". */
export function paperTitle(name: string): string {
  const [, seat] = /^officer-(\d+)-card\.pdf$/.exec(name) ?? [];
  if (seat !== undefined) return `Karte von Schlüsselinhaber ${seat}`;
  return TITLES[name] ?? name;
}

const TITLES: Readonly<Record<string, string>> = {
  "minutes.pdf": "Niederschrift, mit dem, was Prüfer erwarten",
  "quorum-certificate.pdf": "Quorumsurkunde",
  "dry-run-certificate.pdf": "Urkunde der Probe",
  "custody-labels.pdf": "Verwahrungsetiketten",
  "custodian-acknowledgement.pdf": "Empfangsbestätigung der Verwahrer",
};
