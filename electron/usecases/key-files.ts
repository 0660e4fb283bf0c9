// The four files of an officer's keys, on their own medium and on its backup; and the one that
// another tool made.
import { fromUtf8, isFault, readCertificate, sha256Hex } from "../../crypto/index.ts";
import { keptKeyOf, keyNamesOf, officerOf, type State } from "../ceremony/ceremony.ts";
import { listFiles, type Medium } from "../media/media.ts";
import type { KeyFileTexts } from "../vault/vault.ts";
import { FILES, MEDIA } from "./deps.ts";
import { fault } from "./faults.ts";
import { load } from "./turn.ts";

/** Their names: key and certificate of the wrapping key, then of the signing key. */
export function keyFilesOf(state: State, seat: number): readonly string[] {
  const { key, signing } = keyNamesOf(state, seat);
  return [key, signing].flatMap((name) => [FILES.keyNamed(name), FILES.certificateNamed(name)]);
}

/** Possible names of a key's file: ours, or those of other tools. */
export const KEY_ENDINGS = [".key", ".pem", ".pfx", ".p12"] as const;

export const isKeyFile = (name: string): boolean => KEY_ENDINGS.some((end) => name.endsWith(end));

/** The name of the key's file on this medium: the first ending that exists, else ours. */
export function keyFileOn(on: Medium, name: string): string {
  const names = listFiles(on);
  const [found = FILES.keyNamed(name)] = KEY_ENDINGS.map((end) => name + end).filter((file) =>
    names.includes(file),
  );
  return found;
}

/**
 * Every file of an officer that a later ceremony needs is on this medium, and is the one on record:
 * the medium may be sealed soon, and is not read for years. Of keys made in this ceremony the exact
 * bytes are known, of older ones their certificates; only its vault can say whether a key opens.
 * Other tools' names of a key's file are accepted.
 * @throws Fault E-MEDIA-* with the file and the medium, E-KEY-FILE-CHANGED, of a backup
 * E-BACKUP-CHANGED
 */
export function checkKeyFiles(state: State, seat: number, on: Medium): void {
  const made = state.officers[officerOf(seat)]?.made?.files.filter(
    ({ label }) => label === on.label,
  );
  const sums = new Map(made?.map(({ name, sha256 }) => [name, sha256]));
  const changed = (file: string) =>
    on.label === MEDIA.backup(seat)
      ? fault("E-BACKUP-CHANGED", { n: seat })
      : fault("E-KEY-FILE-CHANGED", { n: seat, file });
  for (const [file, sha256] of sums) if (sha256Hex(load(on, file)) !== sha256) throw changed(file);
  const kept = keptKeyOf(state, seat);
  // A key that another tool made may be unprotected, and is read only by its vault.
  if (kept === null || kept.signingThumbprint === "") return;
  for (const [name, print] of [
    [kept.keyName, kept.thumbprint],
    [kept.signingName, kept.signingThumbprint],
  ] as const) {
    const file = FILES.certificateNamed(name);
    if (thumbprintIn(load(on, file), state.accepted) !== print) throw changed(file);
    load(on, keyFileOn(on, name));
  }
}

/** SHA-256 (hex) of the certificate's DER; "" if it is not one. */
function thumbprintIn(bytes: Uint8Array, accepted: readonly string[]): string {
  try {
    return readCertificate(bytes, accepted).thumbprint;
  } catch (error) {
    if (isFault(error)) return "";
    throw error;
  }
}

/** Reads them, in the order of `keyFilesOf`. @throws Fault E-MEDIA-* */
export function readKeyFiles(from: Medium, names: readonly string[]): KeyFileTexts {
  const [keyPem = "", certificatePem = "", signingKeyPem = "", signingCertificatePem = ""] =
    names.map((name) => fromUtf8(load(from, name)));
  return { keyPem, certificatePem, signingKeyPem, signingCertificatePem };
}
