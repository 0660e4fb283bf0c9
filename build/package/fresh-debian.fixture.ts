// For tests: a Debian in a folder, as on a new computer, and commands run in it.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { onPath } from "../setup/run.mjs";

/** Why there can be no such Debian here. */
export const withoutDebian =
  process.getuid?.() !== 0 || ["mmdebstrap", "unshare", "nsenter"].some((name) => !onPath(name));

/** The user of that computer. */
export const USER = { id: 1000, home: "/srv/anna" };

export interface Ended {
  readonly code: number | null;
  /** Both outputs. */
  readonly said: string;
}

export interface Debian {
  readonly folder: string;
  /** As root. */
  readonly run: (...words: readonly string[]) => Ended;
  /** As a person without rights, at the screen that `DISPLAY` names. */
  readonly runAsUser: (...words: readonly string[]) => Ended;
  readonly startAsUser: (...words: readonly string[]) => ChildProcess;
  readonly remove: () => void;
}

const ENV = {
  PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
  LANG: "C.UTF-8",
  DISPLAY: ":9",
  DEBIAN_FRONTEND: "noninteractive",
};

/**
 * Makes it from the packages of the Debian that runs this, with processes and mounts of its own: they
 * end with it, whatever happens to the test.
 * @param packages of Debian that a desktop has
 */
export async function freshDebian(packages: readonly string[]): Promise<Debian> {
  const folder = mkdtempSync(join(tmpdir(), "sd-debian-"));
  const release = /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
  const how = ["--variant=minbase", "--mode=root", `--include=${packages.join(",")}`];
  const made = spawnSync("mmdebstrap", [...how, release ?? "stable", folder], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`mmdebstrap failed:\n${made.stderr.slice(-2000)}`);
  if (existsSync("/etc/resolv.conf"))
    copyFileSync("/etc/resolv.conf", join(folder, "etc/resolv.conf"));
  const holder = await hold(folder);
  const inside = (words: readonly string[]): readonly string[] => [
    ...["-t", holder.pid, "-m", "-p", "chroot", folder],
    ...words,
  ];
  const asUser = (words: readonly string[]): readonly string[] => [
    ...["setpriv", `--reuid=${String(USER.id)}`, `--regid=${String(USER.id)}`, "--clear-groups"],
    ...["env", `--chdir=${USER.home}`, `HOME=${USER.home}`, ...words],
  ];
  const run = (...words: readonly string[]): Ended => {
    const ended = spawnSync("nsenter", inside(words), { env: ENV, encoding: "utf8" });
    return { code: ended.status, said: ended.stdout + ended.stderr };
  };
  run("apt-get", "-q", "update");
  run("useradd", "--uid", String(USER.id), "--create-home", "--home-dir", USER.home, "anna");
  return {
    folder,
    run,
    runAsUser: (...words) => run(...asUser(words)),
    startAsUser: (...words) =>
      spawn("nsenter", inside(asUser(words)), { env: ENV, stdio: "ignore" }),
    remove: () => {
      holder.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts the process in whose namespaces all others run. */
async function hold(folder: string): Promise<{ readonly pid: string; readonly end: () => void }> {
  const mounts = [
    `mount --bind /dev '${folder}/dev'`,
    `mount -t devpts -o newinstance,ptmxmode=0666 devpts '${folder}/dev/pts'`,
    `mount -t tmpfs -o mode=1777 tmpfs '${folder}/dev/shm'`,
    `mount -t proc proc '${folder}/proc'`,
  ];
  const script = `${mounts.join(" && ")} && echo ready && exec sleep infinity`;
  const words = ["--mount", "--pid", "--fork", "--kill-child", "sh", "-c", script];
  const holder = spawn("unshare", words, { stdio: ["ignore", "pipe", "ignore"] });
  const [first] = (await Promise.race([
    once(holder.stdout, "data"),
    once(holder, "exit").then(() => ["ended"]),
  ])) as [Buffer | string];
  if (String(first).trim() !== "ready") throw new Error("mounts and processes of its own: refused");
  const above = String(holder.pid);
  const pid = readFileSync(`/proc/${above}/task/${above}/children`, "utf8").trim();
  const end = (): void => void spawnSync("kill", ["-KILL", pid]);
  process.once("exit", end);
  return { pid, end };
}
