// The gate before production: a package's files, held against its manifest, and that against the
// release key. The manifest is made by the packager's own program.
import * as files from "node:fs";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { fingerprint, writeManifest } from "../../build/manifest.mjs";
import { releaseKey } from "../../build/release-key.fixture.ts";
import { fromHex, sha256Hex, toWords, utf8 } from "../../crypto/index.ts";
import { checkRuntime, type Files, type Runtime } from "./runtime.ts";

const VERSION = "45.4.1";
const RELEASE = { version: "0.1.0", commit: "unknown", electron: `${VERSION} (electron)` };
const { publicKey, key } = releaseKey();

const base = mkdtempSync(join(tmpdir(), "sd-runtime-"));
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});
let folder = "";
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(base, "package-"));
  mkdirSync(at("resources"));
  // More than is read at once.
  writeFileSync(at("program"), Buffer.alloc(3 * 1024 * 1024 + 7, "a program"));
  writeFileSync(at("resources/app.asar"), "an archive");
  writeFileSync(at("libffmpeg.so"), "a library");
});

const judge = (given: Partial<Parameters<typeof checkRuntime>[0]> = {}): Promise<Runtime> =>
  checkRuntime({ folder, version: VERSION, releaseKey: utf8(publicKey), files, ...given });

describe("a package", () => {
  it("that is signed, on Electron's own release, and as released offers production", async () => {
    writeManifest(folder, RELEASE, key);
    expect(await judge()).toEqual({
      rehearsalOnly: null,
      differences: [],
      release: {
        key: toWords(fromHex(fingerprint(publicKey))!).slice(0, 10),
        package: toWords(fromHex(sha256Hex(readFileSync(at("MANIFEST"))))!).slice(0, 10),
      },
      name: `electron ${VERSION}, package SHA-256 ${sha256Hex(readFileSync(at("MANIFEST")))}`,
    });
  });

  it("that is not one offers only rehearsals, whatever is beside it", async () => {
    writeManifest(folder, RELEASE, key);
    expect(await judge({ folder: null })).toEqual({
      rehearsalOnly: "not-packaged",
      differences: [],
      release: null,
      name: `electron ${VERSION}`,
    });
  });

  it("of a registry's Electron, or that runs on another version, is strange", async () => {
    writeManifest(folder, { ...RELEASE, electron: `${VERSION} (registry)` }, key);
    expect((await judge()).rehearsalOnly).toBe("runtime-strange");
    writeManifest(folder, RELEASE, key);
    expect((await judge({ version: "45.4.2" })).rehearsalOnly).toBe("runtime-strange");
  });

  it("without a signature, or without a release key to verify it, is unsigned", async () => {
    writeManifest(folder, RELEASE);
    expect((await judge()).rehearsalOnly).toBe("unsigned");
    writeManifest(folder, RELEASE, key);
    expect((await judge({ releaseKey: null })).rehearsalOnly).toBe("unsigned");
  });

  it("signed by another key, or with an invalid key, has another manifest", async () => {
    writeManifest(folder, RELEASE, releaseKey().key);
    const changed = { rehearsalOnly: "files-changed", differences: ["changed MANIFEST"] };
    expect(await judge()).toMatchObject(changed);
    writeManifest(folder, RELEASE, key);
    expect(await judge({ releaseKey: utf8("no key") })).toMatchObject(changed);
  });
});

describe("a file of a package", () => {
  beforeEach(() => {
    writeManifest(folder, RELEASE, key);
  });
  const flip = (name: string, n: number): void => {
    const bytes = readFileSync(at(name));
    bytes[n < 0 ? bytes.length + n : n]! ^= 1;
    writeFileSync(at(name), bytes);
  };

  it.each<readonly [string, () => void]>([
    ["changed program", () => flip("program", 0)],
    ["changed program", () => flip("program", 1024 * 1024)],
    ["changed program", () => flip("program", -1)],
    ["changed program", () => appendFileSync(at("program"), "x")],
    ["changed resources/app.asar", () => flip("resources/app.asar", 2)],
    ["changed libffmpeg.so", () => flip("libffmpeg.so", 2)],
    ["changed MANIFEST", () => flip("MANIFEST", 2)],
    ["changed MANIFEST", () => flip("MANIFEST", -1)],
    ["changed MANIFEST", () => rmSync(at("MANIFEST"))],
    ["missing libffmpeg.so", () => rmSync(at("libffmpeg.so"))],
    ["added libfirst.so", () => writeFileSync(at("libfirst.so"), "")],
    [
      "added resources/app/main.js",
      () => {
        mkdirSync(at("resources/app"));
        writeFileSync(at("resources/app/main.js"), "");
      },
    ],
    ["added resources/evil??31m", () => writeFileSync(at("resources/evil\u001b[31m"), "")],
    ["added link", () => files.symlinkSync("program", at("link"))],
  ])("is named where it is: %s", async (name, change) => {
    change();
    const { rehearsalOnly, differences } = await judge();
    expect(rehearsalOnly).toBe("files-changed");
    expect(differences).toEqual([name]);
  });

  it("is named with four others at most", async () => {
    for (let n = 0; n < 9; n += 1) writeFileSync(at(`added-${n}`), "");
    expect((await judge()).differences).toHaveLength(5);
  });

  it("may be in a folder that cannot be read, which is named itself", async () => {
    mkdirSync(at("lost+found"));
    const readdirSync: Files["readdirSync"] = (path, how) => {
      if (path === at("lost+found")) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
      return files.readdirSync(path, how);
    };
    const { differences } = await judge({ files: { ...files, readdirSync } });
    expect(differences).toEqual(["added lost+found"]);
  });

  it("counts although the package is unsigned", async () => {
    writeManifest(folder, RELEASE);
    flip("program", 0);
    expect(await judge()).toMatchObject({
      rehearsalOnly: "files-changed",
      differences: ["changed program"],
    });
  });
});

describe("a manifest in any other form", () => {
  it.each([
    ["that is empty", () => ""],
    ["that lists nothing", (text: string) => text.replace(/^[0-9a-f]{64}.*\n/gm, "")],
    ["without its head", (text: string) => text.replace(/^#.*\n/, "")],
    ["with an empty line", (text: string) => `${text}\n`],
    ["with a line twice", (text: string) => text + (/.*program\n/.exec(text)?.[0] ?? "")],
    ["with a way out of the folder", (text: string) => text.replace("  program", "  ../program")],
    ["without its last line feed", (text: string) => text.slice(0, -1)],
    ["that is not text", () => Buffer.from([0xff, 0xfe])],
  ])("%s is a changed manifest", async (_, change) => {
    writeManifest(folder, RELEASE);
    writeFileSync(at("MANIFEST"), change(readFileSync(at("MANIFEST"), "utf8")));
    const { rehearsalOnly, differences } = await judge();
    expect(rehearsalOnly).toBe("files-changed");
    expect(differences[0]).toMatch(/^(changed MANIFEST|missing \.\.\/program)$/);
  });
});
