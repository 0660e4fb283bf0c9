// Real ext4 file systems on loop devices in place of USB sticks, for tests (needs root).
import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { aRoot } from "./media.fixture.ts";
import { listDrives, systemSources, type Drive, type DriveSources } from "./media.ts";

const MIB = 1024 * 1024;
const run = (tool: string, ...args: readonly string[]): string =>
  execFileSync(tool, args, { encoding: "utf8", stdio: "pipe" }).trim();

/** An inserted stick; `folder` is where it is mounted. */
export interface Stick {
  readonly device: string;
  readonly folder: string;
  readonly image: string;
  readonly mount: () => void;
  /** Pulled out: the mount is gone at once, even while in use. */
  readonly pull: () => void;
  /** Removes all of it again. */
  readonly end: () => void;
}

/** Makes a stick with an empty file system, or with a copy of another's, and mounts it. */
function aStick(root: string, name: string, copyOf?: Stick): Stick {
  const image = join(root, `${name}.img`);
  const folder = join(root, name);
  mkdirSync(folder);
  if (copyOf === undefined) {
    writeFileSync(image, "");
    truncateSync(image, 32 * MIB);
    run("mkfs.ext4", "-q", "-L", name, image);
  } else {
    run("sync");
    run("cp", copyOf.image, image);
  }
  const device = run("losetup", "-f", "--show", image);
  const mount = (): void => {
    run("mount", device, folder);
  };
  const pull = (): void => {
    run("umount", "-l", folder);
  };
  mount();
  const end = (): void => {
    while (isMounted(folder)) pull();
    run("losetup", "-d", device);
  };
  return { device, folder, image, mount, pull, end };
}

/** A place where sticks are inserted, on a root folder of its own. */
export interface Port {
  readonly root: string;
  readonly stick: (name: string, copyOf?: Stick) => Stick;
  /** mount(8), undone in the end; the last argument is the folder. */
  readonly mount: (...args: readonly string[]) => void;
  readonly end: () => void;
}

/** An empty port; `end` removes every stick and mount again. */
export function aPort(): Port {
  const { root, end } = aRoot();
  const undone: (() => void)[] = [end];
  return {
    root,
    stick: (name, copyOf) => {
      const made = aStick(root, name, copyOf);
      undone.push(made.end);
      return made;
    },
    mount: (...args) => {
      run("mount", ...args);
      undone.push(() => run("umount", "-l", args.at(-1) ?? ""));
    },
    end: () => {
      for (const undo of undone.reverse()) undo();
    },
  };
}

/** This machine, with these loop devices reported by lsblk as USB sticks. */
export function withSticks(...sticks: readonly Stick[]): DriveSources {
  const sources = systemSources();
  const devices = sticks.map(({ device }) => device);
  return {
    ...sources,
    run: async (tool, args) => {
      const answer = await sources.run(tool, args);
      if (tool !== "lsblk") return answer;
      const told = JSON.parse(answer.output) as { blockdevices: Record<string, unknown>[] };
      const blockdevices = told.blockdevices.map((row) =>
        devices.includes(String(row["path"]))
          ? { ...row, type: "disk", rm: true, hotplug: true, tran: "usb" }
          : row,
      );
      return { ...answer, output: JSON.stringify({ blockdevices }) };
    },
  };
}

/** The drives these sticks are now. */
export const drivesOf = (...sticks: readonly Stick[]): Promise<readonly Drive[]> =>
  listDrives(withSticks(...sticks));

/** The one drive this stick is now. */
export async function driveOf(stick: Stick): Promise<Drive> {
  const [drive] = await drivesOf(stick);
  if (drive === undefined) throw new Error("the stick is not in");
  return drive;
}

export function isMounted(folder: string): boolean {
  try {
    run("mountpoint", "-q", folder);
    return true;
  } catch {
    return false;
  }
}
