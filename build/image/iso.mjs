// The bootable image: by BIOS and UEFI, from a disc or a stick, the same bytes for the same files.
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settle } from "../package/moment.mjs";
import { run } from "../setup/run.mjs";

const GRUB = "/usr/lib/grub";
const MODULES = [
  "all_video",
  "configfile",
  "echo",
  "fat",
  "gfxterm",
  "iso9660",
  "linux",
  "normal",
  "part_gpt",
  "part_msdos",
  "search",
  "search_fs_file",
];
/** A partition's own program, in bytes: GRUB with these modules takes less than a half. */
const ESP_BYTES = 4 * 1024 * 1024;
/** As many digits as the size of an image will ever have: it is written into the image itself. */
const DIGITS = 12;

/**
 * @param {string} live the folder with kernel, first system and root
 * @param {string} file the image, written anew
 * @param {{kind: "release" | "rehearsal", moment: number}} what
 */
export function makeIso(live, file, what) {
  const work = mkdtempSync(join(tmpdir(), "sd-iso-"));
  try {
    mkdirSync(join(work, "tree/boot/grub"), { recursive: true });
    cpSync(live, join(work, "tree/live"), { recursive: true });
    loaders(work, what.moment);
    // Twice, because the image says its own size: how many bytes of a larger stick are to be read.
    for (const bytes of [0, 1]) {
      const size = bytes === 0 ? 0 : statSync(file).size;
      writeFileSync(join(work, "tree/boot/grub/grub.cfg"), menu(what.kind, size));
      settle(join(work, "tree"), what.moment);
      rmSync(file, { force: true });
      burn(work, file, what);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * live-boot makes the root of a squashfs and of memory. Nothing is looked for on other disks, nothing
 * kept, no swap; nobody gets a shell where something fails.
 * @param {string} kind @param {number} bytes
 */
function menu(kind, bytes) {
  const title = kind === "rehearsal" ? "Offline station (REHEARSAL IMAGE)" : "Offline station";
  const words = [
    "boot=live",
    "nopersistence",
    "noeject",
    // Other disks are not even looked at: to mount an ext4 for reading can write its journal.
    "live-media=removable",
    "noswap",
    "quiet",
    "loglevel=3",
    "panic=-1",
    "mitigations=auto",
    "init_on_free=1",
    "vt.global_cursor_default=0",
    `sd.bytes=${String(bytes).padStart(DIGITS, "0")}`,
  ];
  return [
    "set timeout=3",
    "set default=0",
    `menuentry "${title}" {`,
    `  linux /live/vmlinuz ${words.join(" ")}`,
    "  initrd /live/initrd",
    "}",
    "",
  ].join("\n");
}

/** GRUB for BIOS, and for UEFI in a small FAT of its own. @param {string} work @param {number} moment */
function loaders(work, moment) {
  const early = join(work, "early.cfg");
  writeFileSync(
    early,
    "search --no-floppy --set=root --file /live/filesystem.squashfs\nset prefix=($root)/boot/grub\nconfigfile $prefix/grub.cfg\n",
  );
  const how = ["-c", early, "-p", "/boot/grub"];
  execute("grub-mkimage", [
    ...["-O", "i386-pc-eltorito", "-o", join(work, "tree/boot/grub/eltorito.img"), ...how],
    ...[...MODULES, "biosdisk"],
  ]);
  const efi = join(work, "bootx64.efi");
  execute("grub-mkimage", ["-O", "x86_64-efi", "-o", efi, ...how, ...MODULES, "efi_gop"]);
  const esp = join(work, "esp.img");
  writeFileSync(esp, new Uint8Array(ESP_BYTES));
  const env = { SOURCE_DATE_EPOCH: String(moment), TZ: "UTC" };
  settle(work, moment);
  execute("mformat", ["-i", esp, "-N", "5d0ff11e", "-v", "SD-EFI", "::"], env);
  execute("mmd", ["-i", esp, "::/EFI", "::/EFI/BOOT"], env);
  execute("mcopy", ["-m", "-i", esp, efi, "::/EFI/BOOT/BOOTX64.EFI"], env);
}

/** @param {string} work @param {string} file @param {{kind: string, moment: number}} what */
function burn(work, file, { kind, moment }) {
  const esp = join(work, "esp.img");
  execute(
    "xorriso",
    [
      ...["-as", "mkisofs", "-iso-level", "3", "-R", "-J", "-joliet-long"],
      ...["-V", kind === "rehearsal" ? "SD_REHEARSAL" : "SD_OFFLINE", "-o", file],
      ...["-b", "boot/grub/eltorito.img", "-no-emul-boot", "-boot-load-size", "4"],
      ...["-boot-info-table", "--grub2-boot-info"],
      ...["--grub2-mbr", `${GRUB}/i386-pc/boot_hybrid.img`],
      ...["-append_partition", "2", "0xef", esp, "-eltorito-alt-boot"],
      ...["-e", "--interval:appended_partition_2:all::", "-no-emul-boot"],
      join(work, "tree"),
    ],
    { SOURCE_DATE_EPOCH: String(moment), TZ: "UTC" },
  );
}

/** @param {string} program @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
function execute(program, args, env = {}) {
  const done = run(program, args, { env });
  if (!done.ok) throw new Error(`${program} failed:\n${done.tail}`);
}
