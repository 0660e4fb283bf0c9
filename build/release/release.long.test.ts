// A release is the same to the byte wherever and whenever it is made, and can be checked by openssl
// and sha256sum alone.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROGRAMS } from "../image.mjs";
import { linesOf, runLines } from "../package/guide-lines.fixture.ts";
import { PASSPHRASE, releaseKey } from "../release-key.fixture.ts";
import { onPath } from "../setup/run.mjs";
import { treePaths } from "../tidy/tree.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const withoutRuntime =
  process.platform !== "linux" || !existsSync(join(ROOT, ".runtime", "electron.json"));
/** Only root makes one, on Debian. */
const IMAGE =
  process.getuid?.() === 0 && PROGRAMS.every((program) => onPath(program))
    ? ["sd-offline.iso"]
    : [];
/** 2 November 2026. */
const MOMENT = "1793577600";

/** The project as someone else has it, elsewhere. */
function copyTo(folder: string, publicKey: string): string {
  for (const path of treePaths(ROOT)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
  for (const name of ["node_modules", ".runtime"])
    symlinkSync(join(ROOT, name), join(folder, name), "junction");
  writeFileSync(join(folder, "release-key.pem"), publicKey);
  return folder;
}

function release(
  folder: string,
  { umask, zone, words }: { umask: string; zone: string; words: readonly string[] },
): void {
  const script = `umask ${umask} && exec "$0" build/release.mjs out "$@"`;
  const all = [...words, ...IMAGE.map(() => "--image")];
  const { status, stderr } = spawnSync("sh", ["-c", script, process.execPath, ...all], {
    cwd: folder,
    input: `${PASSPHRASE}\n`,
    encoding: "utf8",
    env: { ...process.env, SOURCE_DATE_EPOCH: MOMENT, TZ: zone },
  });
  expect(status, stderr.slice(-2000)).toBe(0);
}

describe.skipIf(withoutRuntime)("a release (needs Linux and the Electron runtime)", () => {
  let base = "";
  const first = (): string => join(base, "one", "out");
  const second = (): string => join(base, "another", "place", "out");
  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), "sd-release-"));
    const made = releaseKey();
    const key = join(base, "key.pem");
    writeFileSync(key, made.key.pem);
    const [one, another] = [dirname(first()), dirname(second())].map((folder) =>
      copyTo(folder, made.publicKey),
    );
    release(one ?? "", { umask: "022", zone: "UTC", words: ["--key", key] });
    const signature = ["--signature", join(first(), "MANIFEST.sig")];
    release(another ?? "", { umask: "077", zone: "Asia/Tokyo", words: signature });
  });
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });

  test("has its packages and what they are checked with", () => {
    expect(readdirSync(first()).toSorted()).toEqual([
      "LICENCES.txt",
      "MANIFEST",
      "MANIFEST.sig",
      "NOTES.md",
      "SHA256SUMS",
      "SHA256SUMS.sig",
      "WORDS",
      "sbom.cdx.json",
      ...IMAGE,
      "security-domain-ceremony-0.1.0-linux-x64.tar.xz",
      "security-domain-ceremony_0.1.0_amd64.deb",
    ]);
  });

  test("is the same from another folder, at another time, under another umask", () => {
    const names = readdirSync(first()).filter((name) => name !== "SHA256SUMS.sig");
    expect(readdirSync(second()).toSorted()).toEqual(names.toSorted());
    for (const name of names) {
      const same = spawnSync("cmp", [join(first(), name), join(second(), name)]);
      expect(same.status, name).toBe(0);
    }
  });

  test.skipIf(!onPath("diffoscope"))("leaves diffoscope nothing to find (needs diffoscope)", () => {
    const found = (one: string, other: string) => {
      const { status, stdout } = spawnSync("diffoscope", [one, other], { encoding: "utf8" });
      return { status, stdout };
    };
    const archives = readdirSync(first()).filter((name) => /\.(deb|xz)$/.test(name));
    expect(archives).toHaveLength(2);
    for (const name of archives)
      expect(found(join(first(), name), join(second(), name))).toEqual({ status: 0, stdout: "" });
    expect(found(join(first(), "MANIFEST"), join(second(), "NOTES.md")).status).toBe(1);
  });

  test("is checked with sha256sum and openssl, as the guide says", () => {
    const key = join(dirname(first()), "release-key.pem");
    expect(runLines(linesOf("installing.md", "Check it"), { folder: first(), key })).toEqual({
      status: 0,
      said: "Verified OK\nThis release is as it was made.\n",
    });
    const sums = readFileSync(join(first(), "SHA256SUMS"), "utf8");
    for (const name of ["WORDS", "security-domain-ceremony_0.1.0_amd64.deb", ...IMAGE])
      expect(sums).toContain(`  ${name}\n`);
  });

  test("lists what is in it: every package by its hash, with Electron and Node", () => {
    const bom = JSON.parse(readFileSync(join(first(), "sbom.cdx.json"), "utf8")) as {
      readonly components: readonly { readonly "bom-ref": string; readonly hashes?: unknown }[];
      readonly dependencies: readonly { readonly ref: string; readonly dependsOn: string[] }[];
    };
    const refs = bom.components.map((one) => one["bom-ref"]);
    expect(new Set(refs).size).toBe(refs.length);
    for (const name of ["electron", "node", "npm/node-forge", "npm/react", "npm/pdfkit"])
      expect(
        refs.some((ref) => ref.includes(`/${name.replace("npm/", "")}@`)),
        name,
      ).toBe(true);
    expect(bom.components.filter((one) => one.hashes === undefined).length).toBe(1);
    for (const { dependsOn } of bom.dependencies)
      for (const ref of dependsOn) expect(refs).toContain(ref);
    // Nothing of what only builds and tests.
    expect(refs.some((ref) => ref.includes("/vitest@") || ref.includes("/esbuild@"))).toBe(false);
  });
});
