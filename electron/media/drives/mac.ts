// macOS: removable drives, from diskutil.
import type { JsonObject } from "../../../crypto/index.ts";
import { fault } from "../shared/faults.ts";
import { showable, type Drive } from "./drive.ts";
import { bytesIn, flagOf, refuse, rowsIn, textIn, stringOf } from "./form.ts";
import { isPlainPath } from "./mounts.ts";
import { readPlist } from "./plist.ts";
import type { DriveSources } from "./tools.ts";

const BUSES: Readonly<Record<string, "usb" | "sd" | undefined>> = {
  USB: "usb",
  "Secure Digital": "sd",
};

/**
 * Lists physical disks, including internal ones: the card slot of a Mac counts as internal. Volumes
 * that diskutil reports as not removable are left out.
 * @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM
 */
export async function listMac(sources: DriveSources): Promise<readonly Drive[]> {
  const list = await ask(sources, ["list", "-plist", "physical"]);
  const drives: Drive[] = [];
  for (const disk of rowsIn(list["AllDisksAndPartitions"])) {
    const parts = rowsIn(disk["Partitions"]);
    const volumes = await Promise.all(
      (parts.length === 0 ? [disk] : parts)
        .filter((part) => textIn(part, "Content") !== "EFI")
        .map((part) => volumeOf(sources, identifierOf(part, "DeviceIdentifier"))),
    );
    const holdsSystem = volumes.some((one) => /^\/($|System\/)/.test(one?.mount ?? ""));
    if (!holdsSystem) drives.push(...volumes.filter((one) => one !== null));
  }
  return drives;
}

async function volumeOf(sources: DriveSources, identifier: string): Promise<Drive | null> {
  const info = await ask(sources, ["info", "-plist", identifier]);
  const bus = BUSES[textIn(info, "BusProtocol") ?? ""];
  const pulled = info["Internal"] === false || info["RemovableMedia"] === true;
  if (bus === undefined || !pulled || info["OpticalMediaType"] !== undefined) return null;
  const volume = textIn(info, "VolumeUUID");
  const fileSystem = textIn(info, "FilesystemType");
  if (volume === null || fileSystem === null || !/^[0-9A-Fa-f-]{36}$/.test(volume)) return null;
  const folder = textIn(info, "MountPoint") ?? "";
  const mount = isPlainPath(folder) ? folder : null;
  return {
    kind: "removable",
    volume: volume.toUpperCase(),
    device: `/dev/${identifierOf(info, "DeviceIdentifier")}`,
    disk: `/dev/${identifierOf(info, "ParentWholeDisk")}`,
    mount,
    label: showable(textIn(info, "VolumeName") ?? ""),
    fileSystem: showable(fileSystem),
    bytes: bytesIn(info, "TotalSize") ?? bytesIn(info, "Size") ?? 0,
    freeBytes: mount === null ? null : await sources.freeBytes(mount),
    // diskutil reports an unmounted volume as not writable; then the medium's own switch counts.
    readOnly: !flagOf(info, mount === null ? "WritableMedia" : "WritableVolume"),
    bus,
  };
}

async function ask(sources: DriveSources, args: readonly string[]): Promise<JsonObject> {
  const { exit, output } = await sources.run("diskutil", args);
  if (exit !== 0) throw fault("E-DRIVES-TOOL");
  return readPlist(output);
}

/** disk4, disk4s1: nothing else is ever put into a command. */
function identifierOf(row: JsonObject, member: string): string {
  const identifier = stringOf(row, member);
  return /^disk\d{1,4}(s\d{1,4}){0,2}$/.test(identifier) ? identifier : refuse();
}
