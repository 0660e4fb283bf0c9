// The evidence of a closed ceremony, put where a person finds it.
import type { Script } from "../../ceremony-scripts/index.ts";
import { utf8 } from "../../crypto/index.ts";
import { verifyRecord } from "../journal/verify.ts";
import { deliver, markDelivered, REPORT_FILE } from "../rehearse/deliver.ts";
import { closedRecord, deliveredMarker, type CeremonyFolder } from "../rehearse/folders.ts";
import { reportOf } from "../rehearse/trial-report.ts";
import { scoreOf } from "../rehearse/trial-score.ts";
import { evidenceFolder } from "./shelf.ts";

/**
 * @param media the folder in which the evidence has its place
 * @returns whether the record is closed
 * @throws as `deliver`
 */
export async function putEvidence(
  media: string, ceremony: CeremonyFolder, script: Script,
): Promise<boolean> {
  const record = closedRecord(ceremony);
  if (record === null) return false;
  const { entries, head } = verifyRecord(record);
  const score = scoreOf(entries);
  await deliver(evidenceFolder(media, ceremony), record, script, score === null ? [] : [
    { name: REPORT_FILE, bytes: utf8(reportOf(score, script.title, head)) },
  ]);
  markDelivered(deliveredMarker(ceremony));
  return true;
}
