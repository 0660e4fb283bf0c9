// A closed record judged from its bytes alone, as the Audit screen shows it.
import type { AuditView } from "../bridge/room.ts";
import {
  complianceOf, custodyHealth, differencesOf, fold, standingOf, type RecordEntry,
} from "../ceremony/ceremony.ts";
import { judgeBundle } from "../evidence/bundle.ts";
import { verifyRecord } from "../journal/verify.ts";
import { headWords } from "../usecases/turn.ts";
import { fault } from "./faults.ts";
import type { ChosenRecord, DeskOptions } from "./options.ts";
import { recordOf, shelf } from "./shelf.ts";

/**
 * The record of the ceremony with this number on the shelf, or (0) one chosen by hand. Null where
 * none was chosen.
 * @throws Fault E-AUDIT-FILE
 */
export async function recordAt(
  number: number, { root, chooseRecord }: Pick<DeskOptions, "root" | "chooseRecord">,
): Promise<ChosenRecord | null> {
  const shelved = shelf(root)[number - 1];
  if (shelved === undefined) return chosen(chooseRecord);
  const record = recordOf(shelved);
  return record === null ? null : { record, bundle: null };
}

/**
 * A record, judged, with the bundle in which it lies, if any.
 * @param now RFC 3339, UTC
 * @throws Fault E-BUNDLE-*, E-LOG-*, E-STATE-RECORD
 */
export function audit({ record, bundle }: ChosenRecord, now: string): AuditView {
  const verdict = bundle === null ? verifyRecord(record) : judgeBundle(bundle);
  const { entries, head, closed, closedBy, signatures } = verdict;
  const { opened, aborted } = fold(entries);
  return {
    title: opened?.script ?? "",
    mode: opened?.mode ?? "",
    hsm: opened?.hsm ?? "",
    entries: entries.length,
    files: bundle?.size ?? null,
    closed,
    closedBy,
    head,
    words: headWords(head),
    // Signatures before a closing on paper are not over the record's end.
    signers: (closedBy === "paper" ? [] : signatures).map(({ officer, certificate }) => ({
      officer, words: headWords(certificate),
    })),
    exceptions: entries.filter(({ type }) => type === "exception-noted").length,
    aborted: aborted?.reason ?? null,
    compliance: complianceOf(entries),
    differences: differencesOf(entries),
    acknowledged: entries.some(({ type }) => type === "differences-acknowledged"),
    custody: custodyToday(entries, now),
  };
}

function custodyToday(entries: readonly RecordEntry[], now: string): AuditView["custody"] {
  const standing = standingOf(entries);
  return standing.domainSha256 === "" || standing.objects.length === 0 ? null
    : { health: custodyHealth(standing, now), objects: standing.objects };
}

/** A file chosen by hand, or null. @throws Fault E-AUDIT-FILE */
export async function chosen(
  choose: () => Promise<ChosenRecord | null>,
): Promise<ChosenRecord | null> {
  try {
    return await choose();
  } catch {
    throw fault("E-AUDIT-FILE");
  }
}
