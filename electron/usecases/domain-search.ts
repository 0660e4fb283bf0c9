// A security domain that nobody has recorded yet: on which medium it is, and how many officers it is for.
import { isFault, readSecurityDomain, type SecurityDomain } from "../../crypto/index.ts";
import type { Counts } from "../../ceremony-scripts/index.ts";
import { listFiles, type MediaSource, type Medium } from "../media/media.ts";
import { MEDIA } from "./deps.ts";
import { fault } from "./faults.ts";
import { load } from "./turn.ts";

/** A security domain as found on one medium. */
export interface Found {
  readonly on: Medium;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly domain: SecurityDomain;
}

/** The media on which a security domain may be. */
export const DOMAIN_MEDIA = [MEDIA.transfer, MEDIA.domainCopy];

/** Every file of a medium that is a security domain. Unreadable ones are ignored. */
export const domainsOn = (on: Medium, accepted: readonly string[]): readonly Found[] =>
  listFiles(on)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const bytes = load(on, name);
      try {
        return [{ on, name, bytes, domain: readSecurityDomain(bytes, accepted) }];
      } catch (error) {
        // What two people may overrule is a domain, with something new in it.
        if (!isFault(error) || error.overrulable) throw error;
        return [];
      }
    });

/** All that were found are the same. @throws Fault E-DOMAIN-NONE, E-DOMAIN-SEVERAL */
export function theOne(found: readonly Found[]): Found {
  const [first] = found;
  if (first === undefined) throw fault("E-DOMAIN-NONE");
  if (found.some(({ domain }) => domain.sha256 !== first.domain.sha256))
    throw fault("E-DOMAIN-SEVERAL");
  return first;
}

/** The numbers of officers in a domain's file, and where it is. */
export interface CountsFound extends Counts {
  /** The label of its medium. */
  readonly label: string;
  readonly name: string;
}

/** For how many officers the one domain on these media is; null if none can be read, or several are there. */
export function countsFound(media: MediaSource): CountsFound | null {
  const found = DOMAIN_MEDIA.flatMap((label) => orNone(() => domainsOn(media.find(label), []), []));
  const one = orNone(() => theOne(found), null);
  if (one === null) return null;
  const { on, name, domain } = one;
  const { shares, required } = domain;
  return { officers: shares.length, quorum: required, label: on.label, name };
}

/** What is proposed from a medium may be missing: the step itself refuses it by name. */
function orNone<T, None>(read: () => T, none: None): T | None {
  try {
    return read();
  } catch (error) {
    if (isFault(error)) return none;
    throw error;
  }
}
