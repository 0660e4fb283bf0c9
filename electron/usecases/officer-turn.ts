// An officer's turn: called to the seat, a vault of their own, the passphrase typed, the vault
// ended.
import { fromUtf8, isFault, sha256Hex } from "../../crypto/index.ts";
import { fold, keptKeyOf, officerOf } from "../ceremony/ceremony.ts";
import type { KeyAt, OfficerMethods, Vault } from "../vault/vault.ts";
import type { Deps, OfficerCall } from "./deps.ts";
import { underWatch } from "./offline-watch.ts";
import { journalOf, load, record, type Turn } from "./turn.ts";

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
    // After a closing only signatures may follow; the signature itself says who it was.
    if (fold(journalOf(deps).entries).closing === null)
      record(deps, { type: "seat-taken", by: officer, data: { officer, step: turn.step.id } });
    return await withVault(deps, turn, work);
  } finally {
    deps.leave(called.seat);
  }
}

/** An officer's vault without their turn: nothing is typed. @throws Fault what the work refuses */
export async function withVault<Result>(
  deps: Deps,
  turn: Turn,
  work: (vault: Vault<OfficerMethods>) => Promise<Result>,
): Promise<Result> {
  const vault = await deps.vaults.openOfficerVault();
  try {
    return await underWatch(deps, turn, vault.end, () => work(vault));
  } finally {
    await vault.end();
  }
}

/** An officer's key file, as their vault is asked to use it. */
export interface KeyFile {
  readonly given: { readonly keyPem: string } | { readonly keyAt: KeyAt };
  readonly isOpen: boolean;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Our own keys are never on a medium without a passphrase, and are passed to the vault. One that
 * another tool made may be: then only the vault reads it, and says what file it is.
 * @throws Fault E-MEDIA-*
 */
export async function keyFileFor(
  { state }: Turn,
  vault: Vault<OfficerMethods>,
  seat: number,
  keyAt: KeyAt,
): Promise<KeyFile> {
  const isForeign = keptKeyOf(state, seat)?.signingThumbprint === "";
  if (isForeign) {
    const { isOpen, size, sha256 } = await vault.call.look({ ...keyAt, accepted: state.accepted });
    return { given: { keyAt }, isOpen, size, sha256 };
  }
  const bytes = load(keyAt.on, keyAt.name);
  const given = { keyPem: fromUtf8(bytes) };
  return { given, isOpen: false, size: bytes.length, sha256: sha256Hex(bytes) };
}

/**
 * A vault's work that waits for what the officer types: both run together, and either may fail. A
 * wrong passphrase is recorded, and typed again as often as this station allows.
 * @throws Fault E-KEY-PASSPHRASE after the last attempt, and what the work throws
 */
export async function whileTyping<Result>(
  deps: Deps,
  turn: Turn,
  called: OfficerCall & { readonly socket: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const officer = officerOf(called.seat);
  // A wrong one voids a closing: then all sign again, and the turn ends there.
  const isClosing = fold(journalOf(deps).entries).closing !== null;
  const all = isClosing ? 1 : deps.patience;
  for (let tries = 1; ; tries++) {
    try {
      const invited = deps.invite({ ...called, again: tries > 1, tries: all - tries + 1 });
      const [result] = await Promise.all([work(), invited]);
      return result;
    } catch (error) {
      if (!isFault(error) || error.code !== "E-KEY-PASSPHRASE") throw error;
      const data = { officer, step: turn.step.id };
      record(deps, { type: "passphrase-refused", by: officer, data });
      if (tries >= all) throw error;
    }
  }
}
