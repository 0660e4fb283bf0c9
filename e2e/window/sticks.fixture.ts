// Sticks put into the computer on which the app runs: real file systems on loop devices. That they
// are USB sticks, and what udev would have read from them, is told in what its lsblk says; all else
// is the computer's own (needs root).
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NOBODY } from "../nobody.fixture.ts";
import { leave } from "./test.fixture.ts";

const BYTES = 32 * 1024 * 1024;
/** Where a desktop mounts what is put in. */
const FOLDERS = "/media/nobody";
/** Runs a program in a network of its own, with its debugger's ports opened in ours. */
const PORTS = fileURLToPath(new URL("ports-main.cjs", import.meta.url));

/** How a stick is mounted: its user may unmount it, as on a desktop, or only root may. */
export type Rule = "the user's" | "root's";

export interface Stick {
  readonly name: string;
  readonly device: string;
  /** Its files where it is in, or was last, for people not at that computer. */
  readonly files: string;
  /** Puts it into its own computer, or into another one; the desktop mounts it. */
  readonly insert: (into?: Computer) => void;
  /** Pulls it out without asking anyone. */
  readonly pull: () => void;
  /** Whether it is mounted. */
  readonly isMounted: () => boolean;
  /** Bytes of a file at its top, read from the device itself once it is out. */
  readonly read: (file: string) => Uint8Array;
}

/** A computer that takes sticks. */
export interface Computer {
  /** The words by which a program is started on it. */
  readonly on: readonly string[];
  /** Where its desktop mounts what is put in, for people not at it. */
  readonly mounts: string;
  /** A new stick, not put in yet, on which the user may write. */
  readonly stick: (name: string, rule?: Rule) => Stick;
  /** Puts a cable in, with an address on it. Only where the computer has a network of its own. */
  readonly plugIn: () => void;
  /** Pulls the cable out, and its card with it. */
  readonly unplug: () => void;
}

const run = (tool: string, ...args: readonly string[]): string =>
  execFileSync(tool, args, { encoding: "utf8", stdio: "pipe" }).trim();

/** Where copies of the app meet whose user has no home: another one a computer. */
const STATION = join("/tmp", `security-domain-ceremony-${NOBODY}`);

/** In a mount namespace that ends with its keeper, so that nothing of it is left anywhere. */
const MOUNTS = `
  mount -t tmpfs none /media && mkdir -p ${FOLDERS} &&
  install -d -m 700 -o ${NOBODY} -g ${NOBODY} ${STATION} &&
  mount -t tmpfs -o mode=700,uid=${NOBODY},gid=${NOBODY} none ${STATION} &&
  mount --bind /usr/bin/lsblk "$1/lsblk" && mount --bind "$1/told" /usr/bin/lsblk &&
  mount --bind "$1/fstab" /etc/fstab && echo ready && exec cat`;
/** Its own network is loopback alone, and what the system says about networks is of that one. */
const ALONE = "ip link set lo up && mount -t sysfs none /sys && ";

/**
 * A computer without a stick; it is gone with the test file.
 * @param network loopback and nothing else; or that of the test itself
 */
export async function openComputer(
  network: "none" | "the test's" = "the test's",
): Promise<Computer> {
  const folder = mkdtempSync(join(tmpdir(), "sd-sticks-"));
  chmodSync(folder, 0o755);
  leave(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const wrapper = readFileSync(new URL("lsblk.fixture.py", import.meta.url));
  writeFileSync(join(folder, "lsblk.py"), wrapper);
  writeFileSync(
    join(folder, "told"),
    `#!/bin/sh\nexec /usr/bin/python3 -I -S "${folder}/lsblk.py" "${folder}" "$@"\n`,
    { mode: 0o755 },
  );
  for (const name of ["lsblk", "fstab"]) writeFileSync(join(folder, name), "");
  const alone = network === "none";
  const keeper = await startKeeper(folder, alone);
  leave(async () => {
    keeper.stdin?.end();
    await once(keeper, "exit");
  });
  return new Namespace(folder, keeper.pid!, alone);
}

async function startKeeper(folder: string, alone: boolean): Promise<ChildProcess> {
  const script = alone ? `${ALONE}${MOUNTS}` : MOUNTS;
  const words = [
    ...(alone ? ["--net"] : []),
    "--mount",
    "--propagation",
    "private",
    "sh",
    "-c",
    script,
    "sh",
    folder,
  ];
  const keeper = spawn("unshare", words, { stdio: ["pipe", "pipe", "inherit"] });
  const exit = once(keeper, "exit").then(() => "it ended");
  const said = once(keeper.stdout, "data").then(([bytes]) => String(bytes).trim());
  const first = await Promise.race([said, exit]);
  if (first !== "ready") throw new Error(`no place for sticks: ${first}`);
  return keeper;
}

class Namespace implements Computer {
  readonly #folder: string;
  readonly #enter: readonly string[];
  readonly #in = new Map<string, object>();
  readonly mounts: string;
  readonly on: readonly string[];

  constructor(folder: string, keeper: number, alone: boolean) {
    const spaces = `/proc/${String(keeper)}/ns`;
    this.#folder = folder;
    this.mounts = `/proc/${String(keeper)}/root${FOLDERS}`;
    this.#enter = ["nsenter", `--mount=${spaces}/mnt`, ...(alone ? [`--net=${spaces}/net`] : [])];
    this.on = alone ? [process.execPath, PORTS, `${spaces}/net`, ...this.#enter] : this.#enter;
    this.#tell();
  }

  stick(name: string, rule: Rule = "root's"): Stick {
    const image = join(this.#folder, `${name}.img`);
    writeFileSync(image, "", { mode: 0o600 });
    truncateSync(image, BYTES);
    run("mkfs.ext4", "-q", "-L", name, "-E", `root_owner=${NOBODY}:${NOBODY}`, image);
    const device = run("losetup", "-f", "--show", image);
    leave(() => run("losetup", "-d", device));
    if (rule === "the user's") this.#letUnmount(device, placeOf(name));
    return new LoopStick(name, device, image, this);
  }

  plugIn(): void {
    this.run("ip", "link", "add", "eth0", "type", "veth", "peer", "name", "socket");
    for (const end of ["socket", "eth0"]) this.run("ip", "link", "set", end, "up");
    this.run("ip", "address", "add", "192.0.2.7/24", "dev", "eth0");
  }

  unplug(): void {
    this.run("ip", "link", "delete", "eth0");
  }

  take({ device, name }: Stick): void {
    this.#in.set(device, { ...asStick(device), label: name });
    this.#tell();
    this.run("mkdir", "-p", placeOf(name));
    this.run("mount", "-o", "nosuid,nodev,noexec", device, placeOf(name));
  }

  lose({ device, name, isMounted }: Stick): void {
    if (isMounted()) this.run("umount", "-l", placeOf(name));
    this.#in.delete(device);
    this.#tell();
  }

  run(...words: readonly string[]): string {
    const [first = "", ...rest] = [...this.#enter, ...words];
    return run(first, ...rest);
  }

  /** The line of fstab(5) with which umount lets any user unmount. */
  #letUnmount(device: string, at: string): void {
    writeFileSync(join(this.#folder, "fstab"), `${device} ${at} ext4 users,noauto 0 0\n`, {
      flag: "a",
    });
  }

  /** What is in, whole at every moment: lsblk may be asked now. */
  #tell(): void {
    const file = join(this.#folder, "sticks.json");
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(this.#in)));
    renameSync(`${file}.new`, file);
  }
}

class LoopStick implements Stick {
  readonly name: string;
  readonly device: string;
  readonly #image: string;
  #at: Namespace;

  constructor(name: string, device: string, image: string, own: Namespace) {
    this.name = name;
    this.device = device;
    this.#image = image;
    this.#at = own;
  }

  get files(): string {
    return join(this.#at.mounts, this.name);
  }

  readonly insert = (into?: Computer): void => {
    if (into instanceof Namespace) this.#at = into;
    this.#at.take(this);
  };

  readonly pull = (): void => {
    this.#at.lose(this);
  };

  readonly isMounted = (): boolean =>
    this.#at.run("findmnt", "-rn", "-o", "TARGET").split("\n").includes(placeOf(this.name));

  readonly read = (file: string): Uint8Array =>
    execFileSync("debugfs", ["-R", `cat /${file}`, this.#image], { stdio: "pipe" });
}

const placeOf = (name: string): string => `${FOLDERS}/${name}`;

/** What lsblk would say of it, where it is a stick and udev has checked it. */
function asStick(device: string): object {
  const uuid = run("blkid", "-p", "-o", "value", "-s", "UUID", device);
  const fstype = run("blkid", "-p", "-o", "value", "-s", "TYPE", device);
  return { type: "disk", rm: true, hotplug: true, tran: "usb", uuid, fstype };
}
