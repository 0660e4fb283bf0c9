// What GRUB has within itself, run as a shell would: it has no menu, and the kernel that it starts is the
// one of the disk that it was started from, by UEFI the one within itself; or it starts nothing.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { grubFiles } from "./loaders.mjs";

const folder = mkdtempSync(join(tmpdir(), "sd-loaders-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** GRUB's commands that the configuration may use. To search leads to the foreign disk, as it did. */
const COMMANDS = `
normal() { . "$1"; }
hashsum() { (cd "$6" && sha256sum --check --status "$4") 2>/dev/null; }
linux() { echo "kernel $*"; }
initrd() { echo "first system $*"; }
boot() { echo "started"; exit; }
search() { root="$FOREIGN"; }
configfile() { echo "commands of a disk"; exit; }
menuentry() { echo "a menu"; }
password() { echo "a password"; }
password_pbkdf2() { echo "a password"; }
sleep() { :; }
halt() { echo "halted, commands for $superusers"; exit; }
`;
const STOPPED = [
  "",
  "This medium is damaged, or was changed. Nothing was started. Switch the computer off.",
  "halted, commands for nobody",
];

describe.skipIf(process.platform !== "linux")("GRUB of an image (needs Linux)", () => {
  const own = join(folder, "own");
  const foreign = join(folder, "foreign");
  const memory = join(folder, "memory");
  const write = (disk: string, name: string, text: string): void => {
    mkdirSync(join(disk, "live"), { recursive: true });
    writeFileSync(join(disk, "live", name), text);
  };
  beforeEach(() => {
    for (const name of ["vmlinuz", "initrd"]) {
      write(own, name, `the image's ${name}`);
      write(foreign, name, `somebody else's ${name}`);
    }
    write(foreign, "filesystem.squashfs", "somebody else's system");
  });

  /** What it does where something has become another since the image was made. */
  function startedBy(firmware: "bios" | "uefi", changed: () => void): readonly string[] {
    const live = join(own, "live");
    const { early, memory: files, within } = grubFiles(live, "the words", firmware);
    mkdirSync(memory, { recursive: true });
    for (const name of within) copyFileSync(join(live, name), join(memory, name));
    const shell = (text: string): string =>
      text
        .replaceAll("(memdisk)", '"$memdisk"')
        .replaceAll("($root)", '"$root"')
        .replaceAll(/^( *)set (\w+=)/gm, "$1$2");
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(memory, name), shell(text));
    changed();
    const root = firmware === "bios" ? own : foreign;
    const env = { PATH: process.env["PATH"], root, memdisk: memory, FOREIGN: foreign };
    const script = `${COMMANDS}${shell(early)}`;
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { encoding: "utf8", env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return stdout.trimEnd().split("\n");
  }

  it("starts the disk that it was started from, whatever another one has", () => {
    expect(startedBy("bios", () => undefined)).toEqual([
      `kernel ${own}/live/vmlinuz the words`,
      `first system ${own}/live/initrd`,
      "started",
    ]);
  });

  it("starts by UEFI what is within itself, from whatever disk it came", () => {
    expect(startedBy("uefi", () => rmSync(own, { recursive: true }))).toEqual([
      `kernel ${memory}/vmlinuz the words`,
      `first system ${memory}/initrd`,
      "started",
    ]);
  });

  it.each(["vmlinuz", "initrd"])("starts nothing where %s was changed, or is gone", (name) => {
    expect(startedBy("bios", () => write(own, name, "the image's, changed"))).toEqual(STOPPED);
    expect(startedBy("bios", () => rmSync(join(own, "live", name)))).toEqual(STOPPED);
    write(own, name, `the image's ${name}`);
    const within = join(memory, name);
    expect(startedBy("uefi", () => writeFileSync(within, "the image's, changed"))).toEqual(STOPPED);
    expect(startedBy("uefi", () => rmSync(within))).toEqual(STOPPED);
  });
});
