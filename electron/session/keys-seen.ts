// The newest list of an HSM's keys that records on this computer hold.
import { keysSeenIn, type KeysSeen } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { closedRecord, type CeremonyFolder } from "./folders.ts";

/** What a record saw, with that record's head. */
export interface RecordedKeys extends KeysSeen {
  readonly head: string;
}

/** Null where no closed record has listed the keys of this HSM. */
export function recordedKeys(all: readonly CeremonyFolder[], hsm: string): RecordedKeys | null {
  for (const ceremony of [...all].reverse()) {
    const bytes = closedRecord(ceremony);
    if (bytes === null) continue;
    const { entries, head } = verifyRecord(bytes);
    const seen = keysSeenIn(entries);
    if (seen?.hsm === hsm) return { ...seen, head };
  }
  return null;
}
