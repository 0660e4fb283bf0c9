// Where the loader looks for a package's libraries: nowhere beside them, whatever is put there.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeSearchPath, closeSearchPaths, searchPathsOf } from "./search-path.mjs";

const ROOT = resolve(import.meta.dirname, "..", "..");
const NOTE = join(ROOT, ".runtime", "electron.json");
const PROGRAM = "security-domain-ceremony";

/** What the loader would load for a program: the place of each library that it finds, in its order. */
function loadedBy(program: string): readonly string[] {
  const { status, stdout } = spawnSync("ldd", [program], { encoding: "utf8" });
  expect(status).toBe(0);
  return [...stdout.matchAll(/^\t(?:\S+ => )?(\/\S+) \(0x/gm)].map(([, place = ""]) => place);
}

describe.skipIf(process.platform !== "linux" || !existsSync(NOTE))(
  "the runtime at hand (needs Linux and the Electron runtime)",
  () => {
    const base = mkdtempSync(join(tmpdir(), "sd-search-path-"));
    afterAll(() => rmSync(base, { recursive: true }));
    /** Its program and libraries, with every library of the system that it needs laid beside them. */
    const lay = (name: string): string => {
      const { path } = JSON.parse(readFileSync(NOTE, "utf8")) as { readonly path: string };
      const folder = join(base, name);
      mkdirSync(folder);
      copyFileSync(path, join(folder, PROGRAM));
      for (const one of readdirSync(dirname(path)).filter((found) => /\.so(?:\.|$)/.test(found)))
        copyFileSync(join(dirname(path), one), join(folder, one));
      return folder;
    };
    /** As a stranger could, who knows where the loader looks first. */
    const plant = (folder: string, libraries: readonly string[]): void => {
      const own = "libffmpeg.so";
      const levels = ["x86-64-v4", "x86-64-v3", "x86-64-v2"].map((level) =>
        join(folder, "glibc-hwcaps", level),
      );
      for (const level of levels) {
        mkdirSync(level, { recursive: true });
        copyFileSync(join(folder, own), join(level, own));
      }
      for (const library of libraries)
        for (const place of [folder, ...levels])
          copyFileSync(library, join(place, basename(library)));
    };
    let [bare, closed] = ["", ""];
    beforeAll(() => {
      [bare, closed] = [lay("bare"), lay("closed")];
    });
    const within = (folder: string): readonly string[] =>
      loadedBy(join(folder, PROGRAM)).filter((place) => place.startsWith(`${folder}/`));

    it("as it comes loads what is laid beside it; in a package, its own library alone", () => {
      const libraries = loadedBy(join(bare, PROGRAM))
        .filter((place) => !place.startsWith(`${base}/`))
        // The loader itself is named by its place.
        .filter((place) => !place.includes("/ld-linux"));
      expect(libraries.length).toBeGreaterThan(30);
      closeSearchPaths(closed);
      for (const folder of [bare, closed]) plant(folder, libraries);
      expect(within(bare).length).toBeGreaterThan(libraries.length / 2);
      expect(within(bare)).not.toContain(join(bare, "libffmpeg.so"));
      expect(within(closed)).toEqual([join(closed, "libffmpeg.so")]);
    });

    it("has no search path in any of its files, and no file is longer or shorter by it", () => {
      for (const name of [
        PROGRAM,
        ...readdirSync(bare).filter((one) => one.startsWith("libffmpeg")),
      ]) {
        const [before, after] = [bare, closed].map((folder) => readFileSync(join(folder, name)));
        expect(after?.length).toBe(before?.length);
        expect(searchPathsOf(after ?? Buffer.of())).toEqual([]);
      }
      expect(searchPathsOf(readFileSync(join(bare, PROGRAM)))).toEqual(["$ORIGIN"]);
    });
  },
);

/** An ELF file of nothing but a dynamic section and its strings. */
function library(
  strings: readonly string[],
  entries: readonly (readonly [number, string])[],
): Buffer {
  const text = `\0${strings.join("\0")}\0`;
  const [table, dynamic, begin] = [64, 64 + 2 * 56, 64 + 2 * 56 + (entries.length + 2) * 16];
  const bytes = Buffer.alloc(begin + text.length);
  bytes.write("\x7fELF\x02\x01\x01", "latin1");
  bytes.writeBigUInt64LE(BigInt(table), 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(2, 56);
  const segment = (at: number, type: number, offset: number, size: number): void => {
    bytes.writeUInt32LE(type, at);
    bytes.writeBigUInt64LE(BigInt(offset), at + 8);
    bytes.writeBigUInt64LE(BigInt(0x1000 + offset), at + 16);
    bytes.writeBigUInt64LE(BigInt(size), at + 32);
  };
  segment(table, 1, 0, bytes.length);
  segment(table + 56, 2, dynamic, begin - dynamic);
  const all = [
    [5, 0x1000 + begin] as const,
    ...entries.map(([tag, name]) => [tag, text.indexOf(`\0${name}\0`) + 1] as const),
  ];
  for (const [n, [tag, value]] of all.entries()) {
    bytes.writeBigUInt64LE(BigInt(tag), dynamic + n * 16);
    bytes.writeBigUInt64LE(BigInt(value), dynamic + n * 16 + 8);
  }
  bytes.write(text, begin, "latin1");
  return bytes;
}
const [NEEDED, RPATH, RUNPATH] = [1, 15, 29];

describe("a search path", () => {
  it("is taken out whole, both kinds, and what is needed of the system stays as it is", () => {
    const bytes = library(
      ["/usr/lib/theirs", "$ORIGIN", "libown.so", "libc.so.6"],
      [
        [RPATH, "/usr/lib/theirs"],
        [NEEDED, "libc.so.6"],
        [RUNPATH, "$ORIGIN"],
        [NEEDED, "libown.so"],
      ],
    );
    expect(searchPathsOf(bytes)).toEqual(["/usr/lib/theirs", "$ORIGIN"]);
    expect(closeSearchPath(bytes, new Set(["libown.so"]))).toBe(true);
    expect(searchPathsOf(bytes)).toEqual([]);
    expect(bytes.toString("latin1")).toContain("\0$ORIGIN/libown.so\0libc.so.6\0");
    expect(closeSearchPath(bytes, new Set(["libown.so"]))).toBe(false);
  });

  it("cannot be closed if a library's place has no room: then nothing is packaged", () => {
    const bytes = library(
      ["$ORIGIN", "libc.so.6", "libown.so"],
      [
        [RUNPATH, "$ORIGIN"],
        [NEEDED, "libown.so"],
      ],
    );
    expect(() => closeSearchPath(bytes, new Set(["libown.so"]))).toThrow("libown.so");
  });

  it("is in no file that is no program", () => {
    for (const bytes of [Buffer.of(), Buffer.from("#!/bin/sh\n"), Buffer.from("\x7fEL", "latin1")])
      expect(closeSearchPath(bytes, new Set())).toBe(false);
    const other = library([], []);
    other[4] = 1;
    expect(() => closeSearchPath(other, new Set())).toThrow("another form");
  });

  it("goes from files that another user has too, and these stay as they are", () => {
    const folder = mkdtempSync(join(tmpdir(), "sd-search-path-"));
    try {
      const bytes = library(["$ORIGIN"], [[RUNPATH, "$ORIGIN"]]);
      writeFileSync(join(folder, "theirs"), bytes);
      mkdirSync(join(folder, "package"));
      spawnSync("ln", [join(folder, "theirs"), join(folder, "package", "libown.so")]);
      closeSearchPaths(join(folder, "package"));
      expect(searchPathsOf(readFileSync(join(folder, "package", "libown.so")))).toEqual([]);
      expect(readFileSync(join(folder, "theirs")).equals(bytes)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
