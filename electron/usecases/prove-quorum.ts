// Every subset of the quorum's size opens the very bytes on the media, with keys re-read from
// there.
import { seatsOf, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { withShares } from "./shares.ts";
import { begin, finish, record } from "./turn.ts";

/** @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-DOMAIN-*, E-KEY-*, E-SHARE-*, E-WORKER-GONE */
export async function proveQuorum(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "prove-quorum");
  const { bytes, files } = domainOnMedia(deps, turn.state);
  const seats = seatsOf(deps.script.officers);
  const proven = await withShares(deps, turn, seats, bytes, (quorum) =>
    quorum.call.prove({ domain: bytes, now: deps.clock().getTime() }),
  );
  // When it was proven is the entry's own `at`: the proof is written at once.
  const { domainSha256, required, subsets, entries, opened } = proven.result;
  record(deps, {
    type: "quorum-proven",
    by: "app",
    data: { domainSha256, required, subsets, entries, opened, media: [...files, ...proven.files] },
  });
  await deps.sleep(deps.seeSeconds);
  return finish(deps, turn);
}
