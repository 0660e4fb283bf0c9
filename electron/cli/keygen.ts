// `sd keygen`: an officer's wrapping key and its certificate, made without a ceremony.
import { statSync } from "node:fs";
import { join } from "node:path";
import { isFault, random, readCertificate } from "../../crypto/index.ts";
import {
  checkCommonName,
  makeWrappingKey,
  proveKeyFile,
  WRAPPING_KEY_BITS,
} from "../../crypto/secret-half.ts";
import { checkName } from "../media/media.ts";
import { checkOffline, checkTraces, readNetwork, readTraces } from "../network/network.ts";
import { need, numberOf, usage, type Given } from "./shared/arguments.ts";
import { fault } from "./shared/faults.ts";
import { checkFree, readInput } from "./shared/files.ts";
import { sweepPair, writePair, type PairPaths } from "./key-pair.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";
import { newPassphrase } from "./shared/passphrases.ts";
import { spoken, wordsOf } from "./shared/spoken.ts";

const OUT = "--out";

/**
 * Makes the key; both files are read back and proven before either has its name. A kill may leave
 * hidden .part files, and a NAME.cer without its NAME.key: no key was made then, and repeating the
 * command removes them. If NAME.key exists, both are complete and proven, even if a kill kept the
 * program from saying so.
 * @throws Fault E-USAGE, E-MEDIA-NAME, E-DIR-MISSING, E-FILE-*, E-CERT-NAME, E-PASS-*, E-KEY-*
 */
export async function keygen(given: Given, { warn }: Pick<Voice, "warn">): Promise<Outcome> {
  const places = placesOf(given);
  const commonName = need(given, "--subject");
  const bits = bitsOf(given);
  checkCommonName(commonName);
  warnOfComputer(warn);
  const passphrase = await newPassphrase(given);
  const identity = { commonName, rehearsal: false, now: new Date(), random };
  const { keyPem, certificate } = await makeWrappingKey(identity, bits, passphrase);
  await writePair(places, { key: keyPem, certificate: certificate.pem }, OUT, (aside) => {
    const beside = readCertificate(readInput(aside.certificate, OUT));
    proveKeyFile(readInput(aside.key, OUT), beside, passphrase, 1);
  });
  const { thumbprint } = certificate;
  const text = [
    `The key is made, read back and proven: ${String(bits)} bits, with its certificate beside it.`,
    `Thumbprint of the certificate: ${thumbprint}`,
    `In words: ${wordsOf(thumbprint)}`,
  ].join("\n");
  const { key, certificate: beside } = places;
  return { text, data: { thumbprint: spoken(thumbprint), bits, key, certificate: beside } };
}

/** Checked before any passphrase is asked for. */
function placesOf(given: Given): PairPaths {
  const [folder, name] = [need(given, OUT), need(given, "--name")];
  const [key, certificate] = [`${name}.key`, `${name}.cer`];
  checkName(key);
  if (!isFolder(folder)) throw fault("E-DIR-MISSING", { flag: OUT });
  const places = { key: join(folder, key), certificate: join(folder, certificate) };
  sweepPair(places);
  checkFree(places.key, OUT);
  checkFree(places.certificate, OUT);
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

/** In a ceremony each of these forbids this step; here the operator is only warned. */
function warnOfComputer(warn: Voice["warn"]): void {
  for (const found of [networkFault(), checkTraces(readTraces(), "PRODUCTION")])
    if (found !== null) warn({ code: found.code.replace(/^E-/, "W-"), message: found.message });
}

function networkFault() {
  try {
    return checkOffline(readNetwork(), "PRODUCTION");
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}
