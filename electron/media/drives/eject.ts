// Ejects a drive safely: all is written, nothing of its disk is mounted any more.
import { fault } from "../faults.ts";
import type { Drive } from "./drive.ts";
import { ejectLinux } from "./eject-linux.ts";
import { listDrives } from "./list.ts";
import type { DriveSources } from "./tools.ts";
import { POWERSHELL } from "./windows.ts";

/**
 * Ejects the whole disk the drive lies on, with every volume of it, and looks that it is gone. One
 * that is not there any more counts as ejected: every file of ours was forced to it when written.
 * @throws Fault E-DRIVE-BUSY while a program uses it; E-DRIVE-EJECT; E-MEDIA-IO when what was
 *   written could not be forced out; E-DRIVES-TOOL, E-DRIVES-FORM
 */
export async function ejectDrive(sources: DriveSources, drive: Drive): Promise<void> {
  if (drive.kind !== "removable") throw fault("E-DRIVE-EJECT");
  switch (sources.platform) {
    case "linux": return ejectLinux(sources, drive);
    case "darwin": return ejectMac(sources, drive);
    case "win32": return ejectWindows(sources, drive);
    default: throw fault("E-DRIVE-EJECT");
  }
}

async function ejectMac(sources: DriveSources, drive: Drive): Promise<void> {
  if (!/^\/dev\/disk\d{1,4}$/.test(drive.disk)) throw fault("E-DRIVE-EJECT");
  if (!await isMounted(sources, drive)) return;
  await sources.run("diskutil", ["eject", drive.disk]);
  if (await isMounted(sources, drive)) throw fault("E-DRIVE-BUSY");
}

/** The shell's own verb, which asks every program; it works on after it was called. */
async function ejectWindows(sources: DriveSources, drive: Drive): Promise<void> {
  const letter = /^([A-Z]):\\$/.exec(drive.mount ?? "")?.[1];
  if (letter === undefined) throw fault("E-DRIVE-EJECT");
  if (!await isMounted(sources, drive)) return;
  await sources.run("powershell", [...POWERSHELL, [
    "$ErrorActionPreference = 'Stop'",
    "$shell = New-Object -ComObject Shell.Application",
    `$shell.Namespace(17).ParseName('${letter}:').InvokeVerb('Eject')`,
    `foreach ($i in 1..28) { if (-not (Test-Path '${letter}:\\')) { exit 0 };`
      + " Start-Sleep -Milliseconds 250 }",
    "exit 1",
  ].join("; ")]);
  if (await isMounted(sources, drive)) throw fault("E-DRIVE-BUSY");
}

/** Whether any volume of the disk is still open. */
async function isMounted(sources: DriveSources, { disk }: Drive): Promise<boolean> {
  const drives = await listDrives(sources);
  return drives.some((one) => one.disk === disk && one.mount !== null);
}
