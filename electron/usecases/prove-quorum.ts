// Every subset of the quorum's size opens the actual bytes on the media, with keys read again from
// there. Keys that were made in this ceremony are opened from their backups too: these are sealed
// soon, and not read for years.
import { officerOf, seatsOf, type CeremonyView } from "../ceremony/ceremony.ts";
import type { OfficerMethods, Vault } from "../vault/vault.ts";
import { commitmentBefore, committedIn } from "./commitment.ts";
import { MEDIA, type Deps } from "./deps.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { checkKeyFiles, keyFilesOf, readKeyFiles } from "./key-files.ts";
import { withShares } from "./shares.ts";
import { begin, finish, medium, record, type Turn } from "./turn.ts";

/**
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-DOMAIN-*, E-KEY-*, E-SHARE-*, E-BACKUP-CHANGED,
 *   E-OPENED-OTHER, E-KEY-FILE-CHANGED, E-WORKER-GONE
 */
export async function proveQuorum(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "prove-quorum");
  const backups: number[] = [];
  const { bytes, files } = domainOnMedia(deps, turn.state);
  const seats = seatsOf(deps.script.officers);
  const proven = await withShares(
    deps,
    turn,
    seats,
    bytes,
    (quorum) =>
      quorum.call.prove({
        domain: bytes,
        before: commitmentBefore(turn),
        accepted: turn.state.accepted,
        now: deps.clock().getTime(),
      }),
    async (seat, vault) => {
      checkKeyFiles(turn.state, seat, medium(deps, MEDIA.own(seat)));
      if (await openBackup(deps, turn, seat, vault)) backups.push(seat);
    },
  );
  const committed = committedIn(turn, proven.result.domainSha256, proven.result);
  for (const officer of backups.sort().map(officerOf))
    record(deps, {
      type: "key-opened",
      by: officer,
      data: { officer, media: [`${officer}-backup`] },
    });
  // The entry's own `at` is when it was proven: the proof is written at once.
  const { domainSha256, required, subsets, entries, opened } = proven.result;
  record(deps, {
    type: "quorum-proven",
    by: "app",
    data: {
      domainSha256,
      required,
      subsets,
      entries,
      opened,
      ...committed,
      media: [...files, ...proven.files],
    },
  });
  await deps.sleep(deps.seeSeconds);
  return finish(deps, turn);
}

/**
 * The backup is the medium that was written, with the exact files; and the passphrase of this turn
 * opens them.
 * @returns false if no key of this ceremony is on one
 * @throws Fault E-MEDIA-*, E-BACKUP-CHANGED, E-KEY-*
 */
async function openBackup(
  deps: Deps,
  { state }: Turn,
  seat: number,
  vault: Vault<OfficerMethods>,
): Promise<boolean> {
  const label = MEDIA.backup(seat);
  const written =
    state.officers[officerOf(seat)]?.made?.files.filter((file) => file.label === label) ?? [];
  const [first] = written;
  if (first === undefined) return false;
  const on = medium(deps, label, first.medium);
  checkKeyFiles(state, seat, on);
  await vault.call.prove({ ...readKeyFiles(on, keyFilesOf(state, seat)), seat });
  return true;
}
