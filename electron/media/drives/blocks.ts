// Linux: the tree of block devices, from lsblk, and which of its disks are removable.
import type { JsonObject } from "../../../crypto/index.ts";
import { fault } from "../shared/faults.ts";
import { bytesIn, flagOf, readObject, rowsIn, rowsOf, textIn, stringOf } from "./form.ts";
import type { Mount } from "./mounts.ts";
import type { DriveSources } from "./tools.ts";

/** A disk, a partition, or something made of one. */
export interface Block {
  readonly name: string;
  readonly path: string;
  readonly number: string;
  readonly type: string;
  /** The system reports that it, or its medium, can be removed while running. */
  readonly plugged: boolean;
  readonly transport: string | null;
  readonly readOnly: boolean;
  readonly bytes: number;
  readonly fileSystem: string | null;
  readonly label: string | null;
  readonly uuid: string | null;
  readonly isSwap: boolean;
  readonly children: readonly Block[];
}

const COLUMNS = "NAME,PATH,MAJ:MIN,TYPE,RM,HOTPLUG,TRAN,RO,SIZE,FSTYPE,LABEL,UUID,MOUNTPOINT";

/**
 * Where systems mount what they run from: a disk with such a mount is not a drive, even if it is a
 * stick (a live system).
 */
const SYSTEM_FOLDERS = [
  "/bin",
  "/boot",
  "/cdrom",
  "/etc",
  "/gnu",
  "/lib",
  "/lib64",
  "/live",
  "/nix",
  "/opt",
  "/rofs",
  "/root",
  "/run/archiso",
  "/run/initramfs",
  "/run/live",
  "/run/rootfsbase",
  "/sbin",
  "/snap",
  "/srv",
  "/sysroot",
  "/usr",
  "/var",
];

/** All disks with their volumes. @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM */
export async function readBlocks(sources: DriveSources): Promise<readonly Block[]> {
  const { exit, output } = await sources.run("lsblk", ["-J", "-b", "-o", COLUMNS]);
  if (exit !== 0) throw fault("E-DRIVES-TOOL");
  return rowsOf(readObject(output)["blockdevices"]).map(readBlock);
}

const readBlock = (row: JsonObject): Block => ({
  name: stringOf(row, "name"),
  path: stringOf(row, "path"),
  number: stringOf(row, "maj:min").trim(),
  type: stringOf(row, "type"),
  plugged: [flagOf(row, "rm"), flagOf(row, "hotplug")].includes(true),
  transport: textIn(row, "tran"),
  readOnly: flagOf(row, "ro"),
  bytes: bytesIn(row, "size") ?? 0,
  fileSystem: textIn(row, "fstype"),
  label: textIn(row, "label"),
  uuid: textIn(row, "uuid"),
  isSwap: textIn(row, "mountpoint") === "[SWAP]",
  children: rowsIn(row["children"]).map(readBlock),
});

/** How a removable disk is connected; null for every other one. */
export function busOf(disk: Block, sources: DriveSources): "usb" | "sd" | null {
  if (disk.type !== "disk" || !disk.plugged) return null;
  if (disk.transport === "usb") return "usb";
  // Soldered memory is on the same bus as cards, and lsblk does not distinguish them.
  return sources.cardKind(disk.name) === "SD" ? "sd" : null;
}

/** The block and everything made of it. */
export const allOf = (block: Block): readonly Block[] => [block, ...block.children.flatMap(allOf)];

/** True if the running system is on this disk, or swaps to it. */
export const holdsSystem = (disk: Block, mounts: readonly Mount[]): boolean =>
  allOf(disk).some(
    (block) => block.isSwap || mountsOf(block, mounts).some(({ folder }) => isSystemFolder(folder)),
  );

/** Every mount point of this block. A mount that only claims its name counts too. */
export const mountsOf = (block: Block, mounts: readonly Mount[]): readonly Mount[] =>
  mounts.filter(({ number, source }) => number === block.number || source === block.path);

const isSystemFolder = (folder: string): boolean =>
  folder === "/"
  || folder === "/home"
  || SYSTEM_FOLDERS.some((one) => folder === one || folder.startsWith(`${one}/`));
