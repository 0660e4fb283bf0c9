// The bootable image: by BIOS and UEFI, from a disc or a stick, the same bytes for the same files.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settle } from "../package/moment.mjs";
import { makeEltorito, makeEsp } from "./loaders.mjs";
import { outputOf } from "./program.mjs";
import { addTree } from "./verity.mjs";
import { kernelWords } from "./words.mjs";

const MBR = "/usr/lib/grub/i386-pc/boot_hybrid.img";
const SYSTEM = "/live/filesystem.squashfs";
/** Sectors of a disk in one of a disc. */
const SECTORS = 4;
/** The first image knows nothing of itself, the second where everything is; the third is the proof. */
const PASSES = 3;

/**
 * @param {string} live the folder with kernel, first system and root
 * @param {string} file the image, overwritten
 * @param {{kind: "release" | "rehearsal", moment: number}} what
 */
export function makeIso(live, file, what) {
  const work = mkdtempSync(join(tmpdir(), "sd-iso-"));
  try {
    const tree = join(work, "tree");
    mkdirSync(join(tree, "boot/grub"), { recursive: true });
    cpSync(live, join(tree, "live"), { recursive: true });
    const checked = addTree(join(tree, SYSTEM));
    let layout = { bytes: 0, start: 0, ...checked };
    for (let pass = 1; ; pass += 1) {
      const how = { words: kernelWords(layout), moment: what.moment };
      renameSync(makeEltorito(work, join(tree, "live"), how), join(tree, "boot/grub/eltorito.img"));
      settle(tree, what.moment);
      rmSync(file, { force: true });
      burn({ tree, esp: makeEsp(work, join(tree, "live"), how), file }, what);
      const found = { bytes: statSync(file).size, start: startOf(file), ...checked };
      if (kernelWords(found) === how.words) return;
      if (pass === PASSES)
        throw new Error("the image does not settle: it says of itself what it is not");
      layout = found;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** In which sector of 512 bytes the system begins. @param {string} file */
function startOf(file) {
  const said = outputOf("xorriso", ["-indev", file, "-find", SYSTEM, "-exec", "report_lba"]);
  const found = /^File data lba:\s+0 ,\s+(\d+) ,/m.exec(said)?.[1];
  if (found === undefined) throw new Error("the image has no system");
  return Number(found) * SECTORS;
}

/**
 * @param {{tree: string, esp: string, file: string}} files
 * @param {{kind: string, moment: number}} what
 */
function burn({ tree, esp, file }, { kind, moment }) {
  outputOf(
    "xorriso",
    [
      ...["-as", "mkisofs", "-iso-level", "3", "-R", "-J", "-joliet-long"],
      ...["-V", kind === "rehearsal" ? "SD_REHEARSAL" : "SD_OFFLINE", "-o", file],
      ...["-b", "boot/grub/eltorito.img", "-no-emul-boot", "-boot-load-size", "4"],
      ...["-boot-info-table", "--grub2-boot-info", "--grub2-mbr", MBR],
      ...["-append_partition", "2", "0xef", esp, "-eltorito-alt-boot"],
      ...["-e", "--interval:appended_partition_2:all::", "-no-emul-boot"],
      tree,
    ],
    { SOURCE_DATE_EPOCH: String(moment), TZ: "UTC" },
  );
}
