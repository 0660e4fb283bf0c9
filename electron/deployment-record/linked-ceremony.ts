// The record of a ceremony that is a step of a deployment: read from its bytes alone, and believed only
// where it means what it says.
import { fold as ceremonyOf } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
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
}

/**
 * @throws Fault E-DEPLOY-CEREMONY where it is another one's, not closed or aborted; E-LOG-*, E-MEAN-*,
 *   E-NOT-A-CEREMONY, E-STATE-RECORD as every reader of records
 */
export function linkedCeremony(
  record: Uint8Array,
  wanted: Wanted,
  mode: Deployment["mode"],
): Linked {
  const { verdict, lack } = rely(verifyRecord(record));
  const { opened } = ceremonyOf(verdict.entries);
  const last = verdict.entries.at(-1);
  const { script = "", hsm = "" } = opened ?? {};
  const wrong = (what: string) => fault("E-DEPLOY-CEREMONY", { what });
  if (!wanted.scripts.includes(script)) throw wrong("it is of another ceremony");
  if (hsm.toLowerCase() !== wanted.hsm.toLowerCase()) throw wrong("it is of another HSM");
  if (opened?.mode !== mode)
    throw wrong(mode === "REHEARSAL" ? "it is not of a rehearsal" : "it is of a rehearsal");
  if (lack === "aborted") throw wrong("the ceremony was aborted");
  if (lack === "open" || last === undefined) throw wrong("it is not closed");
  return { script, hsm, head: verdict.head, closedAt: last.at };
}
