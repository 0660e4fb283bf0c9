// Every fuse of Electron is decided upon, and none is set by chance.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FuseV1Options } from "@electron/fuses";
import { describe, expect, it } from "vitest";
import { burnFuses, FUSES, readFuses } from "./fuses.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NOTE = join(ROOT, ".runtime", "electron.json");

/** A program with nothing but a wire in it. */
const program = (states: string, version = 1): Buffer =>
  Buffer.concat([
    Buffer.from("code dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"),
    Buffer.of(version, states.length),
    Buffer.from(`${states} code`),
  ]);
const burnt = (states: string): readonly (readonly [string, string])[] => {
  const bytes = program(states);
  burnFuses(bytes);
  return readFuses(bytes);
};

/** What each of Electron 45's nine fuses has to be. */
const TABLE = [
  ["runAsNode", "off"],
  ["cookieEncryption", "on"],
  ["nodeOptions", "off"],
  ["nodeCliInspect", "off"],
  ["embeddedAsarIntegrityValidation", "on"],
  ["onlyLoadAppFromAsar", "on"],
  ["loadBrowserProcessSpecificV8Snapshot", "off"],
  ["grantFileProtocolExtraPrivileges", "off"],
  ["wasmTrapHandlers", "on"],
];

describe("the fuses", () => {
  it.each(["111111111", "000000000"])("are all set, whatever their place (%s)", (states) => {
    expect(burnt(states)).toEqual(TABLE);
  });

  it("of an older Electron, which has eight, are its eight", () => {
    expect(burnt("10101010")).toEqual(TABLE.slice(0, 8));
  });

  it("that Electron took away stay away", () => {
    expect(burnt("r11111111")[0]).toEqual(["runAsNode", "removed"]);
  });

  it("refuse a program with one that nobody decided upon, or of another form", () => {
    expect(() => burnFuses(program("1111111111"))).toThrow(
      "fuse 9 of this Electron is not decided",
    );
    expect(() => burnFuses(program("11111111", 2))).toThrow("another form");
    expect(() => burnFuses(Buffer.from("no Electron"))).toThrow("it is no Electron");
  });

  it("are in the order of Electron's own list", () => {
    const theirs = Object.keys(FuseV1Options).filter((name) => !/^\d+$/.test(name));
    const ours = FUSES.map(([name]) => name.toLowerCase());
    expect(ours.slice(0, theirs.length)).toEqual(
      theirs.map((name) =>
        name
          .replace(/^Enable/, "")
          .toLowerCase()
          .replace(/(environmentvariable|arguments)$/, ""),
      ),
    );
  });

  it.skipIf(!existsSync(NOTE))(
    "of the Electron at hand all have a row (needs the Electron runtime)",
    () => {
      const { path } = JSON.parse(readFileSync(NOTE, "utf8")) as { readonly path: string };
      const bytes = readFileSync(path);
      const before = readFuses(bytes);
      expect(before.length).toBeGreaterThanOrEqual(8);
      burnFuses(bytes);
      expect(readFuses(bytes)).toEqual(TABLE.slice(0, before.length));
    },
  );
});
