// The commands of package.json: each checks Node first, sets up what it needs, and says in plain
// words what stops it.
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
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "./commands.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const isRoot = process.platform === "linux" && process.getuid?.() === 0;
const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sd-commands-"));
  chmodSync(folder, 0o755);
});
afterEach(() => {
  spawnSync("umount", ["-q", join(folder, "project")]);
  rmSync(folder, { recursive: true, force: true });
});

/** A project that needs one package, which is in a folder of its own, with the commands of this one. */
function makeProject(project: string): void {
  mkdirSync(join(project, "b"), { recursive: true });
  for (const path of ["command-main.cjs", "commands.mjs", "manifest.mjs", "setup", "package"])
    cpSync(join(ROOT, "build", path), join(project, "build", path), { recursive: true });
  const dependencies = { b: "file:b" };
  const packages = { "": { dependencies }, b: {}, "node_modules/b": { resolved: "b", link: true } };
  const lock = { name: "a", lockfileVersion: 3, requires: true, packages };
  const engines = { node: ">=20" };
  writeFileSync(join(project, "b", "package.json"), '{"name":"b","version":"1.0.0"}');
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "a", type: "module", engines, dependencies }),
  );
  writeFileSync(join(project, "package-lock.json"), JSON.stringify(lock));
}

/** Runs a command as a user without rights, whose own folder is another. */
function runAsNobody(project: string, name: string) {
  const home = join(folder, "home");
  mkdirSync(home, { mode: 0o777 });
  chmodSync(home, 0o777);
  const who = ["--reuid=65534", "--regid=65534", "--clear-groups"];
  const command = [process.execPath, join(project, "build", "command-main.cjs"), name];
  const { status, stdout, stderr } = spawnSync("setpriv", [...who, ...command], {
    cwd: project,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: home, npm_config_offline: "true" },
  });
  return { status, said: `${stdout}${stderr}` };
}

const STACK = /^\s+at /m;

test("are what package.json names, and none of them starts anything else", () => {
  expect(Object.entries(scripts)).toEqual(
    Object.keys(COMMANDS)
      // Only the tests start it.
      .filter((name) => name !== "set-up")
      .map((name) => [name, `node build/command-main.cjs ${name}`]),
  );
});

test.each(["18.20.8", "16.20.2", "4.0.0"])("on Node %s say that it is too old", (version) => {
  const pretend = join(folder, "pretend.cjs");
  writeFileSync(
    pretend,
    `Object.defineProperty(process.versions, "node", { value: "${version}" });`,
  );
  const words = ["--require", pretend, join(ROOT, "build", "command-main.cjs"), "start"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: "",
    stderr:
      `This is Node ${version}, and Node 20 or newer is needed.\n`
      + "Install it (https://nodejs.org), and run npm run start again.\n",
  });
});

test("say what is wrong with their words, without a stack", () => {
  const command = join(ROOT, "build", "command-main.cjs");
  const words = [command, "bench", "nothing"];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^choose among: /);
  expect(stderr).not.toMatch(STACK);
});

describe.skipIf(!isRoot)("if they cannot write (needs root and Linux)", () => {
  test("say whose folder it is, and what to do", () => {
    const project = join(folder, "project");
    makeProject(project);
    const { status, said } = runAsNobody(project, "build");
    expect(status).toBe(1);
    expect(said).toContain(
      "may not be written by this user. Run it as the user whose folder it is",
    );
    expect(said).not.toMatch(STACK);
  });

  test("say which disk is full, and how much a set-up takes", () => {
    const project = join(folder, "project");
    mkdirSync(project);
    const how = ["-t", "tmpfs", "-o", "size=4m,mode=777", "tmpfs", project];
    expect(spawnSync("mount", how).status).toBe(0);
    makeProject(project);
    spawnSync("dd", ["if=/dev/zero", `of=${join(project, "all")}`, "bs=4k", "status=none"]);
    const { status, said } = runAsNobody(project, "build");
    expect(status).toBe(1);
    expect(said).toMatch(/^The disk of \S+ is full\.|\nThe disk of \S+ is full\./);
    expect(said).not.toMatch(STACK);
  });
});
