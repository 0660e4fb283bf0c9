// Officers open their shares, each in a vault of their own, for one quorum vault that ends with the
// step.
import { fromUtf8, sha256Hex } from "../../crypto/index.ts";
import { fault, keyNamesOf, thumbprintOf, type FileOnMedium } from "../ceremony/ceremony.ts";
import type { QuorumMethods, Vault } from "../vault/vault.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { isLeftOpen, whileTyping, withOfficer } from "./officer-turn.ts";
import { load, medium, type Turn, certificateOf } from "./turn.ts";

/** What an officer's turn used: the files, re-read from the medium, and what was overruled. */
interface Opened {
  readonly files: readonly FileOnMedium[];
  /** Codes that were accepted and that reading the certificates needed. */
  readonly overruled: readonly string[];
}

/** What a quorum's work came to, and what all the turns used. */
export interface WithShares<Result> extends Opened {
  readonly result: Result;
}

/**
 * Opens the shares of these seats in parallel and gives the quorum vault to `work`.
 * @throws Fault E-MEDIA-*, E-CERT-*, E-KEY-*, E-JWE-*, E-SHARE-*, E-WORKER-GONE; the shares are
 *   gone then
 */
export async function withShares<Result>(
  deps: Deps,
  turn: Turn,
  seats: readonly number[],
  domain: Uint8Array,
  work: (quorum: Vault<QuorumMethods>) => Promise<Result>,
): Promise<WithShares<Result>> {
  const quorum = await deps.vaults.openQuorumVault();
  const { accepted } = turn.state;
  try {
    const seen: number[] = [];
    const turns = await Promise.allSettled(
      seats.map(async (seat) => {
        const opening = openShare(deps, turn, seat, domain, quorum.socket);
        const opened = await opening.catch((error: unknown) => {
          deps.dismiss(seat);
          throw error;
        });
        deps.notice({ kind: "share-opened", seat });
        // A subset that does not open says nothing here: the work that follows names what is wrong.
        seen.push(seat);
        for (const subset of await quorum.call.subsets({ domain, seats: seen, seat, accepted }))
          deps.notice({ kind: "subset-proven", seats: subset });
        return opened;
      }),
    );
    const all = turns.map((done) => {
      if (done.status === "rejected") throw done.reason;
      return done.value;
    });
    const files = all.flatMap((opened) => opened.files);
    const overruled = all.flatMap((opened) => opened.overruled);
    return { result: await work(quorum), files, overruled };
  } finally {
    await quorum.end();
  }
}

async function openShare(
  deps: Deps,
  turn: Turn,
  seat: number,
  domain: Uint8Array,
  quorumSocket: string,
): Promise<Opened> {
  const called = { seat, purpose: "open" } as const;
  return withOfficer(deps, turn, called, async (vault) => {
    // Read only now: the officer was called with their medium.
    const label = MEDIA.own(seat);
    const { accepted } = turn.state;
    const on = medium(deps, label);
    const name = keyNamesOf(turn.state, seat).key;
    const [key, certificate] = [FILES.keyNamed(name), FILES.certificateNamed(name)].map((file) => ({
      name: file,
      bytes: load(on, file),
    }));
    if (key === undefined || certificate === undefined) return { files: [], overruled: [] };
    const { thumbprint, overruled } = certificateOf(deps, certificate.bytes, accepted);
    if (thumbprint !== thumbprintOf(turn.state, seat)) throw fault("E-CERT-SWAPPED", { n: seat });
    const texts = { keyPem: fromUtf8(key.bytes), certificatePem: fromUtf8(certificate.bytes) };
    deps.notice({ kind: "task", task: "open-share", seat });
    const mayBeOpen = isLeftOpen(turn.state, seat, texts.keyPem);
    const open = () =>
      vault.call.share({ ...texts, seat, domain, quorumSocket, accepted, mayBeOpen });
    await (mayBeOpen ? open() : whileTyping(deps, turn, { ...called, socket: vault.socket }, open));
    const files = [key, certificate].map(({ name: file, bytes }) => ({
      medium: on.id,
      label,
      name: file,
      size: bytes.length,
      sha256: sha256Hex(bytes),
    }));
    return { files, overruled };
  });
}
