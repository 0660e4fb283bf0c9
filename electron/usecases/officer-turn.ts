// An officer's turn with his vault: opened, used, ended; a wrong passphrase is counted in the
// record.
import { isFault } from "../../crypto/index.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import { officerOf } from "../ceremony/ceremony.ts";
import type { OfficerMethods, Vault } from "../vault/vault.ts";
import type { Deps, PassphraseInvitation } from "./deps.ts";
import { record } from "./turn.ts";

/**
 * Does `work` with a vault of its own for this officer; the vault's process is gone afterwards.
 * @throws Fault what the work throws; E-KEY-PASSPHRASE is recorded first
 */
export async function withOfficer<Result>(
  deps: Deps,
  step: Step,
  seat: number,
  work: (vault: Vault<OfficerMethods>) => Promise<Result>,
): Promise<Result> {
  const vault = await deps.vaults.openOfficerVault();
  try {
    return await work(vault);
  } catch (error) {
    const officer = officerOf(seat);
    if (isFault(error) && error.code === "E-KEY-PASSPHRASE")
      record(deps, { type: "passphrase-refused", by: officer, data: { officer, step: step.id } });
    throw error;
  } finally {
    await vault.end();
  }
}

/** A vault's call that waits for what the officer types: both go on together, either may fail. */
export async function whileTyping<Result>(
  deps: Deps,
  invitation: PassphraseInvitation,
  call: Promise<Result>,
): Promise<Result> {
  const [result] = await Promise.all([call, deps.invite(invitation)]);
  return result;
}
