// What starts the kernel: GRUB, by BIOS and by UEFI. Neither checks another disk, has a menu, or takes a
// word from outside.
import { copyFileSync, mkdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settle } from "../package/moment.mjs";
import { sha256Of } from "../package/sha256.mjs";
import { outputOf } from "./program.mjs";

/** The kernel and the first system, as files of `/live`. */
const PARTS = ["vmlinuz", "initrd"];
const MODULES = [
  "echo",
  "gcry_sha256",
  "halt",
  "hashsum",
  "linux",
  "memdisk",
  "normal",
  "sleep",
  "tar",
  "test",
];
const GRUBS = {
  // BIOS loads it into little memory: both parts stay on the disk or disc that it was started from, which is
  // its `$root` and is not searched for.
  bios: {
    folder: "($root)/live",
    within: [],
    made: ["-O", "i386-pc-eltorito", "biosdisk", "iso9660"],
  },
  // All is one file, with the one signature that Secure Boot asks for. So GRUB need not ask the firmware for
  // another (`peimage`), nor Debian's shim.
  uefi: {
    folder: "(memdisk)",
    within: PARTS,
    made: ["-O", "x86_64-efi", "--disable-shim-lock", "peimage"],
  },
};
/** GRUB's file for BIOS is filled up to that, so that its configuration does not move what is behind it. */
const GRUB_BYTES = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/** @typedef {keyof typeof GRUBS} Firmware */

/**
 * What GRUB has within itself. Kernel and first system are started if their SHA-256 are the two that
 * are here, and otherwise nothing is. GRUB does not read what the firmware would pass to it (words of
 * an entry in its list, strings of its tables).
 * @param {string} live the folder with `vmlinuz` and `initrd`, which is `/live` on the medium
 * @param {string} words the kernel's
 * @param {Firmware} firmware
 * @returns {{early: string, memory: Readonly<Record<string, string>>, within: readonly string[]}} what
 *   GRUB does first; the files that it has in memory, by name; and which of `live` it has there besides
 */
export function grubFiles(live, words, firmware) {
  const { folder, within } = GRUBS[firmware];
  const digests = PARTS.map((name) => `${sha256Of(join(live, name))}  ${name}\n`);
  const lines = [
    // Of whom there is no password: wherever GRUB would ask for commands, it asks for theirs first.
    "set superusers=nobody",
    `if hashsum --hash sha256 --check (memdisk)/digests --prefix ${folder}; then`,
    `  linux ${folder}/vmlinuz ${words}`,
    `  initrd ${folder}/initrd`,
    "  boot",
    "fi",
    "echo",
    'echo "This medium is damaged, or was changed. Nothing was started. Switch the computer off."',
    "sleep 600",
    "halt",
  ];
  return {
    // The prefix names no disk, so that `$root` is the one that was started from; no module is read there.
    early: "set prefix=(memdisk)\nnormal (memdisk)/grub.cfg\nhalt\n",
    memory: { digests: digests.join(""), "grub.cfg": `${lines.join("\n")}\n` },
    within,
  };
}

/**
 * @param {string} work a folder for what is made in between
 * @param {string} live as for `grubFiles`
 * @param {{words: string, moment: number}} what
 * @param {Firmware} firmware
 * @returns {string} GRUB's file
 */
function makeGrub(work, live, { words, moment }, firmware) {
  const files = grubFiles(live, words, firmware);
  const memory = join(work, `memory-${firmware}`);
  mkdirSync(memory, { recursive: true });
  for (const [name, text] of Object.entries(files.memory)) writeFileSync(join(memory, name), text);
  for (const name of files.within) copyFileSync(join(live, name), join(memory, name));
  const names = [...Object.keys(files.memory), ...files.within];
  settle(memory, moment);
  const archive = join(work, "memory.tar");
  const early = join(work, "early.cfg");
  const core = join(work, `grub-${firmware}.img`);
  const same = ["--format=ustar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"];
  outputOf("tar", [...same, "--mode=644", "-cf", archive, "-C", memory, ...names]);
  writeFileSync(early, files.early);
  outputOf("grub-mkimage", [
    ...["-o", core, "-m", archive, "-p", "/none", "-c", early],
    ...[...GRUBS[firmware].made, ...MODULES],
  ]);
  return core;
}

/**
 * GRUB for BIOS.
 * @param {string} work @param {string} live
 * @param {{words: string, moment: number}} what
 * @returns {string} its file
 */
export function makeEltorito(work, live, what) {
  const core = makeGrub(work, live, what, "bios");
  if (statSync(core).size > GRUB_BYTES) throw new Error("GRUB is larger than its place");
  truncateSync(core, GRUB_BYTES);
  return core;
}

/**
 * GRUB for UEFI, in a small FAT of its own.
 * @param {string} work @param {string} live
 * @param {{words: string, moment: number}} what
 * @returns {string} the file of the FAT
 */
export function makeEsp(work, live, what) {
  const whole = makeGrub(work, live, what, "uefi");
  const esp = join(work, "esp.img");
  writeFileSync(esp, new Uint8Array((Math.ceil(statSync(whole).size / MEGABYTE) + 1) * MEGABYTE));
  settle(work, what.moment);
  const env = { SOURCE_DATE_EPOCH: String(what.moment), TZ: "UTC" };
  outputOf("mformat", ["-i", esp, "-N", "5d0ff11e", "-v", "SD-EFI", "::"], env);
  outputOf("mmd", ["-i", esp, "::/EFI", "::/EFI/BOOT"], env);
  outputOf("mcopy", ["-m", "-i", esp, whole, "::/EFI/BOOT/BOOTX64.EFI"], env);
  return esp;
}
