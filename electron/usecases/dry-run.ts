// A quorum of officers opens the domain for an exchange key that the quorum vault makes itself, and
// the vault opens its own blob. Neither exchange key nor restore blob ever leaves it.
import { officerOf, presentSeats, type CeremonyView } from "../ceremony/ceremony.ts";
import { commitmentBefore, committedIn } from "./commitment.ts";
import type { Deps } from "./deps.ts";
import { domainOnMedia } from "./domain-on-media.ts";
import { withShares } from "./shares.ts";
import { begin, finish, record } from "./turn.ts";

/**
 * @throws Fault E-STATE*, E-NET-*, E-MEDIA-*, E-DOMAIN-*, E-KEY-*, E-SHARE-*, E-BLOB-*,
 *   E-DOUBLE-ENTRY, E-OPENED-OTHER, E-WORKER-GONE
 */
export async function dryRun(deps: Deps): Promise<CeremonyView> {
  const turn = begin(deps, "dry-run");
  const { bytes: domain, files } = domainOnMedia(deps, turn.state);
  const seats = presentSeats(
    deps.script,
    (turn.state.opened?.participants ?? []).map(({ role }) => role),
  );
  const passed = await withShares(deps, turn, seats, domain, (quorum) => {
    deps.notice({ kind: "task", task: "try-recovery" });
    return quorum.call.dryRun({
      domain,
      before: commitmentBefore(turn),
      accepted: turn.state.accepted,
      now: deps.clock().getTime(),
    });
  });
  const { domainSha256, required, entries, opened } = passed.result;
  record(deps, {
    type: "dry-run-passed",
    by: "app",
    data: {
      domainSha256,
      required,
      officers: seats.map(officerOf),
      exchangeKey: "only-in-the-vault",
      entries,
      opened,
      ...committedIn(turn, domainSha256, passed.result),
      media: [...files, ...passed.files],
    },
  });
  return finish(deps, turn);
}
