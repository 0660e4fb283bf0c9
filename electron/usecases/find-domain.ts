// Without an earlier record: finds the security domain and its keys on the media, and says what
// could not be checked.
import { sha256Hex } from "../../crypto/index.ts";
import {
  fault,
  isPlain,
  type CeremonyView,
  type EventData,
  type FileOnMedium,
} from "../ceremony/ceremony.ts";
import { listFiles, type Medium } from "../media/media.ts";
import type { Deps } from "./deps.ts";
import { DOMAIN_MEDIA, domainsOn, theOne, type Found } from "./domain-search.ts";
import { keysNamedBy, leftOpen } from "./found-keys.ts";
import { begin, finish, keep, load, medium, record } from "./turn.ts";

export interface FindRequest {
  /** Where domain and keys come from, and why there is no record: one plain sentence. */
  readonly origin: string;
}

const UNCHECKED: EventData["domain-found"]["unchecked"] = [
  "seals",
  "people",
  "newest-domain",
  "signing-keys",
];

/**
 * The domain is on at least one of its two media; the other gets a copy.
 * @throws Fault E-STATE*, E-ORIGIN-FORM, E-MEDIA-*, E-SD-*, E-DOMAIN-NONE, E-DOMAIN-SEVERAL,
 * E-DOMAIN-OTHER-SIZE and those of `keysNamedBy`
 */
export async function findDomain(deps: Deps, { origin }: FindRequest): Promise<CeremonyView> {
  const turn = begin(deps, "find-domain");
  if (!isPlain(origin, 400)) throw fault("E-ORIGIN-FORM");
  const media = DOMAIN_MEDIA.map((label) => medium(deps, label));
  const { accepted } = turn.state;
  const { domain, name, bytes } = theOne(media.flatMap((on) => domainsOn(on, accepted)));
  const { officers, quorum } = deps.script;
  const { required, shares, sha256 } = domain;
  if (required !== quorum || shares.length !== officers)
    throw fault("E-DOMAIN-OTHER-SIZE", { n: shares.length, required });
  const { keys, foundBy } = await keysNamedBy(deps, turn, domain);
  const files = media.map((on) => onMedium(on, { name, bytes, sha256 }));
  const unprotected = await leftOpen(deps, turn, keys);
  record(deps, {
    type: "domain-found",
    by: turn.step.by,
    data: {
      origin,
      sha256,
      size: bytes.length,
      required,
      files,
      officers: keys,
      unchecked: UNCHECKED,
      unprotected,
      ...(foundBy.length === 0 ? {} : { foundBy }),
    },
  });
  return finish(deps, turn);
}

/** Where it is; a medium without it gets a copy. */
function onMedium(
  on: Medium,
  { name, bytes, sha256 }: Pick<Found, "name" | "bytes"> & { readonly sha256: string },
): FileOnMedium {
  const stands = listFiles(on).includes(name) && sha256Hex(load(on, name)) === sha256;
  return stands
    ? { medium: on.id, label: on.label, name, size: bytes.length, sha256 }
    : keep(on, name, bytes);
}
