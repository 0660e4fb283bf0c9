// The officers' keys as other tools left them: a key with its certificate beside it; or both in one
// file, whose certificate is then written beside it.
import {
  isFault,
  shareNamedBy,
  utf8,
  wayToShare,
  type Certificate,
  type FoundBy,
  type SecurityDomain,
} from "../../crypto/index.ts";
import {
  officerOf,
  presentSeats,
  rolesIn,
  seatsOf,
  type EventData,
  type KnownOfficer,
} from "../ceremony/ceremony.ts";
import { listFiles, type Medium } from "../media/media.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { fault as refusal } from "./faults.ts";
import { KEY_ENDINGS, keyFileOn } from "./key-files.ts";
import { withVault } from "./officer-turn.ts";
import { certificateOf, keep, load, medium, type Turn } from "./turn.ts";

/** An officer's key, the name of its share ("" if every share is tried), and how that is found. */
interface FoundKey {
  readonly key: KnownOfficer;
  readonly share: string;
  readonly by: FoundBy;
}

interface FoundKeys {
  readonly keys: readonly KnownOfficer[];
  /** Of shares that are not named by the certificate's thumbprint. */
  readonly foundBy: NonNullable<EventData["domain-found"]["foundBy"]>;
}

/**
 * Each officer's key: of those who came, as on their medium; of the others only the thumbprint is
 * known, and nobody can say which of the remaining ones is whose: they keep the domain's order.
 * @throws Fault E-MEDIA-*, E-CERT-* (E-CERT-UNKNOWN may be overruled), E-KEY-NONE, E-KEY-TWICE,
 * E-KEY-CERTIFICATE, and those of reading a key file
 */
export async function keysNamedBy(
  deps: Deps,
  turn: Turn,
  domain: SecurityDomain,
): Promise<FoundKeys> {
  const brought = new Map<number, FoundKey>();
  for (const seat of presentSeats(deps.script, rolesIn(turn.state)))
    brought.set(seat, await keyOn(deps, turn, seat, domain));
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

/** A key's name, which its certificate shares, and that certificate. */
interface Pair {
  readonly name: string;
  readonly certificate: Certificate;
}

/**
 * The key on this officer's medium that the domain names, and a signing key beside it. If it names
 * none and two people accepted that, the only key there: it is tried on every share.
 */
async function keyOn(
  deps: Deps,
  turn: Turn,
  seat: number,
  domain: SecurityDomain,
): Promise<FoundKey> {
  const { accepted } = turn.state;
  const on = medium(deps, MEDIA.own(seat));
  const isNamed = ({ certificate }: Pair) => shareNamedBy(domain, certificate) !== null;
  let pairs = pairsOn(deps, turn, on);
  if (!pairs.some(isNamed) && (await takeOut(deps, turn, seat, on)))
    pairs = pairsOn(deps, turn, on);
  const signing = pairs.find(({ name }) => isSigning(name));
  const [other, another] = pairs.filter(({ name }) => !isSigning(name));
  const key = pairs.find(isNamed) ?? (another === undefined ? other : undefined);
  if (key === undefined) throw refusal("E-KEY-NONE", { n: seat });
  return {
    by: wayToShare(domain, key.certificate, seat, accepted),
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

const isSigning = (name: string): boolean => name.startsWith("sign_");

/** Every certificate beside a key of its name. */
function pairsOn(deps: Deps, { state }: Turn, on: Medium): readonly Pair[] {
  const names = listFiles(on);
  return names
    .filter((name) => name.endsWith(".cer"))
    .map((name) => name.slice(0, -4))
    .filter((name) => names.includes(keyFileOn(on, name)))
    .map((name) => ({
      name,
      certificate: certificateOf(deps, load(on, FILES.certificateNamed(name)), state.accepted),
    }));
}

/**
 * Writes the certificate in a key's own file beside it. Only the officer's vault reads that file.
 * @returns whether there was one
 * @throws Fault E-KEY-CERTIFICATE if they all need passphrases: none is typed in this step
 */
async function takeOut(deps: Deps, turn: Turn, seat: number, on: Medium): Promise<boolean> {
  const { accepted } = turn.state;
  const names = listFiles(on);
  const alone = names.flatMap((file) => {
    const name = nameOf(file);
    const isAlone =
      name !== null && !isSigning(name) && !names.includes(FILES.certificateNamed(name));
    return isAlone ? [{ file, certificate: FILES.certificateNamed(name) }] : [];
  });
  if (alone.length === 0) return false;
  const found = new Map<string, Uint8Array>();
  let sealed = 0;
  await withVault(deps, turn, async (vault) => {
    for (const { file, certificate } of alone) {
      const look = vault.call.look({ on, name: file, accepted });
      const pem = await look.then(({ certificatePem }) => certificatePem, noKey);
      if (pem === null) sealed += 1;
      else if (pem !== "") found.set(certificate, utf8(pem));
    }
  });
  if (sealed > 0 && found.size === 0) throw refusal("E-KEY-CERTIFICATE", { n: seat });
  for (const [name, pem] of found) {
    certificateOf(deps, pem, accepted);
    keep(on, name, pem);
  }
  return found.size > 0;
}

/** The name of a key's file without its ending; null for another file. */
function nameOf(file: string): string | null {
  const ending = KEY_ENDINGS.find((end) => file.endsWith(end));
  return ending === undefined ? null : file.slice(0, -ending.length);
}

/** A file without a key in it, such as an authority's certificates, is ignored. */
function noKey(error: unknown): string {
  if (isFault(error) && error.code === "E-KEY-PEM") return "";
  throw error;
}

/**
 * Whose keys are not encrypted on their media: the medium alone gives the key. Each officer's vault
 * reads them, so that no key enters this process.
 */
export async function leftOpen(
  deps: Deps,
  turn: Turn,
  keys: readonly KnownOfficer[],
): Promise<string[]> {
  const open: string[] = [];
  for (const { officer, keyName } of keys) {
    if (keyName === "") continue;
    const on = medium(deps, officer);
    const look = { on, name: keyFileOn(on, keyName), accepted: turn.state.accepted };
    const { isExposed } = await withVault(deps, turn, (vault) => vault.call.look(look));
    if (isExposed) open.push(officer);
  }
  return open;
}
