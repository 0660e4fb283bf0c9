// The newest list of an HSM's keys in the records on this computer.
import { isFault } from "../../crypto/index.ts";
import { keysSeenIn, type KeysSeen } from "../ceremony/ceremony.ts";
import { verifyRecord, type Verdict } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import { scriptsKept } from "./script-kept.ts";
import { closedRecord, type CeremonyFolder } from "./folders.ts";

/** What a record saw, with that record's head. */
export interface RecordedKeys extends KeysSeen {
  readonly head: string;
}

/** Null if no closed record that means what it says has listed the keys of this HSM. */
export function recordedKeys(all: readonly CeremonyFolder[], hsm: string): RecordedKeys | null {
  for (const ceremony of [...all].reverse()) {
    const bytes = closedRecord(ceremony);
    const verdict = bytes === null ? null : goodOrNull(bytes, all);
    const seen = verdict === null ? null : keysSeenIn(verdict.entries);
    if (verdict !== null && seen?.hsm === hsm) return { ...seen, head: verdict.head };
  }
  return null;
}

/** A refused record says nothing about an HSM's keys. */
function goodOrNull(bytes: Uint8Array, all: readonly CeremonyFolder[]): Verdict | null {
  try {
    return rely(verifyRecord(bytes), { own: scriptsKept(all) }).verdict;
  } catch (error) {
    if (!isFault(error)) throw error;
    return null;
  }
}
