// The four files of an officer's keys, as they lie on their own medium and on its backup; and the
// one that another tool made.
import { fromUtf8 } from "../../crypto/index.ts";
import { keyNamesOf, type State } from "../ceremony/ceremony.ts";
import { listFiles, type Medium } from "../media/media.ts";
import type { KeyFileTexts } from "../vault/vault.ts";
import { FILES } from "./deps.ts";
import { load } from "./turn.ts";

/** Their names: key and certificate of the wrapping key, then of the signing key. */
export function keyFilesOf(state: State, seat: number): readonly string[] {
  const { key, signing } = keyNamesOf(state, seat);
  return [key, signing].flatMap((name) => [FILES.keyNamed(name), FILES.certificateNamed(name)]);
}

/** What a file may be called that holds a key: as ours, or as other tools call theirs. */
export const KEY_ENDINGS = [".key", ".pem", ".pfx", ".p12"] as const;

/** The name of the key's file on this medium: the first ending that is there, else as ours. */
export function keyFileOn(on: Medium, name: string): string {
  const names = listFiles(on);
  const [found = FILES.keyNamed(name)] = KEY_ENDINGS.map((end) => name + end).filter((file) =>
    names.includes(file),
  );
  return found;
}

/** Reads them, in the order of `keyFilesOf`. @throws Fault E-MEDIA-* */
export function readKeyFiles(from: Medium, names: readonly string[]): KeyFileTexts {
  const [keyPem = "", certificatePem = "", signingKeyPem = "", signingCertificatePem = ""] =
    names.map((name) => fromUtf8(load(from, name)));
  return { keyPem, certificatePem, signingKeyPem, signingCertificatePem };
}
