// Every sentence of what a record shows beyond its verdict: differences, custody, expectations,
// and the papers that are made of it.
import type { AuditView } from "../../electron/bridge/audit-views.ts";
import { roleTitle } from "./frame.ts";
import { objectName } from "./objects.ts";

type Row = AuditView["compliance"][number];
export type Difference = AuditView["differences"][number];

export const EVIDENCE = {
  papers: "Save a paper",
  all: "All evidence, to a folder",
  saved: "It is in a new folder there.",
  takeAway: "Take the evidence away",
  allSaved: "All evidence is in a new folder there. The witness takes it away.",
  papersOrAll: "Minutes, cards and labels as PDFs; or all evidence, for the witness.",
  custody: "Custody today, from this record",
  noCustody: "This record leaves nothing in custody.",
  differences: "What differs from the previous ceremony",
  noEarlier: "There is no previous ceremony: this is the first record.",
  noDifference: "Nothing: people, script, program and seals are unchanged.",
  confirmDifferences: "What differs from the last ceremony",
  confirmNone: "Nothing differs from the last ceremony: people, script, program.",
  tick: "The witness ticks each of these.",
  compliance: "What auditors expect",
  complianceLine:
    "In our words, with the number in the standard; the standards decide. Pages are "
    + "those of the minutes, which say the same.",
  missing: "Missing",
} as const;

const VERDICTS: Readonly<Record<Row["verdict"], string>> = {
  shown: "shown",
  "in-part": "in part",
  missing: "missing",
  "not-touched": "not in this ceremony",
};

export const verdictWord = ({ verdict }: Row): string => VERDICTS[verdict];

/** Whether the witness saw, when the ceremony was opened, what differs. */
export function acknowledgedLine({
  acknowledged,
  hasEarlier,
}: Pick<AuditView, "acknowledged" | "hasEarlier">): string {
  if (acknowledged) return "At the opening, the witness acknowledged what could be seen then.";
  return hasEarlier ? "The record does not say that the witness saw this." : "";
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
    return page === 0 ? seqs : `${seqs} on page ${String(page)}`;
  });
  const more = rest > 0 ? [`and ${String(rest)} more`] : [];
  return `${entries.length === 1 ? "Entry" : "Entries"} ${[...groups, ...more].join("; ")}`;
}

/** "12 of 33 shown, 9 in part, 8 missing". */
export function complianceSum(rows: readonly Row[]): string {
  const count = (verdict: Row["verdict"]) =>
    String(rows.filter((row) => row.verdict === verdict).length);
  return (
    `${count("shown")} shown, ${count("in-part")} in part, ${count("missing")} missing, `
    + `${count("not-touched")} not in this ceremony`
  );
}

const KINDS: Readonly<Record<Difference["kind"], string>> = {
  person: "",
  script: "The script",
  version: "The version of the app",
  commit: "The commit of the app",
  runtime: "The app\u2019s runtime",
  system: "The operating system",
  program: "The program itself",
  seal: "The seal of",
};

/** "Witness: was Walter Brandt, is Leela Nair". */
export function differenceLine({ kind, of, before, now }: Difference): string {
  const what =
    kind === "person"
      ? roleTitle(of)
      : kind === "seal"
        ? `${KINDS.seal} ${objectName(of)}`
        : KINDS[kind];
  return `${what}: was ${short(before)}, is ${short(now)}`;
}

/** Of a digest its first sixteen digits. */
const short = (text: string): string =>
  /^[0-9a-f]{40,64}$/.test(text) ? `${text.slice(0, 16)}\u2026` : text;

/** "Officer 2: card", of "officer-2-card.pdf". */
export function paperTitle(name: string): string {
  const [, seat] = /^officer-(\d+)-card\.pdf$/.exec(name) ?? [];
  if (seat !== undefined) return `Card of officer ${seat}`;
  return TITLES[name] ?? name;
}

const TITLES: Readonly<Record<string, string>> = {
  "minutes.pdf": "Minutes, with what auditors expect",
  "quorum-certificate.pdf": "Quorum certificate",
  "dry-run-certificate.pdf": "Dry run certificate",
  "custody-labels.pdf": "Custody labels",
  "custodian-acknowledgement.pdf": "Custodians\u2019 acknowledgement",
};
