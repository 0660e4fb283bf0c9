// A23: certificates and keys with random damage are refused by a Fault and at once; node reads
// accepted ones alike. Some thousands of each, or 50,000 if LONG is set.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { expect, test } from "vitest";
import { certificateOf, keyUsage, nameOf, OWN } from "./certificate.fixture.ts";
import { concat } from "./bytes.ts";
import { utf8, isFault, readCertificateDer, writePem, type Certificate } from "./index.ts";
import { readPbes2, sealPbes2 } from "./pbes2.ts";
import { readPem } from "./pem.ts";
import { processorTimeSince } from "./processor-time.fixture.ts";
import { openPrivateKey } from "./secret-half.ts";
import { vector } from "./vectors.fixture.ts";

const long = process.env["LONG"] === "1";
const RUNS = long ? 50_000 : 2_000;
const LIMIT_MS = 1000;

/** Random numbers that are the same in every run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One to three changes: a bit, a byte, a cut, bytes put in, taken out, or doubled. */
function mutated(bytes: Uint8Array, pick: (below: number) => number): Uint8Array {
  let changed: Uint8Array = bytes.slice();
  for (let count = 1 + pick(3); count > 0; count--) {
    const at = pick(changed.length || 1);
    const [before, after] = [changed.subarray(0, at), changed.subarray(at)];
    const kind = pick(8);
    if (kind < 3) changed[at] = (changed[at] ?? 0) ^ (1 << pick(8));
    else if (kind < 5) changed[at] = [0, 0x80, 0xff, 0x30, 0x7f, pick(256)][pick(6)] ?? 0;
    else if (kind === 5) changed = concat(before, Uint8Array.of(pick(256)), after);
    else if (kind === 6) changed = concat(before, after.subarray(1 + pick(4)));
    else changed = pick(4) === 0 ? before.slice() : concat(before, after.subarray(0, 8), after);
  }
  return changed;
}

/** The result of the work, or null for a refusal; anything but a timely refusal fails. */
function refusedOr<Result>(work: () => Result): Result | null {
  const began = process.cpuUsage();
  try {
    return work();
  } catch (error) {
    expect(isFault(error), String(error)).toBe(true);
    return null;
  } finally {
    expect(processorTimeSince(began)).toBeLessThan(LIMIT_MS);
  }
}

function sameToNode(ours: Certificate): void {
  const theirs = new X509Certificate(ours.pem);
  const { n, e } = theirs.publicKey.export({ format: "jwk" });
  expect({ n, e }).toEqual({ n: ours.modulus, e: "AQAB" });
  expect([theirs.validFrom, theirs.validTo].map((date) => Date.parse(date))).toEqual(
    [ours.notBefore, ours.notAfter].map((date) => date.getTime()),
  );
  // Not beyond ASCII, nor with a backslash: node and we escape these differently.
  const { CN = "" } = theirs.toLegacyObject().subject as { CN?: string | string[] };
  const name = [CN].flat()[0];
  if (/^[\x20-\x7e]*$/.test(String(CN)))
    expect(ours.commonName).toBe(name?.replaceAll("\\", "\\u{5c}"));
}

const AZURE = new URL("../../shared/vectors/azure/exchange-2025.pem", import.meta.url);
const pemFiles: readonly (readonly [string, Uint8Array])[] = [
  ["of an officer", vector("2of3-rsa2048", "cert_0.cer")],
  ...(existsSync(AZURE)
    ? [["of Azure (needs ../shared)", new Uint8Array(readFileSync(AZURE))] as const]
    : []),
];
const certificates: readonly (readonly [string, Uint8Array])[] = [
  ["with an extension", certificateOf({ extensions: [keyUsage(0x20)] })],
  // Issued by another, so no signature of its own prevents its reading.
  [
    "of another issuer",
    certificateOf({ issuer: nameOf("somebody"), extensions: [keyUsage(0x20)] }),
  ],
  ...pemFiles.map(([what, pem]) => [what, derOf(pem)] as const),
];

function derOf(pem: Uint8Array): Uint8Array {
  const [block] = [readPem(pem)].flat();
  if (block === undefined || typeof block === "number") throw new Error("no PEM");
  return block.der;
}

test.each(certificates)("A23 a certificate %s, damaged", (_, good) => {
  const pick = numbers(23);
  let taken = 0;
  for (let run = 0; run < RUNS / certificates.length; run++) {
    const der = mutated(good, pick);
    const read = refusedOr(() => readCertificateDer(der));
    if (read === null) continue;
    taken += 1;
    sameToNode(read);
  }
  // Undetected damage is rare, except in a name or a date that is still valid.
  expect(taken).toBeLessThan(RUNS / certificates.length / 2);
});

test("A23 a private key, damaged", () => {
  const pick = numbers(24);
  for (let run = 0; run < RUNS; run++) {
    const der = mutated(OWN.pkcs8, pick);
    const read = refusedOr(() => openPrivateKey(utf8(writePem("PRIVATE KEY", der)), "", 1));
    if (read === null) continue;
    const ours = createPrivateKey({ key: Buffer.from(read.pkcs8), format: "der", type: "pkcs8" });
    const good = createPrivateKey({ key: Buffer.from(OWN.pkcs8), format: "der", type: "pkcs8" });
    expect(ours.export({ format: "jwk" })).toEqual(good.export({ format: "jwk" }));
  }
});

test("A23 a protected key's outer form, damaged: checked before any work is done", () => {
  const counted = (length: number) => Uint8Array.from({ length }, (_, i) => i);
  const good = sealPbes2(OWN.pkcs8, utf8("passphrase"), counted);
  const pick = numbers(25);
  for (let run = 0; run < RUNS; run++) {
    // The parameters; the ciphertext after them is arbitrary.
    const der = concat(mutated(good.subarray(0, 130), pick), good.subarray(130));
    const read = refusedOr(() => readPbes2(der));
    if (read !== null) expect(read.iv).toHaveLength(16);
  }
});
