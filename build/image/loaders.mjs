// What starts the kernel. Neither looks at another disk, has a menu, or takes a word from anybody.
import { mkdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { settle } from "../package/moment.mjs";
import { sha256Of } from "../package/sha256.mjs";
import { outputOf } from "./program.mjs";

const STUB = "/usr/lib/systemd/boot/efi/linuxx64.efi.stub";
/** With Debian's own Python: another one may come first on the path. */
const PYTHON = "/usr/bin/python3";
const UKIFY = "/usr/bin/ukify";
const MODULES = [
  "biosdisk",
  "echo",
  "gcry_sha256",
  "halt",
  "hashsum",
  "iso9660",
  "linux",
  "memdisk",
  "normal",
  "sleep",
  "tar",
  "test",
];
/** GRUB's file is filled up to that, so that its configuration does not move what lies behind it. */
const GRUB_BYTES = 256 * 1024;
const MEGABYTE = 1024 * 1024;

/**
 * What GRUB has within itself. Its `$root` is the disk or disc that BIOS started it from, and is not
 * searched for; kernel and first system are started if their SHA-256 are the two that are here, and
 * otherwise nothing is.
 * @param {string} live the folder with `vmlinuz` and `initrd`, which is `/live` on the medium
 * @param {string} words the kernel's
 * @returns {{early: string, memory: Readonly<Record<string, string>>}} what GRUB does first, and the
 *   files that it has in memory, by name
 */
export function grubFiles(live, words) {
  const digests = ["vmlinuz", "initrd"].map((name) => `${sha256Of(join(live, name))}  ${name}\n`);
  const lines = [
    // Of whom there is no password: wherever GRUB would ask for commands, it asks for theirs first.
    "set superusers=nobody",
    "if hashsum --hash sha256 --check (memdisk)/digests --prefix ($root)/live; then",
    `  linux ($root)/live/vmlinuz ${words}`,
    "  initrd ($root)/live/initrd",
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
  };
}

/**
 * GRUB for BIOS.
 * @param {string} work a folder for what is made in between
 * @param {string} live as for `grubFiles`
 * @param {{words: string, moment: number}} what
 * @returns {string} its file
 */
export function makeGrub(work, live, { words, moment }) {
  const files = grubFiles(live, words);
  const names = Object.keys(files.memory);
  const memory = join(work, "memory");
  mkdirSync(memory, { recursive: true });
  for (const name of names) writeFileSync(join(memory, name), files.memory[name] ?? "");
  settle(memory, moment);
  const archive = join(work, "memory.tar");
  const early = join(work, "early.cfg");
  const core = join(work, "grub.img");
  const same = ["--format=ustar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"];
  outputOf("tar", [...same, "--mode=644", "-cf", archive, "-C", memory, ...names]);
  writeFileSync(early, files.early);
  outputOf("grub-mkimage", [
    ...["-O", "i386-pc-eltorito", "-o", core, "-m", archive, "-p", "/none", "-c", early],
    ...MODULES,
  ]);
  if (statSync(core).size > GRUB_BYTES) throw new Error("GRUB is larger than its place");
  truncateSync(core, GRUB_BYTES);
  return core;
}

/**
 * For UEFI: kernel, first system and words in one file, which the firmware starts (and whose one
 * signature Secure Boot asks for), in a small FAT of its own.
 * @param {string} work @param {string} live
 * @param {{words: string, moment: number}} what
 * @returns {string} the file of the FAT
 */
export function makeEsp(work, live, { words, moment }) {
  const whole = join(work, "bootx64.efi");
  const esp = join(work, "esp.img");
  const system = join(work, "os-release");
  writeFileSync(system, "ID=sd-offline\nPRETTY_NAME=Offline station\n");
  outputOf(PYTHON, [
    ...[UKIFY, "build", `--stub=${STUB}`, `--linux=${join(live, "vmlinuz")}`],
    ...[`--initrd=${join(live, "initrd")}`, `--cmdline=${words}`, `--os-release=@${system}`],
    ...["--uname=station", `--output=${whole}`],
  ]);
  writeFileSync(esp, new Uint8Array((Math.ceil(statSync(whole).size / MEGABYTE) + 1) * MEGABYTE));
  settle(work, moment);
  const env = { SOURCE_DATE_EPOCH: String(moment), TZ: "UTC" };
  outputOf("mformat", ["-i", esp, "-N", "5d0ff11e", "-v", "SD-EFI", "::"], env);
  outputOf("mmd", ["-i", esp, "::/EFI", "::/EFI/BOOT"], env);
  outputOf("mcopy", ["-m", "-i", esp, whole, "::/EFI/BOOT/BOOTX64.EFI"], env);
  return esp;
}
