// Linux: removable drives, from lsblk and findmnt; from blkid if there is no udev.
import { busOf, holdsSystem, readBlocks, type Block } from "./blocks.ts";
import { showable, type Drive, type Wanted } from "./drive.ts";
import { refuse } from "./form.ts";
import { isPlainPath, readMounts, type Mount } from "./mounts.ts";
import type { DriveSources } from "./tools.ts";

/** Folders in which desktops and people mount drives: preferred if there are several. */
const USUAL = /^\/(run\/media|media|mnt)\//;

/** @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM */
export async function listLinux(
  sources: DriveSources,
  { redirected = false }: Wanted,
): Promise<readonly Drive[]> {
  const [blocks, mounts] = await Promise.all([readBlocks(sources), readMounts(sources)]);
  const drives: Drive[] = [];
  for (const disk of blocks) {
    const bus = busOf(disk, sources);
    if (bus === null || holdsSystem(disk, mounts)) continue;
    for (const block of volumesOf(disk)) {
      const drive = await driveOf(block, { disk, bus, mounts, sources });
      if (drive !== null) drives.push(drive);
    }
  }
  return redirected ? [...drives, ...redirectedOf(mounts)] : drives;
}

/** What may have a file system: partitions, the bare disk, or an unlocked volume. */
function volumesOf(block: Block): readonly Block[] {
  if (!["disk", "part", "crypt"].includes(block.type)) return [];
  return block.children.length === 0 ? [block] : block.children.flatMap(volumesOf);
}

interface Around {
  readonly disk: Block;
  readonly bus: "usb" | "sd";
  readonly mounts: readonly Mount[];
  readonly sources: DriveSources;
}

/** Null without a file system or a volume id: nothing could identify it. */
async function driveOf(
  block: Block,
  { disk, bus, mounts, sources }: Around,
): Promise<Drive | null> {
  for (const { path } of [block, disk]) if (!isDevicePath(path)) refuse();
  const { uuid, fileSystem, label } = block.uuid === null ? await probe(sources, block) : block;
  if (uuid === null || fileSystem === null || !isVolumeId(uuid)) return null;
  const mount = mountOf(block, mounts);
  return {
    kind: "removable",
    volume: uuid,
    device: block.path,
    disk: disk.path,
    mount: mount?.folder ?? null,
    label: showable(label ?? ""),
    fileSystem: showable(fileSystem),
    bytes: block.bytes,
    freeBytes: mount === null ? null : await sources.freeBytes(mount.folder),
    readOnly: block.readOnly || disk.readOnly || mount?.readOnly === true,
    bus,
  };
}

/**
 * Where the root of this device is mounted. Only the device's number counts: a mount's source is
 * free text. A mount hidden by another one does not count.
 */
function mountOf(block: Block, mounts: readonly Mount[]): Mount | null {
  const own = mounts.filter(
    (mount) =>
      mount.number === block.number
      && mount.root === "/"
      && isPlainPath(mount.folder)
      && mounts.findLast(({ folder }) => folder === mount.folder) === mount,
  );
  return own.find(({ folder }) => USUAL.test(folder)) ?? own[0] ?? null;
}

/** Drives that xrdp redirects from the user's own computer. */
const redirectedOf = (mounts: readonly Mount[]): readonly Drive[] =>
  mounts
    .filter(({ type, folder }) => type === "fuse.xrdp-chansrv" && isPlainPath(folder))
    .map(({ folder, readOnly }) => ({
      kind: "redirected",
      volume: `redirected:${folder}`,
      device: folder,
      disk: folder,
      mount: folder,
      label: showable(folder.slice(folder.lastIndexOf("/") + 1)),
      fileSystem: "xrdp",
      bytes: 0,
      freeBytes: null,
      readOnly,
      bus: "network",
    }));

const isDevicePath = (path: string): boolean =>
  /^\/dev\/[\w][\w.+@:=\\/-]{0,200}$/.test(path) && !path.split("/").includes("..");

const isVolumeId = (uuid: string): boolean => /^[0-9A-Za-z][0-9A-Za-z-]{3,63}$/.test(uuid);

type Found = Pick<Block, "uuid" | "fileSystem" | "label">;

const NOTHING: Found = { uuid: null, fileSystem: null, label: null };

/** Reads the device itself; nothing if that is not allowed, or nothing is there. */
async function probe(sources: DriveSources, { path, bytes }: Block): Promise<Found> {
  if (bytes === 0 || !sources.has("blkid")) return NOTHING;
  const { exit, output } = await sources.run("blkid", ["-p", "-o", "udev", path]);
  if (exit !== 0) return NOTHING;
  const lines = output.split("\n");
  const value = (name: string): string | null => {
    const line = lines.find((one) => one.startsWith(`${name}=`));
    return line === undefined ? null : unescape(line.slice(name.length + 1));
  };
  return {
    uuid: value("ID_FS_UUID_ENC"),
    fileSystem: value("ID_FS_TYPE"),
    label: value("ID_FS_LABEL_ENC"),
  };
}

/** Restores bytes that blkid escaped as \x20. */
const unescape = (text: string): string =>
  Buffer.concat(
    text
      .split(/(\\x[0-9a-f]{2})/)
      .map((piece) =>
        /^\\x[0-9a-f]{2}$/.test(piece) ? Buffer.from(piece.slice(2), "hex") : Buffer.from(piece),
      ),
  ).toString("utf8");
