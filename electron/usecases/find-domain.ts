// Without an earlier record: the security domain and the keys it names are found on the media, and
// what could not be checked is said.
import {
  isFault,
  readSecurityDomain,
  sha256Hex,
  shareNamedBy,
  wayToShare,
  type FoundBy,
  type SecurityDomain,
} from "../../crypto/index.ts";
import {
  fault,
  isPlain,
  officerOf,
  presentSeats,
  rolesIn,
  seatsOf,
  type CeremonyView,
  type EventData,
  type FileOnMedium,
  type KnownOfficer,
} from "../ceremony/ceremony.ts";
import { listFiles, type Medium } from "../media/media.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { fault as refusal } from "./faults.ts";
import { underWatch } from "./offline-watch.ts";
import { begin, certificateOf, finish, keep, load, medium, record, type Turn } from "./turn.ts";

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

/** A security domain as it was found on one medium. */
interface Found {
  readonly on: Medium;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly domain: SecurityDomain;
}

/** An officer's key, the name of its share ("" where every share is tried), and how that is found. */
interface FoundKey {
  readonly key: KnownOfficer;
  readonly share: string;
  readonly by: FoundBy;
}

interface FoundKeys {
  readonly keys: readonly KnownOfficer[];
  /** Of those whose share is not named by the certificate's thumbprint. */
  readonly foundBy: NonNullable<EventData["domain-found"]["foundBy"]>;
}

/**
 * The domain lies on one of its two media at least; the other gets a copy.
 * @throws Fault E-STATE*, E-ORIGIN-FORM, E-MEDIA-*, E-SD-*, E-DOMAIN-NONE, E-DOMAIN-SEVERAL,
 *   E-DOMAIN-OTHER-SIZE, E-CERT-* (E-CERT-UNKNOWN may be overruled), E-KEY-NONE, E-KEY-TWICE
 */
export async function findDomain(deps: Deps, { origin }: FindRequest): Promise<CeremonyView> {
  const turn = begin(deps, "find-domain");
  if (!isPlain(origin, 400)) throw fault("E-ORIGIN-FORM");
  const media = [MEDIA.transfer, MEDIA.domainCopy].map((label) => medium(deps, label));
  const { domain, name, bytes } = theOne(media.flatMap((on) => domainsOn(on, turn)));
  const { officers, quorum } = deps.script;
  const { required, shares, sha256 } = domain;
  if (required !== quorum || shares.length !== officers)
    throw fault("E-DOMAIN-OTHER-SIZE", { n: shares.length, required });
  const { keys, foundBy } = keysNamedBy(deps, turn, domain);
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

/** Every file of a medium that is a security domain. What cannot be read as one is none. */
const domainsOn = (on: Medium, { state }: Turn): readonly Found[] =>
  listFiles(on)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const bytes = load(on, name);
      try {
        return [{ on, name, bytes, domain: readSecurityDomain(bytes, state.accepted) }];
      } catch (error) {
        // What two people may overrule is a domain, with something new in it.
        if (!isFault(error) || error.overrulable) throw error;
        return [];
      }
    });

/** All that were found are one and the same. */
function theOne(found: readonly Found[]): Found {
  const [first] = found;
  if (first === undefined) throw refusal("E-DOMAIN-NONE");
  if (found.some(({ domain }) => domain.sha256 !== first.domain.sha256))
    throw refusal("E-DOMAIN-SEVERAL");
  return first;
}

/** Where it lies; a medium that has none of these bytes gets them. */
function onMedium(
  on: Medium,
  { name, bytes, sha256 }: Pick<Found, "name" | "bytes"> & { readonly sha256: string },
): FileOnMedium {
  const stands = listFiles(on).includes(name) && sha256Hex(load(on, name)) === sha256;
  return stands
    ? { medium: on.id, label: on.label, name, size: bytes.length, sha256 }
    : keep(on, name, bytes);
}

/**
 * Each officer's key: of those who came, as it is on their medium; of the others only the
 * thumbprint is known, and which of the remaining ones is whose nobody can tell: they keep the
 * domain's order.
 */
function keysNamedBy(deps: Deps, turn: Turn, domain: SecurityDomain): FoundKeys {
  const present = presentSeats(deps.script, rolesIn(turn.state));
  const brought = new Map(present.map((seat) => [seat, keyOn(deps, turn, seat, domain)]));
  const found = [...brought.values()];
  const prints = new Set(found.map(({ key: { thumbprint } }) => thumbprint));
  if (prints.size < brought.size) throw refusal("E-KEY-TWICE");
  const taken = new Set(found.map(({ share }) => share));
  const left = domain.shares
    .map(({ thumbprint }) => thumbprint)
    .filter((thumbprint) => !taken.has(thumbprint));
  const keys = seatsOf(deps.script.officers).map(
    (seat) =>
      brought.get(seat)?.key ?? {
        officer: officerOf(seat),
        keyName: "",
        signingName: "",
        thumbprint: left.shift() ?? "",
        signingThumbprint: "",
      },
  );
  const foundBy = found.flatMap(({ key: { officer }, by }) =>
    by === "thumbprint" ? [] : [{ officer, by }],
  );
  return { keys, foundBy };
}

/**
 * The key on this officer's medium that the domain names, and a signing key beside it. Where it
 * names none and two people accepted that, the one key that is there: it is tried on every share.
 */
function keyOn(deps: Deps, { state }: Turn, seat: number, domain: SecurityDomain): FoundKey {
  const on = medium(deps, MEDIA.own(seat));
  const names = listFiles(on);
  const pairs = names
    .filter((name) => name.endsWith(".cer"))
    .map((name) => name.slice(0, -4))
    .filter((name) => names.includes(FILES.keyNamed(name)))
    .map((name) => ({
      name,
      certificate: certificateOf(deps, load(on, FILES.certificateNamed(name)), state.accepted),
    }));
  const signing = pairs.find(({ name }) => name.startsWith("sign_"));
  const [other, another] = pairs.filter(({ name }) => !name.startsWith("sign_"));
  const key =
    pairs.find(({ certificate }) => shareNamedBy(domain, certificate) !== null)
    ?? (another === undefined ? other : undefined);
  if (key === undefined) throw refusal("E-KEY-NONE", { n: seat });
  return {
    by: wayToShare(domain, key.certificate, seat, state.accepted),
    share: shareNamedBy(domain, key.certificate)?.share.thumbprint ?? "",
    key: {
      officer: officerOf(seat),
      keyName: key.name,
      thumbprint: key.certificate.thumbprint,
      signingName: signing?.name ?? "",
      signingThumbprint: signing?.certificate.thumbprint ?? "",
    },
  };
}

/**
 * Whose keys lie on their media without a passphrase: whoever had such a medium has the key. Each
 * officer's vault looks, so that no key comes into this process.
 */
async function leftOpen(deps: Deps, turn: Turn, keys: readonly KnownOfficer[]): Promise<string[]> {
  const open: string[] = [];
  for (const { officer, keyName } of keys) {
    if (keyName === "") continue;
    const vault = await deps.vaults.openOfficerVault();
    try {
      const on = medium(deps, officer);
      const look = () => vault.call.look({ on, name: FILES.keyNamed(keyName) });
      const { isOpen } = await underWatch(deps, turn, vault.end, look);
      if (isOpen) open.push(officer);
    } finally {
      await vault.end();
    }
  }
  return open;
}
