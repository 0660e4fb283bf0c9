// PBKDF2 and scrypt have only one implementation (node:crypto), so their known answers are checked
// before first use.
import { equal, fromHex, utf8 } from "./bytes.ts";
import { fault } from "./faults.ts";
import { openContent, sealDirect } from "./jwe-content.ts";
import { readJwe } from "./jwe.ts";
import * as native from "./native.ts";

/** PBKDF2-HMAC-SHA256 of "password" and "salt", 4096 rounds: RFC 7914 11's method, 32 bytes. */
const KNOWN = "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a";
const ROUNDS = 4096;
/** The same under the other hashes that key files name, 2 rounds; SHA-1's begins as RFC 6070 2 has it. */
const KNOWN_OF_OTHERS = {
  sha1: "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957cae93136266537a8d7bf4b76",
  sha384: "54f775c6d790f21930459162fc535dbf04a939185127016a04176a0730c6f1f4",
  sha512: "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c",
};
/** scrypt of "" and "", N 16, r 1, p 1, 64 bytes: RFC 7914 12, its first vector. */
const KNOWN_SCRYPT =
  "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
  + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906";
const TRIAL_BYTES = 8192;

let isChecked = false;

/**
 * As `checkKnownAnswer`, once per process: called before any derivation from a passphrase, so that
 * a start without one does not wait for it.
 * @throws Fault E-SELF-TEST
 */
export function checkOnce(): void {
  if (isChecked) return;
  checkKnownAnswer();
  isChecked = true;
}

/** @throws Fault E-SELF-TEST if this machine's PBKDF2 or scrypt gives another answer */
export function checkKnownAnswer(): void {
  const derived = (hash: string, rounds: number) =>
    native.pbkdf2(hash, utf8("password"), utf8("salt"), rounds, 32);
  const none = new Uint8Array();
  const byScrypt = native.scrypt(none, none, { N: 16, r: 1, p: 1 }, 64);
  const isRight =
    isKnown(derived("sha256", ROUNDS), KNOWN)
    && Object.entries(KNOWN_OF_OTHERS).every(([hash, known]) => isKnown(derived(hash, 2), known))
    && isKnown(byScrypt, KNOWN_SCRYPT);
  if (!isRight) throw fault("E-SELF-TEST");
}

const isKnown = (answer: Uint8Array, known: string): boolean =>
  equal(answer, fromHex(known) ?? new Uint8Array());

/**
 * Both engines open a trial message as long as a domain's entry.
 * @throws Fault E-SELF-TEST, E-DOUBLE-ENTRY
 */
export function tryEngines(): void {
  const [key, plaintext] = [native.random(64), native.random(TRIAL_BYTES)];
  const opened = openContent(readJwe(sealDirect(plaintext, key, "trial"), "dir"), key);
  if (!equal(opened, plaintext)) throw fault("E-SELF-TEST");
}
