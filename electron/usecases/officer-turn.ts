// An officer's turn: called to the seat, a vault of their own, the passphrase typed, the vault
// ended.
import { isFault } from "../../crypto/index.ts";
import { fold, keptKeyOf, officerOf, type State } from "../ceremony/ceremony.ts";
import type { OfficerMethods, Vault } from "../vault/vault.ts";
import type { Deps, OfficerCall } from "./deps.ts";
import { journalOf, record, type Turn } from "./turn.ts";

/**
 * Calls an officer and does `work` with a vault of their own; its process is gone afterwards.
 * @throws Fault what the officer or the work refuses
 */
export async function withOfficer<Result>(
  deps: Deps,
  turn: Turn,
  called: OfficerCall,
  work: (vault: Vault<OfficerMethods>) => Promise<Result>,
): Promise<Result> {
  await deps.call(called);
  try {
    const officer = officerOf(called.seat);
    // After a closing only signatures may follow; the signature itself tells who sat there.
    if (fold(journalOf(deps).entries).closing === null)
      record(deps, { type: "seat-taken", by: officer, data: { officer, step: turn.step.id } });
    return await withVault(deps, work);
  } finally {
    deps.leave(called.seat);
  }
}

async function withVault<Result>(
  deps: Deps,
  work: (vault: Vault<OfficerMethods>) => Promise<Result>,
): Promise<Result> {
  const vault = await deps.vaults.openOfficerVault();
  try {
    return await work(vault);
  } finally {
    await vault.end();
  }
}

/** Whether this key file is one that another tool made and left without a passphrase. */
export function isLeftOpen(state: State, seat: number, keyPem: string): boolean {
  const isForeign = keptKeyOf(state, seat)?.signingThumbprint === "";
  return isForeign && !keyPem.includes("-----BEGIN ENCRYPTED PRIVATE KEY-----");
}

/**
 * A vault's work that waits for what the officer types: both go on together, either may fail. A
 * wrong passphrase is recorded, and typed again as often as this station is patient.
 * @throws Fault E-KEY-PASSPHRASE after the last try, and what the work throws
 */
export async function whileTyping<Result>(
  deps: Deps,
  turn: Turn,
  called: OfficerCall & { readonly socket: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const officer = officerOf(called.seat);
  for (let tries = 1; ; tries++) {
    try {
      const invited = deps.invite({ ...called, again: tries > 1 });
      const [result] = await Promise.all([work(), invited]);
      return result;
    } catch (error) {
      if (!isFault(error) || error.code !== "E-KEY-PASSPHRASE") throw error;
      // It voids a closing: then all sign again, and the turn ends here.
      const closing = fold(journalOf(deps).entries).closing !== null;
      const data = { officer, step: turn.step.id };
      record(deps, { type: "passphrase-refused", by: officer, data });
      if (closing || tries >= deps.patience) throw error;
    }
  }
}
