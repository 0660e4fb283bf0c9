// Media with exFAT, as sticks are sold: complete, full, read-only, pulled out, and losing what was
// forced to them (F14-F17, F22, F24, F51; needs root and FUSE).
import { readdirSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { isFault, sha256Hex } from "../../crypto/index.ts";
import { fuseStick, hasFuse, type FuseStick } from "./fuse.fixture.ts";
import { aMedium, aRoot, bytesOf, isJudging, isRoot } from "./media.fixture.ts";
import {
  checkManifest,
  checkMedium,
  findMedium,
  listFiles,
  openAnswer,
  readFile,
  readManifest,
  removeFile,
  replaceFile,
  writeFile,
  writeManifest,
  type Medium,
} from "./media.ts";

const MIB = 1024 * 1024;
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
/** How often a stick has forgotten other parts of what was written. */
const LIES = 60;
const FILES = ["sd.json", "officer_1.cer", "Q-1.key"].map((name, n) => ({
  name,
  bytes: new Uint8Array(9000 + n).map((_, i) => (i * (n + 3)) % 251),
}));

let root = "";
let stick: FuseStick;
let medium: Medium;
let end = (): void => undefined;

/** Writes all files and the manifest that names them. */
function fill(on: Medium): void {
  const files = FILES.map(({ name, bytes }) => writeFile(on, name, bytes));
  const [ceremony, head] = ["0".repeat(32), "0".repeat(64)];
  writeManifest(on, { ceremony, files, head, hsm: "h", mode: "REHEARSAL" });
}

/** What a station finds on the stick: everything that was written, or a code. */
function found(): string {
  try {
    const there = findMedium(root, "transfer");
    checkManifest(there, readManifest(there));
    for (const { name, bytes } of FILES)
      expect(sha256Hex(readFile(there, name, MIB))).toBe(sha256Hex(bytes));
    return "whole";
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code;
  }
}

describe.skipIf((!isRoot || !hasFuse) && !isJudging)(
  `a medium with exFAT (seed ${seed}; needs root and FUSE)`,
  () => {
    beforeEach(() => {
      ({ root, end } = aRoot());
      stick = fuseStick(root, "transfer", 20);
      medium = aMedium(root);
    });
    afterEach(() => {
      stick.end();
      end();
    });

    it("has what was written when it is inserted again, and its file system is intact", () => {
      fill(medium);
      const answer = openAnswer(medium, "answer.json");
      answer.write(bytesOf("half, "));
      answer.write(bytesOf("and the rest"));
      answer.finish();
      replaceFile(medium, "record.jsonl", bytesOf("old\n"));
      replaceFile(medium, "record.jsonl", bytesOf("newer\n"));
      writeFile(medium, "gone.txt", bytesOf("x"));
      removeFile(medium, "gone.txt");
      // No two names that differ only in case.
      expect(codeOf(() => writeFile(medium, "SD.json", bytesOf("x")))).toBe("E-MEDIA-NAMECLASH");
      stick.eject();
      expect(stick.wrong()).toBe("");
      expect(codeOf(() => readFile(medium, "sd.json", MIB))).toBe("E-MEDIA-GONE");
      stick.mount();
      expect(found()).toBe("whole");
      expect(readFile(medium, "answer.json", MIB)).toEqual(bytesOf("half, and the rest"));
      expect(readFile(medium, "record.jsonl", MIB)).toEqual(bytesOf("newer\n"));
      expect([...listFiles(medium)].sort()).toEqual(
        [...FILES.map(({ name }) => name), "answer.json", "manifest.json", "record.jsonl"].sort(),
      );
    });

    it("that is full refuses a file and keeps nothing of it, and an answer as a part (F22)", () => {
      fill(medium);
      expect(codeOf(() => writeFile(medium, "big", new Uint8Array(24 * MIB)))).toBe(
        "E-MEDIA-SPACE",
      );
      expect(listFiles(medium)).not.toContain("big");
      const { bavail, bsize } = statfsSync(stick.folder);
      writeFileSync(join(stick.folder, "films"), new Uint8Array(bavail * bsize - 3 * MIB));
      const answer = openAnswer(medium, "answer.json");
      answer.write(new Uint8Array(MIB).fill(1));
      expect(codeOf(() => answer.write(new Uint8Array(4 * MIB).fill(2)))).toBe("E-MEDIA-SPACE");
      expect(answer.abandon()?.size).toBeGreaterThanOrEqual(MIB);
      expect(codeOf(() => checkMedium(medium, { mode: "REHEARSAL" }))).toBe("E-MEDIA-SPACE");
      expect(found()).toBe("whole");
    });

    it("that may only be read is refused before a step and by every write, and is read (F24)", () => {
      fill(medium);
      stick.eject();
      stick.mount("ro");
      const uses = [
        () => checkMedium(medium, { mode: "REHEARSAL", freeBytes: 0 }),
        () => writeFile(medium, "b.txt", bytesOf("x")),
        () => replaceFile(medium, "record.jsonl", bytesOf("x")),
        () => openAnswer(medium, "answer.json"),
        () => removeFile(medium, "sd.json"),
      ];
      expect(uses.map(codeOf)).toEqual(uses.map(() => "E-MEDIA-READONLY"));
      expect(found()).toBe("whole");
    });

    it("that is pulled out has what was reported, and is missed by every use (F14, F15, F51)", () => {
      fill(medium);
      const answer = openAnswer(medium, "answer.json");
      answer.write(bytesOf("half"));
      stick.pull();
      const uses = [
        () => answer.finish(),
        () => writeFile(medium, "b.txt", bytesOf("x")),
        () => readFile(medium, "sd.json", MIB),
        () => listFiles(medium),
        () => checkMedium(medium, { mode: "REHEARSAL" }),
      ];
      expect(uses.map(codeOf)).toEqual(uses.map(() => "E-MEDIA-GONE"));
      expect(readdirSync(stick.folder)).toEqual([]);
      // Its file system was not closed, which does not make it another medium.
      stick.mount();
      expect(found()).toBe("whole");
      expect(listFiles(medium)).not.toContain("answer.json");
      writeFile(medium, "after.txt", bytesOf("x"));
      expect(readFile(medium, "after.txt", 1)).toEqual(bytesOf("x"));
    });

    it("whose driver ends under it is gone, whatever is asked of it (F14)", () => {
      fill(medium);
      const answer = openAnswer(medium, "answer.json");
      stick.killDriver();
      const uses = [
        () => answer.write(bytesOf("x")),
        () => writeFile(medium, "b.txt", bytesOf("x")),
        () => readFile(medium, "sd.json", MIB),
        () => checkMedium(medium, { mode: "REHEARSAL" }),
      ];
      // For an open file FUSE reports that it cannot be written, or that nobody answers.
      const [written, ...others] = uses.map(codeOf);
      expect(written).toMatch(/^E-MEDIA-(IO|GONE)$/);
      expect(others).toEqual(others.map(() => "E-MEDIA-GONE"));
      stick.pull();
    });

    it("that lost what it had confirmed never counts as complete (F17)", () => {
      stick.eject();
      const before = readFileSync(stick.image);
      stick.mount();
      fill(medium);
      stick.eject();
      const after = readFileSync(stick.image);
      const changed = sectors(before, after);
      expect(changed.length).toBeGreaterThan(20);
      const counts = new Map<string, number>();
      for (let n = 0; n < LIES; n++) {
        const share = drawn(n);
        const now = Buffer.from(after);
        for (const at of changed) if (drawn(n, at) < share) before.copy(now, at, at, at + SECTOR);
        writeFileSync(stick.image, now);
        const code = mounted(() => found());
        counts.set(code, (counts.get(code) ?? 0) + 1);
        expect(code, `SEED=${seed}, ${n}`).toMatch(/^(whole|no file system|E-MEDIA-[A-Z]+)$/);
      }
      writeFileSync(stick.image, after);
      expect(mounted(() => found())).toBe("whole");
      const told = [...counts].map(([code, count]) => `${count} ${code}`).join(", ");
      process.stdout.write(`exFAT: ${LIES} lies in ${changed.length} sectors, ${told}\n`);
      expect(counts.size).toBeGreaterThan(2);
    });
  },
);

/** The error of the work on the exchanged stick; a driver may refuse such a one. */
function mounted(work: () => string): string {
  try {
    stick.mount();
  } catch {
    stick.detach();
    return "no file system";
  }
  try {
    return work();
  } finally {
    stick.pull();
  }
}

const SECTOR = 512;

/** Where two images differ, by sectors. */
const sectors = (before: Buffer, after: Buffer): readonly number[] =>
  Array.from({ length: after.length / SECTOR }, (_, i) => i * SECTOR).filter(
    (at) => !before.subarray(at, at + SECTOR).equals(after.subarray(at, at + SECTOR)),
  );

/** A number from 0 to 1, of this seed. */
const drawn = (...from: readonly (string | number)[]): number =>
  parseInt(sha256Hex(bytesOf([seed, ...from].join(" "))).slice(0, 8), 16) / 2 ** 32;
