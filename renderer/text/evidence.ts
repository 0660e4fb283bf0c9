// What a record shows beyond its verdict: differences, custody, expectations, and its papers.
import { known, list, sentence, type Value } from "../../electron/text/text.ts";
import type { AuditView } from "../../electron/bridge/audit-views.ts";
import { roleOf } from "./frame.ts";
import { objectIn } from "./objects.ts";
import { said, say } from "./say.ts";

type Row = AuditView["compliance"][number];
export type Difference = AuditView["differences"][number];

export const verdictWord = ({ verdict }: Row): string => say(`evidence.verdicts.${verdict}`);

/** Whether the witness saw the differences at the opening. */
export function acknowledgedLine({
  acknowledged,
  hasEarlier,
}: Pick<AuditView, "acknowledged" | "hasEarlier">): string {
  if (acknowledged) return say("evidence.acknowledged");
  return hasEarlier ? say("evidence.notAcknowledged") : "";
}

/** As many entries are named as in the minutes; the rest are counted. */
const NAMED = 8;

/** "Entries 3, 4 on page 5; 9 on page 6; and 12 more". Without pages while they are unknown. */
export function shownBy(entries: readonly number[], pages: ReadonlyMap<number, number>): string {
  const named = entries.slice(0, NAMED);
  const rest = entries.length - named.length;
  const on = (seq: number): number => pages.get(seq) ?? 0;
  const groups = [...new Set(named.map(on))].map((page): Value => {
    const seqs = list(named.filter((seq) => on(seq) === page));
    return page === 0 ? seqs : sentence("evidence.onPage", { entries: seqs, page });
  });
  const more = rest > 0 ? [sentence("evidence.andMore", { rest })] : [];
  return say("evidence.shownBy", {
    count: entries.length,
    entries: list([...groups, ...more], "; "),
  });
}

/** "12 of 33 shown, 9 in part, 8 missing". */
export function complianceSum(rows: readonly Row[]): string {
  const count = (verdict: Row["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  return say("evidence.sum", {
    shown: count("shown"),
    inPart: count("in-part"),
    missing: count("missing"),
    notTouched: count("not-touched"),
  });
}

/** "Witness: was Walter Brandt, is Leela Nair". */
export const differenceLine = ({ kind, of, before, now }: Difference): string =>
  say("evidence.difference", {
    what:
      kind === "person"
        ? roleOf(of)
        : kind === "seal"
          ? sentence("evidence.sealOf", { object: objectIn(of) })
          : sentence(`evidence.kinds.${kind}`),
    before: short(before),
    now: short(now),
  });

/** The first sixteen digits of a digest. */
const short = (text: string): string =>
  /^[0-9a-f]{40,64}$/.test(text) ? `${text.slice(0, 16)}\u2026` : text;

/** "Officer 2: card", of "officer-2-card.pdf". */
export function paperTitle(name: string): string {
  const [, seat] = /^officer-(\d+)-card\.pdf$/.exec(name) ?? [];
  if (seat !== undefined) return say("evidence.card", { seat });
  return said(known(`evidence.titles.${name}`) ?? name);
}
