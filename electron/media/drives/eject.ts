// Ejects a drive safely: everything is written, and nothing of its disk is mounted any longer.
import { fault } from "../shared/faults.ts";
import { allOf, busOf, holdsSystem, mountsOf, readBlocks, type Block } from "./blocks.ts";
import type { Drive } from "./drive.ts";
import { listDrives } from "./list.ts";
import { isPlainPath, readMounts, type Mount } from "./mounts.ts";
import type { DriveSources } from "./tools.ts";
import { POWERSHELL } from "./windows.ts";

/**
 * Ejects the drive's whole disk, with all its volumes, and checks that it is gone. A missing one
 * counts as ejected: every file of ours was forced to it when written.
 * @throws Fault E-DRIVE-BUSY while a program uses it; E-DRIVE-EJECT; E-MEDIA-IO if what was written
 * could not be forced; E-DRIVES-TOOL, E-DRIVES-FORM
 */
export async function ejectDrive(sources: DriveSources, drive: Drive): Promise<void> {
  if (drive.kind !== "removable") throw fault("E-DRIVE-EJECT");
  switch (sources.platform) {
    case "linux":
      return ejectLinux(sources, drive);
    case "darwin":
      return ejectMac(sources, drive);
    case "win32":
      return ejectWindows(sources, drive);
    default:
      throw fault("E-DRIVE-EJECT");
  }
}

async function ejectMac(sources: DriveSources, drive: Drive): Promise<void> {
  if (!/^\/dev\/disk\d{1,4}$/.test(drive.disk)) throw fault("E-DRIVE-EJECT");
  if (!(await isMounted(sources, drive))) return;
  await sources.run("diskutil", ["eject", drive.disk]);
  if (await isMounted(sources, drive)) throw fault("E-DRIVE-BUSY");
}

/** The shell's own verb, which asks every program; it continues after the call. */
async function ejectWindows(sources: DriveSources, drive: Drive): Promise<void> {
  const letter = /^([A-Z]):\\$/.exec(drive.mount ?? "")?.[1];
  if (letter === undefined) throw fault("E-DRIVE-EJECT");
  if (!(await isMounted(sources, drive))) return;
  await sources.run("powershell", [
    ...POWERSHELL,
    [
      "$ErrorActionPreference = 'Stop'",
      "$shell = New-Object -ComObject Shell.Application",
      `$shell.Namespace(17).ParseName('${letter}:').InvokeVerb('Eject')`,
      `foreach ($i in 1..28) { if (-not (Test-Path '${letter}:\\')) { exit 0 };`
        + " Start-Sleep -Milliseconds 250 }",
      "exit 1",
    ].join("; "),
  ]);
  if (await isMounted(sources, drive)) throw fault("E-DRIVE-BUSY");
}

/** Whether any volume of the disk is still mounted. */
async function isMounted(sources: DriveSources, { disk }: Drive): Promise<boolean> {
  const drives = await listDrives(sources);
  return drives.some((one) => one.disk === disk && one.mount !== null);
}

/** @throws Fault E-DRIVE-BUSY, E-DRIVE-EJECT, E-MEDIA-IO, E-DRIVES-TOOL, E-DRIVES-FORM */
async function ejectLinux(sources: DriveSources, drive: Drive): Promise<void> {
  const [blocks, mounts] = await Promise.all([readBlocks(sources), readMounts(sources)]);
  const disk = blocks.find(({ path }) => path === drive.disk);
  if (disk === undefined || !allOf(disk).some(({ path }) => path === drive.device)) return;
  // Asked again: the device may be something else by now.
  if (busOf(disk, sources) === null || holdsSystem(disk, mounts)) throw fault("E-DRIVE-EJECT");
  const isBusy = await closeMounts(sources, disk, mounts);
  const left = await readMounts(sources);
  if (allOf(disk).some((block) => mountsOf(block, left).length > 0)) {
    throw fault(isBusy ? "E-DRIVE-BUSY" : "E-DRIVE-EJECT");
  }
  await switchOff(sources, disk);
}

/** Unmounts the newest mount first; says whether a program uses one. */
async function closeMounts(
  sources: DriveSources,
  disk: Block,
  mounts: readonly Mount[],
): Promise<boolean> {
  for (const block of allOf(disk).toReversed()) {
    for (const mount of mountsOf(block, mounts).toReversed()) {
      if (!isPlainPath(mount.folder)) throw fault("E-DRIVE-EJECT");
      const { exit } = await sources.run("sync", ["-f", "--", mount.folder]);
      if (exit !== 0) throw fault("E-MEDIA-IO");
      if ((await closeMount(sources, block, mount)) === "busy") return true;
    }
  }
  return false;
}

async function closeMount(
  sources: DriveSources,
  block: Block,
  { folder }: Mount,
): Promise<"closed" | "busy" | "refused"> {
  // Without a running udisks this fails too, and umount is used.
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
 * Locks what was unlocked and switches the power off, if udisks can. Failing is harmless: nothing
 * is mounted any longer, and udisks leaves a reader on if its other card is in use.
 */
async function switchOff(sources: DriveSources, disk: Block): Promise<void> {
  if (!sources.has("udisksctl")) return;
  const locked = allOf(disk).filter(({ children }) =>
    children.some(({ type }) => type === "crypt"),
  );
  const tasks = [...locked.map(({ path }) => ["lock", path]), ["power-off", disk.path]] as const;
  for (const [verb = "", path = ""] of tasks) {
    await sources.run("udisksctl", [verb, "--no-user-interaction", "-b", path]);
  }
}

const saysBusy = (complaint: string): boolean => /\bbusy\b/i.test(complaint);
