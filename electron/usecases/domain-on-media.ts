// The security domain on its media, every copy checked against the record's SHA-256.
import { isFault, readSecurityDomain, sha256Hex } from "../../crypto/index.ts";
import {
  domainNameAfter,
  fault as ceremonyFault,
  knownOf,
  type FileOnMedium,
  type State,
} from "../ceremony/ceremony.ts";
import { MEDIA, FILES, type Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { load, medium } from "./turn.ts";

/** The domain's bytes, their SHA-256 (hex), and where each copy was read. */
export interface DomainOnMedia {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly files: readonly FileOnMedium[];
}

/**
 * Reads the domain from both its media: the one this ceremony downloaded, the earlier one's, or the
 * one that was found.
 * @throws Fault E-MEDIA-*; E-DOMAIN-HASH if a copy differs from the record, E-SD-WRONG-HSM if it is
 * a domain that names none of these officers
 */
export function domainOnMedia(deps: Deps, state: State): DomainOnMedia {
  const known = knownOf(state);
  const recorded = state.domain?.sha256 ?? known?.domainSha256;
  const name =
    state.domain?.files[0]?.name ?? known?.domainFile ?? FILES.domain(domainNameAfter(state));
  const copies = [MEDIA.transfer, MEDIA.domainCopy].map((label) => {
    const on = medium(deps, label);
    const bytes = load(on, name);
    const sha256 = sha256Hex(bytes);
    if (sha256 !== recorded)
      throw ceremonyFault(isAnothers(bytes, state) ? "E-SD-WRONG-HSM" : "E-DOMAIN-HASH");
    const file = { medium: on.id, label, name, size: bytes.length, sha256 };
    return { bytes, file };
  });
  const [first] = copies;
  if (first === undefined) throw fault("E-DOMAIN-MISSING");
  return { bytes: first.bytes, sha256: first.file.sha256, files: copies.map(({ file }) => file) };
}

/** Whether these bytes are a valid security domain that was made for none of our officers. */
function isAnothers(bytes: Uint8Array, state: State): boolean {
  const ours = Object.values(state.officers).map(({ made }) => made?.thumbprint);
  const known = (knownOf(state)?.officers ?? []).map(({ thumbprint }) => thumbprint);
  try {
    const { shares } = readSecurityDomain(bytes, state.accepted);
    return shares.every(({ thumbprint }) => ![...ours, ...known].includes(thumbprint));
  } catch (error) {
    if (isFault(error)) return false;
    throw error;
  }
}
