// The record of a ceremony that is a step of a deployment: read from its bytes alone and fully
// checked.
import { readScript, type Script } from "../../ceremony-scripts/index.ts";
import { fromUtf8, isFault, sha256Hex } from "../../crypto/index.ts";
import { fold as ceremonyOf } from "../ceremony/ceremony.ts";
import type { Mode } from "../record/forms.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { fault } from "./faults.ts";

interface Wanted {
  readonly scripts: readonly string[];
  readonly hsm: string;
  /** How many officers the plan has, and how many of them open the domain. */
  readonly officers: number;
  readonly quorum: number;
}

interface Linked {
  readonly script: string;
  readonly hsm: string;
  readonly head: string;
  readonly closedAt: string;
  /**
   * Why nothing vouches for the record. "paper": anyone can sign a paper. "anchor": neither its head nor
   * its signers' cards came another way, and anyone can close a record with their own keys.
   */
  readonly unvouched: "paper" | "anchor";
}

/** The script with this SHA-256 (hex); undefined if it is absent or this app cannot read it. */
const among =
  (scripts: readonly Uint8Array[]) =>
  (sha256: string): Script | null => {
    const text = scripts.find((one) => sha256Hex(one) === sha256);
    try {
      return text === undefined ? null : readScript(fromUtf8(text), sha256);
    } catch (error) {
      if (isFault(error) || error instanceof TypeError) return null;
      throw error;
    }
  };

/**
 * Links the step to the record, and says whether anything vouches for it: a deployment gets a file,
 * and neither head nor cards.
 * @param scripts from ceremonies on this computer that the app lacks
 * @throws Fault E-DEPLOY-CEREMONY if it belongs to another step, is open, was aborted or is not vouched for;
 * E-LOG-*,
 * E-MEAN-*, E-NOT-A-CEREMONY, E-STATE-RECORD as every reader of records
 */
export function linkedCeremony(
  record: Uint8Array,
  wanted: Wanted,
  mode: Mode,
  scripts: readonly Uint8Array[] = [],
): Linked {
  const { verdict, lack } = rely(verifyRecord(record), { own: among(scripts) });
  const { opened } = ceremonyOf(verdict.entries);
  const last = verdict.entries.at(-1);
  const { script = "", hsm = "" } = opened ?? {};
  const wrong = (what: RefusalSentence) => fault("E-DEPLOY-CEREMONY", { what });
  if (!wanted.scripts.includes(script))
    throw wrong(sentence("deployment-record-faults.otherCeremony"));
  if (hsm.toLowerCase() !== wanted.hsm.toLowerCase())
    throw wrong(sentence("deployment-record-faults.otherHsm"));
  if (opened?.officers !== wanted.officers || opened.required !== wanted.quorum)
    throw wrong(sentence("deployment-record-faults.otherCounts"));
  if (opened.mode !== mode)
    throw wrong(
      mode === "REHEARSAL"
        ? sentence("deployment-record-faults.noRehearsal")
        : sentence("deployment-record-faults.rehearsal"),
    );
  if (lack === "aborted") throw wrong(sentence("deployment-record-faults.aborted"));
  if (lack === "open" || last === undefined) throw wrong(sentence("deployment-record-faults.open"));
  if (lack === "signers") throw wrong(sentence("deployment-record-faults.short"));
  return { script, hsm, head: verdict.head, closedAt: last.at, unvouched: lack ?? "anchor" };
}
