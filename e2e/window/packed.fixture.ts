// The packaged app: made as npm run package makes it, and started as a person starts it.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright";
import { releaseKey } from "../../build/release-key.fixture.ts";
import { addressOf, attach } from "../../build/test/attach.mjs";
import { ROOT } from "../bundle.fixture.ts";
import { NOBODY } from "../nobody.fixture.ts";
import type { Home } from "./app.fixture.ts";
import { windowsOn } from "./start.fixture.ts";
import { onTestFinished, poll } from "./test.fixture.ts";

const isRoot = process.getuid?.() === 0;

/** A packaged app under a folder of its own, which others may enter. */
export interface Packed {
  readonly folder: string;
  readonly program: string;
  readonly remove: () => void;
}

/** Runs the very program behind `npm run package`. Nothing is reached over a network here. */
export const packApp = (): Packed =>
  packedBy((folder) => [join(ROOT, "build", "package.mjs"), "--dir", folder]);

/** Of the release key of these tests. */
/** Zips a folder, and squeezes nothing: that takes ten times as long. */
const ZIP = `
import pathlib, sys, zipfile
folder = pathlib.Path(sys.argv[2])
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_STORED) as made:
    for one in sorted(folder.rglob("*")):
        made.write(one, one.relative_to(folder))`;

/**
 * A signed package of a project with a release key and an electron package of its own: where
 * Electron's release cannot be had, the runtime at hand is zipped, and that package knows the zip's
 * checksum as the real one knows its own. Whose the runtime is, the packager finds out.
 */
export const packSigned = (): Packed =>
  packedBy((folder) => {
    const root = join(folder, "project");
    const modules = join(root, "node_modules");
    mkdirSync(join(modules, "electron"), { recursive: true });
    for (const name of ["build", "dist", "electron", "package.json", "package-lock.json"])
      symlinkSync(join(ROOT, name), join(root, name));
    for (const name of readdirSync(join(ROOT, "node_modules")).filter((one) => one !== "electron"))
      symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
    const { path, version } = noted();
    const zip = join(folder, "electron.zip");
    const zipped = spawnSync("python3", ["-c", ZIP, zip, dirname(path)]);
    if (zipped.status !== 0) throw new Error("python3 cannot zip the runtime");
    const sha256 = createHash("sha256").update(readFileSync(zip)).digest("hex");
    const checksums = { [`electron-v${version}-${process.platform}-${process.arch}.zip`]: sha256 };
    writeFileSync(join(modules, "electron", "package.json"), JSON.stringify({ version }));
    writeFileSync(join(modules, "electron", "checksums.json"), JSON.stringify(checksums));
    const { publicKey, key } = releaseKey();
    writeFileSync(join(root, "release-key.pem"), publicKey);
    const making = { root, electron: zip, key };
    return [
      "--input-type=module",
      "--eval",
      `
    import { packageApp } from ${JSON.stringify(join(ROOT, "build", "package.mjs"))};
    await packageApp(${JSON.stringify(folder)}, ${JSON.stringify(making)});`,
    ];
  });

/** What the set-up noted of the runtime at hand. */
export const noted = (): Runtime =>
  JSON.parse(readFileSync(join(ROOT, ".runtime", "electron.json"), "utf8")) as Runtime;

interface Runtime {
  readonly path: string;
  readonly version: string;
  readonly source: "electron" | "registry";
}

function packedBy(words: (folder: string) => readonly string[]): Packed {
  const folder = mkdtempSync(join(tmpdir(), "sd-packed-"));
  chmodSync(folder, 0o755);
  const made = spawnSync(process.execPath, words(folder), { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`it cannot be packaged:\n${made.stdout}${made.stderr}`);
  return {
    folder: join(folder, "linux-unpacked"),
    program: join(folder, "linux-unpacked", "security-domain-ceremony"),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a program as a user who is not root; it is gone with the test. */
export function startAs(
  home: Home,
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const command = [program, `--user-data-dir=${join(home.folder, "data")}`, ...words];
  const ids = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups"];
  const [first = "", ...rest] = isRoot ? ["setpriv", ...ids, ...command] : command;
  const child = spawn(first, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"] ?? "",
      LANG: "C.UTF-8",
      DISPLAY: home.display,
      HOME: home.folder,
      TMPDIR: join(home.folder, "tmp"),
      ...env,
    },
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  });
  return child;
}

/** How a program ended, and what it said until then. */
export async function endOf(child: ChildProcess): Promise<{ readonly code: number; said: string }> {
  let said = "";
  const hear = (bytes: Buffer): void => {
    said += bytes.toString("utf8");
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const [code] = (await once(child, "close")) as [number | null];
  return { code: code ?? -1, said };
}

/**
 * Opens the package with a hand inside. It gives nobody one under its own name; as `electron` it
 * takes itself for a runtime in development, and all else in it is the same.
 */
export async function openPacked(
  home: Home,
  { folder }: Packed,
): Promise<{ readonly page: Page; readonly pid: number }> {
  const program = join(folder, "electron");
  linkSync(join(folder, "security-domain-ceremony"), program);
  const child = startAs(home, program, ["--remote-debugging-port=0"]);
  const address = await addressOf(child);
  // Who attaches while the window is made may wait for ever.
  await poll(() => windowsOn(home)).toBe(1);
  const page = await attach(address);
  onTestFinished(() => page.context().browser()?.close());
  if (child.pid === undefined) throw new Error("it has no window");
  return { page, pid: child.pid };
}
