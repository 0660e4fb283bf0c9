// Which program and which system a record's first entry names.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { toWords } from "../../crypto/index.ts";
import { identity, imageWords } from "./identity.ts";

const folder = mkdtempSync(join(tmpdir(), "sd-identity-"));
afterAll(() => rmSync(folder, { recursive: true }));
const build = { version: "1.2.3", commit: "unknown", verifier: "0".repeat(64) };
const program = join(folder, "program");
writeFileSync(program, "abc");
const systemOf = (said?: string): string => {
  const image = join(folder, "image");
  rmSync(image, { force: true });
  if (said !== undefined) writeFileSync(image, said);
  return identity(build, "node 20", program, image).system ?? "";
};

it("names the program by its SHA-256", () => {
  const { program: digest, runtime } = identity(build, "node 20", program);
  expect(runtime).toBe("node 20");
  // FIPS 180-4, B.1.
  expect(digest).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

it("says of a build what an entry has room for, and nothing else", () => {
  const told = identity({ ...build, node: 20 } as typeof build, "node 20", program);
  expect(Object.keys(told).sort()).toEqual([
    "commit",
    "program",
    "runtime",
    "system",
    "verifier",
    "version",
  ]);
});

it("names the live image if the system was booted from one, and nothing else", () => {
  const plain = systemOf();
  expect(plain).not.toContain("image");
  expect(systemOf(`${"5d".repeat(32)}\n`)).toBe(
    `${plain}, live image with the SHA-256 ${"5d".repeat(32)}`,
  );
  expect(imageWords(join(folder, "image"))).toEqual(toWords(new Uint8Array(32).fill(0x5d)));
  for (const strange of ["", "5d", `${"5d".repeat(32)} and more`]) {
    expect(systemOf(strange)).toBe(plain);
    expect(imageWords(join(folder, "image"))).toBeNull();
  }
  rmSync(join(folder, "image"));
  expect(imageWords(join(folder, "image"))).toBeNull();
});
