// A package gets Electron's own release: its archive by its checksum, and nothing that is about.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mirrorsIn, ownElectron } from "./own-electron.mjs";

const NAME = `electron-v9.8.7-${process.platform}-${process.arch}.zip`;
const base = mkdtempSync(join(tmpdir(), "sd-electron-"));
const [root, zip, source] = [join(base, "project"), join(base, "given.zip"), join(base, "from")];
const inElectron = (name: string): string => join(root, "node_modules", "electron", name);
let to = "";

beforeAll(() => {
  mkdirSync(join(source, "locales"), { recursive: true });
  writeFileSync(join(source, "electron"), "Electron's own program", { mode: 0o755 });
  writeFileSync(join(source, "locales", "en.pak"), "its words");
  mkdirSync(inElectron("dist"), { recursive: true });
  writeFileSync(inElectron("package.json"), '{"version":"9.8.7"}');
});
afterAll(() => rmSync(base, { recursive: true }));
beforeEach(() => {
  to = mkdtempSync(join(base, "to-"));
  rmSync(zip, { force: true });
  const made = spawnSync("python3", ["-m", "zipfile", "-c", zip, "electron", "locales"], {
    cwd: source,
  });
  expect(made.status).toBe(0);
  const sha256 = createHash("sha256").update(readFileSync(zip)).digest("hex");
  writeFileSync(inElectron("checksums.json"), JSON.stringify({ [NAME]: sha256 }));
});

describe("Electron for a package", () => {
  it("is unpacked afresh from its archive: a changed program in node_modules is left out", async () => {
    writeFileSync(inElectron("dist/electron"), "another program");
    writeFileSync(inElectron("dist/version"), "9.8.7");
    const { version, folder } = await ownElectron(root, to, zip);
    expect(version).toBe("9.8.7");
    expect(readdirSync(folder).sort()).toEqual(["electron", "locales"]);
    expect(readFileSync(join(folder, "electron"), "utf8")).toBe("Electron's own program");
  });

  it("is refused if one byte of the archive differs", async () => {
    appendFileSync(zip, "\0");
    await expect(ownElectron(root, to, zip)).rejects.toThrow("its SHA-256 differs");
    expect(readdirSync(to)).toEqual([]);
  });

  it("is refused if the checksums do not know this system's archive", async () => {
    writeFileSync(inElectron("checksums.json"), "{}");
    await expect(ownElectron(root, to, zip)).rejects.toThrow(`has no ${NAME}`);
  });

  it("is not looked for at a mirror that the environment names", () => {
    const env = {
      ELECTRON_MIRROR: "a",
      ELECTRON_CUSTOM_DIR: "a",
      electron_use_remote_checksums: "1",
      npm_config_electron_mirror: "a",
      NPM_CONFIG_ELECTRON_CUSTOM_FILENAME: "a",
      npm_package_config_electron_mirror: "a",
      npm_config_electron_use_remote_checksums: "1",
      ELECTRON_OVERRIDE_DIST_PATH: "a",
      ELECTRON_BUILDER_CACHE: "its cache",
      PATH: "a",
      npm_config_cache: "a",
    };
    expect(mirrorsIn(env)).toEqual(Object.keys(env).slice(0, 8));
  });
});
