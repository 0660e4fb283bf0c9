// Checks that a place really is on a removable drive, and makes such drives media.
import { realpathSync, statSync } from "node:fs";
import process from "node:process";
import type { Drive } from "./drives/drive.ts";
import { fault } from "./shared/faults.ts";
import type { Mode } from "./marker.ts";
import type { Medium } from "./medium.ts";
import { checkName } from "./name.ts";
import { OF_SYSTEMS } from "./written-name.ts";
import { prepareAt } from "./prepare.ts";
import { onSystem } from "./system-error.ts";

/**
 * Checks that the medium's folder is the top of a removable drive that is inserted now, and the one
 * on which the medium was found.
 * @throws Fault E-MEDIA-NOT-REMOVABLE, -OTHER, -GONE
 */
export function checkRemovable(medium: Medium, drives: readonly Drive[]): void {
  const here = drives.filter(({ mount }) => mount === medium.folder);
  const [drive] = here;
  if (drive === undefined || here.length > 1) throw fault("E-MEDIA-NOT-REMOVABLE");
  if (medium.volume !== undefined && medium.volume !== drive.volume) throw fault("E-MEDIA-OTHER");
  const device = checkDrive(drive);
  if (medium.device !== undefined && medium.device !== device) throw fault("E-MEDIA-OTHER");
}

/**
 * Checks that a medium was found on a removable drive at all, as production requires of any source.
 * @throws Fault E-MEDIA-NOT-REMOVABLE
 */
export function checkFoundOnDrive({ volume }: Medium): void {
  if (volume === undefined) throw fault("E-MEDIA-NOT-REMOVABLE");
}

/**
 * Makes an empty drive a medium, as `prepareMedium` does with a folder. What a system itself writes
 * on every drive does not count.
 * @throws Fault E-DRIVE-UNMOUNTED, E-MEDIA-NOT-REMOVABLE, and as `prepareMedium`
 */
export function prepareDrive(
  drive: Drive,
  label: string,
  mode: Mode,
  random: (length: number) => Uint8Array,
): Medium {
  checkName(label);
  const folder = drive.mount;
  if (folder === null) throw fault("E-DRIVE-UNMOUNTED");
  const device = checkDrive(drive);
  const medium = onSystem(() =>
    prepareAt(folder, { label, mode, random, device, passedOver: OF_SYSTEMS }),
  );
  return { ...medium, volume: drive.volume, device };
}

/**
 * The device of files at the drive's top. Checked by number, not by name: a link, or another mount
 * over it, has another device.
 * @throws Fault E-MEDIA-NOT-REMOVABLE; E-MEDIA-GONE if it was pulled out
 */
export function checkDrive(drive: Drive): bigint {
  const { kind, mount } = drive;
  if (kind !== "removable" || mount === null) throw fault("E-MEDIA-NOT-REMOVABLE");
  return onSystem(() => {
    if (realpathSync.native(mount) !== mount) throw fault("E-MEDIA-NOT-REMOVABLE");
    const { dev } = statSync(mount, { bigint: true });
    if (!isOfDrive(dev, drive)) throw fault("E-MEDIA-NOT-REMOVABLE");
    return dev;
  });
}

/** On Windows a volume's number is its serial; elsewhere it is the device node's. */
function isOfDrive(dev: bigint, { device, volume }: Drive): boolean {
  if (process.platform !== "win32") return statSync(device, { bigint: true }).rdev === dev;
  return BigInt.asUintN(32, dev) === BigInt(`0x${volume.replace("-", "")}`);
}
