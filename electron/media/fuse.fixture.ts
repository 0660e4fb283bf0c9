// Sticks with exFAT for tests, as images mounted by FUSE, because not every kernel has a driver
// (needs root, exfat-fuse and exfatprogs).
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MIB = 1024 * 1024;
const run = (tool: string, ...args: readonly string[]): string =>
  execFileSync(tool, args, { encoding: "utf8", stdio: "pipe" }).trim();
const answers = (tool: string, flag: string): boolean =>
  spawnSync(tool, [flag]).error === undefined;

/** Whether this machine can make, mount and check one. */
export const hasFuse =
  existsSync("/dev/fuse")
  && ["mkfs.exfat", "mount.exfat-fuse", "fsck.exfat"].every((tool) => answers(tool, "-V"));

/** A stick; `folder` is where it is mounted, `image` its contents. */
export interface FuseStick {
  readonly folder: string;
  readonly image: string;
  readonly mount: (how?: "ro") => void;
  /** Removed as people should: the driver first writes everything to the stick. */
  readonly eject: () => void;
  readonly killDriver: () => void;
  /** Pulled out: the driver is killed and the folder is empty; unwritten data is lost. */
  readonly pull: () => void;
  /** After a refused mount. */
  readonly detach: () => void;
  /** Errors of the file system by its own checker, after removal; "" for none. */
  readonly wrong: () => string;
  readonly end: () => void;
}

/** Makes a stick of `mebibytes` and mounts it on a new folder. */
export function fuseStick(root: string, name: string, mebibytes: number): FuseStick {
  const [image, folder] = [join(root, `${name}.img`), join(root, name)];
  mkdirSync(folder, { recursive: true });
  writeFileSync(image, "");
  truncateSync(image, mebibytes * MIB);
  run("mkfs.exfat", "-q", image);
  let device = "";
  const mount = (how?: "ro"): void => {
    device = run("losetup", "-f", "--show", image);
    run("mount.exfat-fuse", ...(how === "ro" ? ["-o", "ro"] : []), device, folder);
  };
  // The mount of a killed driver is listed only here.
  const isMounted = (): boolean => readFileSync("/proc/mounts", "utf8").includes(` ${folder} `);
  const drivers = (): readonly number[] =>
    spawnSync("pgrep", ["-f", ` ${folder}$`])
      .stdout.toString()
      .split("\n")
      .filter((id) => id !== "")
      .map(Number);
  const endDrivers = (signal: "SIGTERM" | "SIGKILL"): void => {
    // One that has ended meanwhile needs none.
    for (const id of drivers()) spawnSync("kill", ["-s", signal.slice(3), String(id)]);
  };
  const detach = (): void => {
    // A driver that was asked to end still writes.
    for (let waited = 0; drivers().length > 0 && waited < 300; waited++) run("sleep", "0.1");
    if (device !== "") run("losetup", "-d", device);
    device = "";
  };
  const eject = (): void => {
    run("umount", folder);
    // If another process has mounts of its own, the driver is not notified of this one's end.
    endDrivers("SIGTERM");
    detach();
  };
  const killDriver = (): void => endDrivers("SIGKILL");
  const pull = (): void => {
    killDriver();
    while (isMounted()) run("umount", "-l", folder);
    detach();
  };
  mount();
  return {
    folder,
    image,
    mount,
    eject,
    killDriver,
    pull,
    detach,
    wrong: () => {
      const { status, stdout, stderr } = spawnSync("fsck.exfat", ["-n", image]);
      return status === 0 ? "" : `${String(stdout)}${String(stderr)}`;
    },
    end: () => {
      if (isMounted()) pull();
    },
  };
}
