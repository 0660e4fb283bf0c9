// Officers open their shares, each in a vault of their own, for one quorum vault that ends with the
// step.
import { fromUtf8, sha256Hex } from "../../crypto/index.ts";
import { fault, keyNamesOf, thumbprintOf, type FileOnMedium } from "../ceremony/ceremony.ts";
import type { OfficerMethods, QuorumMethods, Vault } from "../vault/vault.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { underWatch } from "./offline-watch.ts";
import { keyFileOn } from "./key-files.ts";
import { keyFileFor, whileTyping, withOfficer } from "./officer-turn.ts";
import { load, medium, type Turn, certificateOf } from "./turn.ts";

/** What an officer's turn used: the files, re-read from the medium, and what was overruled. */
interface Opened {
  readonly files: readonly FileOnMedium[];
  /** Codes that were accepted and that reading the certificates needed. */
  readonly overruled: readonly string[];
}

type Besides = (seat: number, vault: Vault<OfficerMethods>) => Promise<void>;

interface Opening {
  readonly domain: Uint8Array;
  readonly quorumSocket: string;
  readonly besides: Besides;
}

/** The result of a quorum's work, and what all the turns used. */
export interface WithShares<Result> extends Opened {
  readonly result: Result;
}

/**
 * Opens the shares of these seats in parallel and passes the quorum vault to `work`.
 * @param besides other work of an officer's turn, with their vault
 * @throws Fault E-MEDIA-*, E-CERT-*, E-KEY-*, E-JWE-*, E-SHARE-*, E-WORKER-GONE; the shares are
 * gone then
 */
export async function withShares<Result>(
  deps: Deps,
  turn: Turn,
  seats: readonly number[],
  domain: Uint8Array,
  work: (quorum: Vault<QuorumMethods>) => Promise<Result>,
  besides: Besides = async () => undefined,
): Promise<WithShares<Result>> {
  const quorum = await deps.vaults.openQuorumVault();
  const { accepted } = turn.state;
  const opened = async (): Promise<WithShares<Result>> => {
    const seen: number[] = [];
    const turns = await Promise.allSettled(
      seats.map(async (seat) => {
        const opening = openShare(deps, turn, seat, {
          domain,
          quorumSocket: quorum.socket,
          besides,
        });
        const opened = await opening.catch((error: unknown) => {
          deps.dismiss(seat);
          throw error;
        });
        deps.notice({ kind: "share-opened", seat });
        // A subset that does not open is not reported here: the work that follows names what is wrong.
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
  };
  try {
    return await underWatch(deps, turn, quorum.end, opened);
  } finally {
    await quorum.end();
  }
}

async function openShare(
  deps: Deps,
  turn: Turn,
  seat: number,
  { domain, quorumSocket, besides }: Opening,
): Promise<Opened> {
  const called = { seat, purpose: "open" } as const;
  return withOfficer(deps, turn, called, async (vault) => {
    // Read only now: the officer was called with their medium.
    const label = MEDIA.own(seat);
    const { accepted } = turn.state;
    const on = medium(deps, label);
    const name = keyNamesOf(turn.state, seat).key;
    const [keyName, certificateName] = [keyFileOn(on, name), FILES.certificateNamed(name)];
    const bytes = load(on, certificateName);
    const { thumbprint, overruled } = certificateOf(deps, bytes, accepted);
    if (thumbprint !== thumbprintOf(turn.state, seat)) throw fault("E-CERT-SWAPPED", { n: seat });
    const { given, isOpen, ...key } = await keyFileFor(turn, vault, seat, { on, name: keyName });
    const certificatePem = fromUtf8(bytes);
    deps.notice({ kind: "task", task: "open-share", seat });
    const open = () =>
      vault.call.share({ ...given, certificatePem, seat, domain, quorumSocket, accepted });
    await (isOpen ? open() : whileTyping(deps, turn, { ...called, socket: vault.socket }, open));
    await besides(seat, vault);
    const files = [
      { medium: on.id, label, name: keyName, ...key },
      { medium: on.id, label, name: certificateName, size: bytes.length, sha256: sha256Hex(bytes) },
    ];
    return { files, overruled };
  });
}
