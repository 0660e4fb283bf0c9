// The key of an entry: NIST's vectors for its one step, pyca's KBKDF for the whole.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromHex, toHex, utf8 } from "./bytes.ts";
import { deriveEntryKey, firstBlock } from "./kdf.ts";
import { random } from "./native.ts";

const FILE = new URL("vectors/nist/sp800-108-counter-hmac-sha512.txt", import.meta.url);

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** Each vector's lines `NAME = VALUE`, from its COUNT to its KO. */
const vectors = readFileSync(FILE, "utf8")
  .split("COUNT=")
  .slice(1)
  .map(
    (text) =>
      new Map(
        [...text.matchAll(/^\s*([A-Za-z ]+) = ([0-9a-f]+)\s*$/gm)].map(
          ([, name, value]) => [name ?? "", value ?? ""] as const,
        ),
      ),
  );

test("NIST's file has the 40 vectors of HMAC-SHA-512 with a counter of 32 bits before", () => {
  const sections = readFileSync(FILE, "utf8").match(/^\[.*\]$/gm);
  expect(sections).toEqual(["[PRF=HMAC_SHA512]", "[CTRLOCATION=BEFORE_FIXED]", "[RLEN=32_BITS]"]);
  expect(vectors).toHaveLength(40);
  const lengths = vectors.map((vector) => vector.get("L"));
  const ten = (length: string) => Array.from({ length: 10 }, () => length);
  expect(lengths).toEqual(["128", "256", "160", "320"].flatMap(ten));
});

test("all 40 begin as the block that an entry's key is", () => {
  const ours = vectors.map((vector) => {
    const input = bytes(vector.get("FixedInputData") ?? "");
    expect(input).toHaveLength(60);
    const block = firstBlock(bytes(vector.get("KI") ?? ""), input);
    return toHex(block.subarray(0, Number(vector.get("L")) / 8));
  });
  expect(ours).toEqual(vectors.map((vector) => vector.get("KO")));
});

/** Our own, because NIST has none of 512 bits; pyca gave the same. */
const OWN = "d9ff36057727af52fa939047ea9099b183f143972bd54f97d17a6a6ef1e933d9";
const OWN_KEY =
  "78e4bc28076b48db3f4ce99f51f38591e19845000bf99f1177cd886d6a2a5816"
  + "d4e55eb0e2c4a0da7cdd9c7e3c295f02163e8a1d478fd10e144b9f0ecacfff41";

test("a key of 512 bits is the one noted here", () => {
  expect(toHex(deriveEntryKey(bytes(OWN), "hsm_backup"))).toBe(OWN_KEY);
});

/** Reads lines of secret and label in hex, writes one key per line. */
const PYCA = `
import sys
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.kbkdf import CounterLocation, KBKDFHMAC, Mode
for line in sys.stdin:
    secret, label = (bytes.fromhex(word) for word in line.split())
    print(KBKDFHMAC(hashes.SHA512(), Mode.CounterMode, 64, 4, 4, CounterLocation.BeforeFixed,
                    label, b"", None).derive(secret).hex())
`;
const python = ["/usr/bin/python3", "-c"] as const;
const there = spawnSync(python[0], [python[1], "import cryptography"]).status === 0;

test.skipIf(!there && process.env["CI"] !== "true")(
  "pyca gives the same keys of 512 bits (needs python3-cryptography)",
  () => {
    const labels = ["hsm_backup", "base_enclave_backup", "partition_enclave_backup", "x", "\u00e9"];
    const given = labels.flatMap((label) =>
      Array.from({ length: 20 }, () => ({ label, secret: random(32) })),
    );
    const own = { label: "hsm_backup", secret: bytes(OWN) };
    const all = [own, ...given];
    const lines = all.map(({ label, secret }) => `${toHex(secret)} ${toHex(utf8(label))}\n`);
    const input = lines.join("");
    const ran = spawnSync(python[0], [python[1], PYCA], { input, encoding: "utf8" });
    expect(ran.stderr).toBe("");
    const keys = all.map(({ label, secret }) => toHex(deriveEntryKey(secret, label)));
    expect(ran.stdout.trim().split("\n")).toEqual(keys);
    expect(keys).toHaveLength(101);
  },
);
