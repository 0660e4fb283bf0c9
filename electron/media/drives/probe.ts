// Linux: asks blkid what lies on a device, where no udev has told lsblk.
import type { Block } from "./blocks.ts";
import type { DriveSources } from "./tools.ts";

type Found = Pick<Block, "uuid" | "fileSystem" | "label">;

const NOTHING: Found = { uuid: null, fileSystem: null, label: null };

/** Reads the device itself; nothing where that is not allowed, or nothing lies there. */
export async function probe(sources: DriveSources, { path, bytes }: Block): Promise<Found> {
  if (bytes === 0 || !sources.has("blkid")) return NOTHING;
  const { exit, output } = await sources.run("blkid", ["-p", "-o", "udev", path]);
  if (exit !== 0) return NOTHING;
  const lines = output.split("\n");
  const value = (name: string): string | null => {
    const line = lines.find((one) => one.startsWith(`${name}=`));
    return line === undefined ? null : unescape(line.slice(name.length + 1));
  };
  return {
    uuid: value("ID_FS_UUID_ENC"), fileSystem: value("ID_FS_TYPE"), label: value("ID_FS_LABEL_ENC"),
  };
}

/** Bytes that blkid wrote as \x20, back as they were. */
const unescape = (text: string): string =>
  Buffer.concat(text.split(/(\\x[0-9a-f]{2})/).map((piece) => /^\\x[0-9a-f]{2}$/.test(piece)
    ? Buffer.from(piece.slice(2), "hex") : Buffer.from(piece))).toString("utf8");
