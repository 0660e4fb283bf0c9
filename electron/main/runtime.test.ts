// The gate before production: what a package says of its runtime, held against what runs.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { checkRuntime, type Runtime } from "./runtime.ts";

const VERSION = "45.4.1";
/** More than is read at once. */
const PROGRAM = Buffer.alloc(3 * 1024 * 1024 + 7, "a program");
const sha256 = createHash("sha256").update(PROGRAM).digest("hex");
const NOTE = { electron: VERSION, source: "electron", sha256 };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-runtime-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const say = (note: string | object): void => {
  writeFileSync(at("runtime.json"), typeof note === "string" ? note : JSON.stringify(note));
};
const judge = (isPackaged = true, version = VERSION): Promise<Runtime> =>
  checkRuntime(at("runtime.json"), { isPackaged, program: at("program"), version });
const verdict = async (): Promise<Runtime["rehearsalOnly"]> => (await judge()).rehearsalOnly;

describe("a runtime", () => {
  beforeEach(() => {
    writeFileSync(at("program"), PROGRAM);
    say(NOTE);
  });

  it("that is Electron's own, packaged, and as it was packed offers production", async () => {
    expect(await judge()).toEqual({
      rehearsalOnly: null,
      name: `electron ${VERSION}, SHA-256 ${sha256}`,
    });
  });

  it("that is not packaged offers rehearsals alone, whatever lies beside it", async () => {
    expect(await judge(false)).toEqual({
      rehearsalOnly: "not-packaged",
      name: `electron ${VERSION}`,
    });
  });

  it("of a registry's package is strange", async () => {
    say({ ...NOTE, source: "registry" });
    expect(await judge()).toEqual({
      rehearsalOnly: "runtime-strange",
      name: `electron ${VERSION}`,
    });
  });

  it.each([0, 1024 * 1024, PROGRAM.length - 1])("with byte %i changed is told", async (n) => {
    const other = Buffer.from(PROGRAM);
    other[n]! ^= 1;
    writeFileSync(at("program"), other);
    const changed = createHash("sha256")
      .update(readFileSync(at("program")))
      .digest("hex");
    expect(await judge()).toEqual({
      rehearsalOnly: "runtime-changed",
      name: `electron ${VERSION}, SHA-256 ${changed}`,
    });
  });

  it.each([
    ["cut", PROGRAM.subarray(0, -1)],
    ["longer", Buffer.concat([PROGRAM, PROGRAM])],
  ])("that is %s by some bytes is told", async (_, bytes) => {
    writeFileSync(at("program"), bytes);
    expect(await verdict()).toBe("runtime-changed");
  });

  it("that cannot be read, or runs as another version, is changed", async () => {
    expect((await judge(true, "45.4.2")).rehearsalOnly).toBe("runtime-changed");
    rmSync(at("program"));
    expect(await judge()).toEqual({ rehearsalOnly: "runtime-changed", name: "electron 45.4.1" });
  });
});

describe("a note in any other form", () => {
  beforeAll(() => {
    writeFileSync(at("program"), PROGRAM);
  });

  it.each([
    ["that is absent", null],
    ["that is empty", ""],
    ["that says nothing of it", "{}"],
    ["that is a list", [NOTE]],
    ["with one member more", { ...NOTE, more: 1 }],
    ["with one member less", { electron: VERSION, sha256 }],
    ["with a member twice", `${JSON.stringify(NOTE).slice(0, -1)},"source":"electron"}`],
    ["with something behind it", `${JSON.stringify(NOTE)} x`],
    ["with a hash in capitals", { ...NOTE, sha256: sha256.toUpperCase() }],
    ["with a source that is not known", { ...NOTE, source: "mirror" }],
    ["with a version that is none", { ...NOTE, electron: "latest" }],
  ])("%s makes the runtime strange", async (_, note) => {
    if (note === null) rmSync(at("runtime.json"));
    else say(note);
    expect(await verdict()).toBe("runtime-strange");
  });
});
