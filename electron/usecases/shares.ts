// Officers open their shares, each in a vault of his own, for one quorum vault that ends with the
// step.
import { fromUtf8, sha256Hex } from "../../crypto/index.ts";
import { fault, officerOf, type FileOnMedium, type State } from "../ceremony/ceremony.ts";
import type { QuorumMethods, Vault } from "../vault/vault.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { whileTyping, withOfficer } from "./officer-turn.ts";
import { load, medium, type Turn, certificateOf } from "./turn.ts";

/** What a quorum's work came to, and which key files, re-read from the media, it used. */
export interface WithShares<Result> {
  readonly result: Result;
  readonly files: readonly FileOnMedium[];
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
  try {
    const turns = await Promise.allSettled(
      seats.map((seat) => openShare(deps, turn, seat, domain, quorum.door)),
    );
    const files = turns.flatMap((done) => {
      if (done.status === "rejected") throw done.reason;
      return done.value;
    });
    return { result: await work(quorum), files };
  } finally {
    await quorum.end();
  }
}

async function openShare(
  deps: Deps,
  turn: Turn,
  seat: number,
  domain: Uint8Array,
  quorumDoor: string,
): Promise<readonly FileOnMedium[]> {
  const label = MEDIA.own(seat);
  const on = medium(deps, label);
  const [key, certificate] = [FILES.key(seat), FILES.certificate(seat)].map((name) => ({
    name,
    bytes: load(on, name),
  }));
  if (key === undefined || certificate === undefined) return [];
  if (certificateOf(deps, certificate.bytes).thumbprint !== thumbprintOf(turn.state, seat))
    throw fault("E-CERT-SWAPPED", { n: seat });
  await withOfficer(deps, turn.step, seat, (vault) =>
    whileTyping(
      deps,
      { seat, purpose: "open", door: vault.door },
      vault.call.share({
        keyPem: fromUtf8(key.bytes),
        certificatePem: fromUtf8(certificate.bytes),
        seat,
        domain,
        quorumDoor,
      }),
    ),
  );
  return [key, certificate].map(({ name, bytes }) => ({
    medium: on.id,
    label,
    name,
    size: bytes.length,
    sha256: sha256Hex(bytes),
  }));
}

/**
 * The thumbprint of an officer's wrapping certificate: of this record, or of the one it continues.
 */
function thumbprintOf(state: State, seat: number): string | undefined {
  const officer = officerOf(seat);
  const [earlier] = state.opened?.earlier ?? [];
  return (
    state.officers[officer]?.made?.thumbprint ??
    earlier?.officers.find((known) => known.officer === officer)?.thumbprint
  );
}
