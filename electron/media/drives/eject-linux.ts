// Linux: closes every mount of a disk, then the disk: udisks where it runs, umount where not.
import { fault } from "../faults.ts";
import { allOf, busOf, holdsSystem, mountsOf, readBlocks, type Block } from "./blocks.ts";
import type { Drive } from "./drive.ts";
import { isPlainPath, readMounts, type Mount } from "./mounts.ts";
import type { DriveSources } from "./tools.ts";

/** @throws Fault E-DRIVE-BUSY, E-DRIVE-EJECT, E-MEDIA-IO, E-DRIVES-TOOL, E-DRIVES-FORM */
export async function ejectLinux(sources: DriveSources, drive: Drive): Promise<void> {
  const [blocks, mounts] = await Promise.all([readBlocks(sources), readMounts(sources)]);
  const disk = blocks.find(({ path }) => path === drive.disk);
  if (disk === undefined || !allOf(disk).some(({ path }) => path === drive.device)) return;
  // Asked anew: what was a drive when it was listed may be something else by now.
  if (busOf(disk, sources) === null || holdsSystem(disk, mounts)) throw fault("E-DRIVE-EJECT");
  const isBusy = await closeMounts(sources, disk, mounts);
  const left = await readMounts(sources);
  if (allOf(disk).some((block) => mountsOf(block, left).length > 0)) {
    throw fault(isBusy ? "E-DRIVE-BUSY" : "E-DRIVE-EJECT");
  }
  await switchOff(sources, disk);
}

/** Closes the newest mount first; tells whether a program holds one. */
async function closeMounts(
  sources: DriveSources, disk: Block, mounts: readonly Mount[],
): Promise<boolean> {
  for (const block of allOf(disk).toReversed()) {
    for (const mount of mountsOf(block, mounts).toReversed()) {
      if (!isPlainPath(mount.folder)) throw fault("E-DRIVE-EJECT");
      const { exit } = await sources.run("sync", ["-f", "--", mount.folder]);
      if (exit !== 0) throw fault("E-MEDIA-IO");
      if (await closeMount(sources, block, mount) === "busy") return true;
    }
  }
  return false;
}

async function closeMount(
  sources: DriveSources, block: Block, { folder }: Mount,
): Promise<"closed" | "busy" | "refused"> {
  // Without a running udisks this fails too, and umount is asked.
  if (sources.has("udisksctl")) {
    const args = ["unmount", "--no-user-interaction", "-b", block.path];
    const { exit, complaint } = await sources.run("udisksctl", args);
    if (exit === 0) return "closed";
    if (saysBusy(complaint)) return "busy";
  }
  const { exit, complaint } = await sources.run("umount", ["--", folder]);
  if (exit === 0) return "closed";
  return saysBusy(complaint) ? "busy" : "refused";
}

/**
 * Locks what was unlocked and takes the power off, where udisks can. That it cannot does no harm:
 * nothing is mounted any more, and udisks leaves a reader on whose other card is in use.
 */
async function switchOff(sources: DriveSources, disk: Block): Promise<void> {
  if (!sources.has("udisksctl")) return;
  const locked = allOf(disk)
    .filter(({ children }) => children.some(({ type }) => type === "crypt"));
  const tasks = [...locked.map(({ path }) => ["lock", path]), ["power-off", disk.path]] as const;
  for (const [verb = "", path = ""] of tasks) {
    await sources.run("udisksctl", [verb, "--no-user-interaction", "-b", path]);
  }
}

const saysBusy = (complaint: string): boolean => /\bbusy\b/i.test(complaint);
