// What is done only once (PBKDF2, by node:crypto alone) is checked against a known answer at start.
import { equal, fromHex, utf8 } from "./bytes.ts";
import { fault } from "./faults.ts";
import { openContent, readJwe, sealDirect } from "./jwe.ts";
import * as native from "./native.ts";

/** PBKDF2-HMAC-SHA256 of "password" and "salt", 4096 rounds: RFC 7914 11's method, 32 bytes. */
const KNOWN = "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a";
const ROUNDS = 4096;
const TRIAL_BYTES = 8192;

/**
 * Every process that may hold a key calls this before its first one.
 * @throws Fault E-SELF-TEST when this machine's PBKDF2 gives another answer
 */
export function checkKnownAnswer(): void {
  const derived = native.pbkdf2("sha256", utf8("password"), utf8("salt"), ROUNDS, 32);
  if (!equal(derived, fromHex(KNOWN) ?? new Uint8Array())) throw fault("E-SELF-TEST");
}

/**
 * Both engines open what was sealed for the trial, long enough to be like a domain's entry.
 * @throws Fault E-SELF-TEST, E-DOUBLE-ENTRY
 */
export function tryEngines(): void {
  const [key, plaintext] = [native.random(64), native.random(TRIAL_BYTES)];
  const opened = openContent(readJwe(sealDirect(plaintext, key, "trial"), "dir"), key);
  if (!equal(opened, plaintext)) throw fault("E-SELF-TEST");
}
