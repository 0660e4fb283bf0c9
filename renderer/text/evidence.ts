// Every sentence of what a record shows beyond its verdict: differences, custody, expectations,
// and the papers that are made of it.
import type { AuditView } from "../../electron/bridge/room.ts";
import { roleTitle } from "./frame.ts";
import { objectName } from "./objects.ts";

type Row = AuditView["compliance"][number];
export type Difference = AuditView["differences"][number];

export const EVIDENCE = {
  papers: "Save a paper",
  papersLine: "Minutes, cards and labels as PDFs, made from the record alone.",
  custody: "Custody today, by this record",
  differences: "What differs from the ceremony before",
  noDifference: "Nothing: people, script, program and seals are as they were.",
  acknowledged: "The witness acknowledged at the opening what could be seen then.",
  notAcknowledged: "The record does not say that the witness saw this.",
  confirmDifferences: "What differs from the last ceremony",
  confirmNone: "Nothing differs from the last ceremony: people, script, program.",
  tick: "The witness ticks each of them.",
  compliance: "What auditors expect",
  complianceLine: "In our words, under the number of the text. The minutes say the same, with "
    + "pages.",
  entries: (entries: readonly number[]): string => entries.length === 1
    ? `Entry ${String(entries[0])}` : `Entries ${entries.join(", ")}`,
  missing: "Missing",
} as const;

const VERDICTS: Readonly<Record<Row["verdict"], string>> = {
  "shown": "shown", "in-part": "in part", "missing": "missing",
  "not-touched": "not in this ceremony",
};

export const verdictWord = ({ verdict }: Row): string => VERDICTS[verdict];

/** "12 of 33 shown, 9 in part, 8 missing". */
export function complianceSum(rows: readonly Row[]): string {
  const count = (verdict: Row["verdict"]) =>
    String(rows.filter((row) => row.verdict === verdict).length);
  return `${count("shown")} shown, ${count("in-part")} in part, ${count("missing")} missing, `
    + `${count("not-touched")} not in this ceremony`;
}

const KINDS: Readonly<Record<Difference["kind"], string>> = {
  person: "", script: "The script", version: "The version of the app",
  commit: "The commit of the app", runtime: "The app\u2019s runtime",
  system: "The operating system", program: "The program itself", seal: "The seal of",
};

/** "Witness: was Walter Brandt, is Leela Nair". */
export function differenceLine({ kind, of, before, now }: Difference): string {
  const what = kind === "person" ? roleTitle(of)
    : kind === "seal" ? `${KINDS.seal} ${objectName(of)}` : KINDS[kind];
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
  "custody-labels.pdf": "Custody labels",
  "custodian-acknowledgement.pdf": "Custodians\u2019 acknowledgement",
};
