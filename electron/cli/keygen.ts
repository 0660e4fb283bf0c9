// `sd keygen`: an officer's wrapping key and its certificate, made without a ceremony.
import { statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { isFault, random, readCertificate } from "../../crypto/index.ts";
import {
  checkKnownAnswer, judgeCommonName, makeWrappingKey, proveKeyFile, WRAPPING_KEY_BITS,
} from "../../crypto/secret-half.ts";
import { syncFolder } from "../disk/disk.ts";
import { judgeName } from "../media/media.ts";
import { judgeOffline, readNetwork } from "../network/network.ts";
import { need, numberOf, usage, type Flags, type Given } from "./arguments.ts";
import { fault } from "./faults.ts";
import { judgeFree, readInput, writeOutput } from "./files.ts";
import type { Outcome, Voice } from "./outcome.ts";
import { newPassphrase } from "./passphrases.ts";
import { spoken, wordsOf } from "./spoken.ts";

export const KEYGEN_FLAGS: Flags = {
  "--out": "one",
  "--name": "one",
  "--bits": "one",
  "--subject": "one",
  "--passphrase-file": "one",
};

const OUT = "--out";

/** Where the two files go. */
interface Places {
  readonly folder: string;
  readonly key: string;
  readonly certificate: string;
}

/**
 * Makes the key; says so only after both files were read back and proven.
 * @throws Fault E-USAGE, E-MEDIA-NAME, E-DIR-MISSING, E-FILE-*, E-CERT-NAME, E-PASS-*, E-KEY-*
 */
export async function keygen(given: Given, { warn }: Pick<Voice, "warn">): Promise<Outcome> {
  checkKnownAnswer();
  const places = placesOf(given);
  const commonName = need(given, "--subject");
  const bits = bitsOf(given);
  judgeCommonName(commonName);
  warnOfNetwork(warn);
  const passphrase = await newPassphrase(given);
  const identity = { commonName, rehearsal: false, now: new Date(), random };
  const { keyPem, certificate } = await makeWrappingKey(identity, bits, passphrase);
  writeBoth(places, keyPem, certificate.pem, passphrase);
  const { thumbprint } = certificate;
  const text = [
    `The key is made, read back and proven: ${String(bits)} bits, with its certificate beside it.`,
    `Thumbprint of the certificate: ${thumbprint}`,
    `In words: ${wordsOf(thumbprint)}`,
  ].join("\n");
  const { key, certificate: beside } = places;
  return { text, data: { thumbprint: spoken(thumbprint), bits, key, certificate: beside } };
}

/** Judged before any passphrase is asked for. */
function placesOf(given: Given): Places {
  const [folder, name] = [need(given, OUT), need(given, "--name")];
  const [key, certificate] = [`${name}.key`, `${name}.cer`];
  judgeName(key);
  if (!isFolder(folder)) throw fault("E-DIR-MISSING", { flag: OUT });
  const places = { folder, key: join(folder, key), certificate: join(folder, certificate) };
  judgeFree(places.key, OUT);
  judgeFree(places.certificate, OUT);
  return places;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function bitsOf(given: Given): number {
  const wanted = numberOf(given, "--bits", 4096, 4096);
  if (!WRAPPING_KEY_BITS.some((bits) => bits === wanted))
    throw usage("The flag --bits takes 2048, 3072 or 4096.");
  return wanted;
}

/** In a ceremony a connection forbids this step; here the operator is told, and goes on. */
function warnOfNetwork(warn: Voice["warn"]): void {
  const found = networkFault();
  if (found !== null) warn({ code: found.code.replace(/^E-/, "W-"), message: found.message });
}

function networkFault() {
  try {
    return judgeOffline(readNetwork(), "PRODUCTION");
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}

/** Both files stand and are proven, or neither stands. */
function writeBoth(
  places: Places, keyPem: string, certificatePem: string, passphrase: string,
): void {
  const written: string[] = [];
  const write = (path: string, text: string) => {
    writeOutput(path, OUT, text);
    written.push(path);
  };
  try {
    write(places.key, keyPem);
    write(places.certificate, certificatePem);
    const certificate = readCertificate(readInput(places.certificate, OUT));
    proveKeyFile(readInput(places.key, OUT), certificate, passphrase, 1);
  } catch (error) {
    remove(places.folder, written);
    throw error;
  }
}

function remove(folder: string, paths: readonly string[]): void {
  try {
    for (const path of paths) unlinkSync(path);
    if (paths.length > 0) syncFolder(folder);
  } catch {
    // The medium is gone, or takes no more changes: what is told is why the writing failed.
  }
}
