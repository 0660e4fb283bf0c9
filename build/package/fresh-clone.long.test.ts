// The commands of the README on a fresh clone: each sets up what it needs, and where it cannot, it says
// so in plain words and continues later. Packages and Electron come from the registry, as for everyone.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { treePaths } from "../tidy/tree.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const isRoot = process.platform === "linux" && process.getuid?.() === 0;
const STACK = /^\s+at /m;
let base = "";

/** The project as it is, without anything that was set up. */
function cloneTo(folder: string): string {
  for (const path of treePaths(ROOT)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
  return folder;
}

/** Runs `npm run`, by root or by nobody, without a screen. */
function npmRun(project: string, words: readonly string[], { isNobody = false } = {}) {
  const who = isNobody ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
  const [first = "", ...rest] = [...who, "npm", "run", ...words];
  const home = join(base, "home");
  const { status, stdout, stderr } = spawnSync(first, rest, {
    cwd: project,
    encoding: "utf8",
    env: {
      ...process.env,
      DISPLAY: "",
      WAYLAND_DISPLAY: "",
      npm_execpath: "",
      ...(isNobody ? { HOME: home, npm_config_cache: join(home, "npm") } : {}),
    },
  });
  return { status, said: `${stdout}${stderr}` };
}

describe.skipIf(!isRoot)("a fresh clone (needs root and Linux)", () => {
  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), "sd-clone-"));
    chmodSync(base, 0o755);
    mkdirSync(join(base, "home"));
    chmodSync(join(base, "home"), 0o777);
  });
  afterEach(() => {
    spawnSync("umount", ["-q", join(base, "small")]);
    for (const name of readdirSync(base).filter((one) => one !== "home"))
      rmSync(join(base, name), { recursive: true, force: true });
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  test("is packaged by one command", () => {
    const { status, said } = npmRun(cloneTo(join(base, "clone")), ["package"]);
    expect(said).not.toMatch(STACK);
    expect(status, said.slice(-2000)).toBe(0);
    const made = readdirSync(join(base, "clone", "dist", "package"));
    expect(made.filter((name) => /\.(?:deb|tar\.xz)$/.test(name))).toHaveLength(2);
  });

  test("makes the command line by one command, and is started by one", () => {
    const clone = cloneTo(join(base, "clone"));
    const built = npmRun(clone, ["build"]);
    expect(built.status, built.said.slice(-2000)).toBe(0);
    expect(existsSync(join(clone, "dist", "sd.cjs"))).toBe(true);
    const started = npmRun(clone, ["start", "--", "--bits", "2048"]);
    expect(started.status, started.said.slice(-2000)).toBe(0);
  });

  test.each(["start", "test", "build", "package", "bench", "recordings"])(
    "that this user may not write says so: npm run %s",
    (name) => {
      const clone = cloneTo(join(base, "clone"));
      const { status, said } = npmRun(clone, [name], { isNobody: true });
      expect(status).toBe(1);
      expect(said).toContain("may not be written by this user.");
      expect(said).not.toMatch(STACK);
    },
  );

  test("that another user set up, and whose bundle is old, says so", () => {
    const clone = cloneTo(join(base, "clone"));
    symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"));
    const { status, said } = npmRun(clone, ["build"], { isNobody: true });
    expect(status).toBe(1);
    expect(said).toContain(`${clone} may not be written by this user.`);
    expect(said).not.toMatch(STACK);
  });

  test("on a disk that becomes full says so, and continues once there is room", () => {
    const small = join(base, "small");
    mkdirSync(small);
    const mount = (...more: readonly string[]): void => {
      expect(spawnSync("mount", [...more, small]).status).toBe(0);
    };
    mount("-t", "tmpfs", "-o", "size=150m", "tmpfs");
    cloneTo(small);
    const full = npmRun(small, ["build"]);
    expect(full.status).toBe(1);
    expect(full.said).toMatch(/The disk of \S+ is full\. Free some space there/);
    expect(full.said).not.toMatch(STACK);
    mount("-o", "remount,size=1500m");
    const again = npmRun(small, ["build"]);
    expect(again.status, again.said.slice(-2000)).toBe(0);
  });
});
