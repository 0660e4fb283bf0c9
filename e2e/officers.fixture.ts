// Officers for these tests: one whose keys are made here, and the three of a vector.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { sendSecret, type KeyFileTexts, type OfficerMethods } from "../electron/vault/vault.ts";
import { ROOT } from "./bundle.fixture.ts";
import type { Probe, ProbedVault } from "./probe.fixture.ts";

export const PASSPHRASE = "correct horse battery staple 7741";
/** Of the key files of the vector. */
export const VECTOR_PASSPHRASE = "three officers, two keys";
export const OFFICER = {
  commonName: "Officer One",
  rehearsal: true,
  bits: 2048,
  now: Date.UTC(2026, 10),
};

/** A file of the vector: a quorum of two of three, keys of 4096 bits under a passphrase. */
export const vectorFile = (file: string): Uint8Array =>
  new Uint8Array(
    readFileSync(join(ROOT, "crypto/vectors/independent/2of3-rsa4096-passphrase", file)),
  );
export const vectorText = (file: string): string => new TextDecoder().decode(vectorFile(file));

/** An officer's key files, made in a vault whose passphrase this process typed. */
export async function made(vault: ProbedVault<OfficerMethods>): Promise<KeyFileTexts> {
  const asked = vault.call.make(OFFICER);
  const typed = { passphrase: PASSPHRASE, again: PASSPHRASE };
  expect(await sendSecret(vault.socket, typed)).toEqual({ ok: true });
  return asked;
}

/** The turn of officer `n` of the vector: their share goes to the quorum vault's socket. */
export async function bringShare(
  probe: Probe,
  n: number,
  quorumSocket: string,
): Promise<ProbedVault<OfficerMethods>> {
  const vault = await probe.officer();
  const asked = vault.call.share({
    keyPem: vectorText(`cert_${n - 1}.key`),
    certificatePem: vectorText(`cert_${n - 1}.cer`),
    seat: n,
    domain: vectorFile("sd.json"),
    quorumSocket,
  });
  await sendSecret(vault.socket, { passphrase: VECTOR_PASSPHRASE });
  expect(await asked).toBeNull();
  return vault;
}
