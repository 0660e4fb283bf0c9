// The record of a ceremony that is a step of a deployment: read from its bytes alone, and believed only
// where it means what it says.
import { readScript, type Script } from "../../ceremony-scripts/index.ts";
import { fromUtf8, isFault, sha256Hex } from "../../crypto/index.ts";
import { fold as ceremonyOf } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import type { Deployment } from "./state.ts";
import { fault } from "./faults.ts";

interface Wanted {
  readonly scripts: readonly string[];
  readonly hsm: string;
}

interface Linked {
  readonly script: string;
  readonly hsm: string;
  readonly head: string;
  readonly closedAt: string;
  /**
   * Why nothing vouches for the record. "paper": anybody can sign a paper. "anchor": neither its head nor
   * the cards of its signers came another way, and anybody can close a record with keys of their own.
   */
  readonly unvouched: "paper" | "anchor";
}

/** The script with this SHA-256 (hex) among these bytes; one that this app cannot read is none. */
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
 * The step is linked to the record, and both are told whether anything vouches for it: a deployment is
 * given a file, and neither head nor cards.
 * @param scripts of ceremonies on this computer, that the app lacks
 * @throws Fault E-DEPLOY-CEREMONY where it is another one's, not closed or aborted; E-LOG-*, E-MEAN-*,
 *   E-NOT-A-CEREMONY, E-STATE-RECORD as every reader of records
 */
export function linkedCeremony(
  record: Uint8Array,
  wanted: Wanted,
  mode: Deployment["mode"],
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
  if (opened?.mode !== mode)
    throw wrong(
      mode === "REHEARSAL"
        ? sentence("deployment-record-faults.noRehearsal")
        : sentence("deployment-record-faults.rehearsal"),
    );
  if (lack === "aborted") throw wrong(sentence("deployment-record-faults.aborted"));
  if (lack === "open" || last === undefined) throw wrong(sentence("deployment-record-faults.open"));
  return { script, hsm, head: verdict.head, closedAt: last.at, unvouched: lack ?? "anchor" };
}
