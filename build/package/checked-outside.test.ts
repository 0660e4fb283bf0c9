// A package is checked without us: by the very lines of the guide, over a genuine one and over
// everything that can be done to it. The packager's own program and the app see the same.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import * as files from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkRuntime } from "../../electron/main/runtime.ts";
import { differences, signManifest } from "../manifest.mjs";
import { onPath } from "../setup/run.mjs";
import { linesOf, runLines, type Ended } from "./guide-lines.fixture.ts";
import { writeSums } from "../release/sums.mjs";
import { sha256Of } from "./sha256.mjs";
import { releaseKey } from "../release-key.fixture.ts";
import { makePackage, tamperings, type Tampering } from "../tampering.fixture.ts";

const isLong = process.env["LONG"] === "1";
const isRoot = process.getuid?.() === 0;
/** Nobody, of Debian and most others. */
const NOBODY = 65_534;
const VERDICT = "This package is as it was released.";
const LINES = linesOf("release-key.md", "Checking one without us");

const ours = releaseKey();
const others = releaseKey();
const all = tamperings(others);
/** Where a kind is tried at several places, in `npm test` at one of them. */
const some = all.filter(
  ({ kind }, at) => isLong || all.findLastIndex((one) => one.kind === kind) === at,
);

const base = mkdtempSync(join(tmpdir(), "sd-checked-"));
const genuine = join(base, "genuine");
const key = join(base, "release-key.pem");
beforeAll(() => {
  chmodSync(base, 0o755);
  mkdirSync(genuine);
  makePackage(genuine, ours);
  writeFileSync(key, ours.publicKey);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A package of its own, with what was done to it. */
function made(apply: Tampering["apply"]): string {
  const place = mkdtempSync(join(base, "one-"));
  chmodSync(place, 0o755);
  const folder = join(place, "package");
  cpSync(genuine, folder, { recursive: true });
  apply(folder, join(place, "elsewhere"));
  return folder;
}

const passes = ({ status, said }: Ended): boolean => status === 0 && said.endsWith(`${VERDICT}\n`);

describe.skipIf(process.platform !== "linux")("the guide's lines (need Linux)", () => {
  it.each(["sh", "bash", "dash", "zsh"].filter((shell) => onPath(shell)))(
    "pass a genuine package in %s",
    (shell) => {
      const { status, said } = runLines(LINES, { folder: genuine, key, shell });
      expect(said).toBe(`Verified OK\n${VERDICT}\n`);
      expect(status).toBe(0);
    },
  );

  it.skipIf(!isRoot)("pass the sandbox as root installs it (needs root)", () => {
    const folder = made((one) => chmodSync(join(one, "chrome-sandbox"), 0o4755));
    expect(passes(runLines(LINES, { folder, key }))).toBe(true);
  });

  it.each(some.map((one) => [one.kind, one.where, one] as const))(
    "refuse a package: %s (%s)",
    (_, __, { apply }) => {
      const folder = made(apply);
      const ended = runLines(LINES, { folder, key });
      expect(ended.status).not.toBe(0);
      // Nor does a name on the disk say it in their place, or reach the terminal raw.
      expect(ended.said).not.toContain(VERDICT);
      expect(ended.said).not.toMatch(/[^\n\x20-\x7e]/);
      expect(ended.said.trim()).not.toBe("");
    },
  );

  it("refuse without the key, or with another", () => {
    expect(runLines(LINES, { folder: genuine, key: join(base, "none") }).status).not.toBe(0);
    const other = join(base, "other.pem");
    writeFileSync(other, others.publicKey);
    expect(runLines(LINES, { folder: genuine, key: other }).status).not.toBe(0);
  });

  it.skipIf(!isRoot)("refuse a folder that this user cannot read (needs root)", () => {
    const folder = made((one) => {
      mkdirSync(join(one, "resources", "hidden"));
      writeFileSync(join(one, "resources", "hidden", "libevil.so"), "anything");
      chmodSync(join(one, "resources", "hidden"), 0o700);
    });
    const ended = runLines(LINES, { folder, key, user: NOBODY });
    expect(ended.status).not.toBe(0);
    expect(ended.said).toContain("resources/hidden");
    expect(passes(runLines(LINES, { folder: genuine, key, user: NOBODY }))).toBe(true);
  });
});

describe.skipIf(process.platform !== "linux")("the guide's lines of a release (need Linux)", () => {
  const lines = linesOf("installing.md", "Check it");
  const verdict = "This release is as it was made.";
  const NAMES = [
    "MANIFEST",
    "NOTES.md",
    "one.deb",
    "one.tar.xz",
    "sbom.cdx.json",
    "sd-offline.iso",
  ];
  const made = join(base, "release");
  const sd = join(import.meta.dirname, "..", "..", "dist", "sd.cjs");
  let at = "";
  const file = (name: string): string => join(at, name);
  beforeAll(() => {
    mkdirSync(made);
    for (const name of NAMES) writeFileSync(join(made, name), `what ${name} contains`);
    const sums = writeSums(made, sd);
    writeFileSync(join(made, "SHA256SUMS.sig"), signManifest(sums, ours.key));
  });
  beforeEach(() => {
    at = mkdtempSync(join(base, "release-"));
    cpSync(made, at, { recursive: true });
  });
  const words = (): string => readFileSync(file("WORDS"), "utf8");

  it("pass a genuine one, whose words are of its files", () => {
    const ended = runLines(lines, { folder: at, key });
    expect(ended).toEqual({ status: 0, said: `Verified OK\n${verdict}\n` });
    const blocks = words().trimEnd().split("\n\n");
    expect(blocks.map((block) => block.split("\n")[0])).toEqual(NAMES);
    const [, ...image] = (blocks.at(-1) ?? "").trim().split(/\s+/);
    const asked = spawnSync(process.execPath, [sd, "words", ...image], { encoding: "utf8" });
    expect(asked.stdout.replace(/\s/g, "")).toContain(sha256Of(file("sd-offline.iso")));
  });

  it.each<readonly [string, () => void]>([
    ["a package beside the genuine one", () => writeFileSync(file("one_2.deb"), "")],
    ["a package with a list's name", () => writeFileSync(file("SHA256SUMS.deb"), "")],
    ["a name that is an answer", () => writeFileSync(file(`a\n${verdict}`), "")],
    ["a folder", () => mkdirSync(file("more"))],
    ["a link", () => files.symlinkSync("one.deb", file("two.deb"))],
    ["a package missing", () => rmSync(file("one.deb"))],
    ["a package changed", () => files.appendFileSync(file("one.deb"), "x")],
    [
      "the words of two files exchanged",
      () => {
        const blocks = words().split("\n\n");
        const [one = "", ...rest] = blocks.map((block) => block.slice(block.indexOf("\n")));
        const names = blocks.map((block) => block.slice(0, block.indexOf("\n")));
        const moved = [...rest, one].map((of, nth) => `${names[nth] ?? ""}${of}`);
        writeFileSync(file("WORDS"), moved.join("\n\n"));
      },
    ],
    ["words beside the signed ones", () => writeFileSync(file("SHA256SUMS.words"), words())],
    ["a list changed", () => files.appendFileSync(file("SHA256SUMS"), "\n")],
    ["a signature with a byte more", () => files.appendFileSync(file("SHA256SUMS.sig"), "x")],
  ])("refuse one with %s", (_, change) => {
    change();
    const ended = runLines(lines, { folder: at, key });
    expect(ended.status).not.toBe(0);
    expect(ended.said).not.toContain(verdict);
  });
});

describe.skipIf(process.platform === "win32")("what is done to a package (needs mkfifo)", () => {
  const refusal = (folder: string): readonly string[] => {
    try {
      return differences(folder, readFileSync(join(folder, "MANIFEST"), "utf8"));
    } catch (error) {
      return [String(error)];
    }
  };
  const start = (folder: string) =>
    checkRuntime({ folder, version: "45.4.1", releaseKey: Buffer.from(ours.publicKey), files });
  const isOfTheList = ({ where }: Tampering): boolean =>
    where.startsWith("MANIFEST") || where === "the list";

  it("is nothing of a genuine one", async () => {
    expect(refusal(genuine)).toEqual([]);
    expect(await start(genuine)).toMatchObject({ rehearsalOnly: null, differences: [] });
  });

  it.each(some.map((one) => [one.kind, one.where, one] as const))(
    "is seen by the packager's program, and at start what it can see: %s (%s)",
    async (_, __, tampering) => {
      const folder = made(tampering.apply);
      if (!isOfTheList(tampering)) expect(refusal(folder)).not.toEqual([]);
      if (tampering.isSeenAtStart) expect((await start(folder)).rehearsalOnly).not.toBe(null);
    },
  );
});
