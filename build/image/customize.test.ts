// What makes a Debian the station, run on a root folder that has what the image must not have.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const KERNEL = "lib/modules/6.12.1/kernel";
/** What systemd, the kernel or udev would take words, commands or credentials with, that no loader gave. */
const TOLD_BY_OTHERS = [
  "usr/lib/systemd/system-generators/systemd-debug-generator",
  "usr/lib/systemd/system-generators/systemd-fstab-generator",
  "usr/lib/systemd/system-generators/systemd-gpt-auto-generator",
  "usr/lib/systemd/system-generators/systemd-hibernate-resume-generator",
  "usr/lib/systemd/system-generators/systemd-run-generator",
  "usr/lib/systemd/system-generators/systemd-ssh-generator",
  "usr/lib/systemd/system-generators/one-of-tomorrow",
  "usr/lib/systemd/system-environment-generators/one-of-tomorrow",
  `${KERNEL}/fs/efivarfs/efivarfs.ko.xz`,
  `${KERNEL}/fs/pstore/ramoops.ko.xz`,
  `${KERNEL}/drivers/firmware/efi/efi-pstore.ko.xz`,
  `${KERNEL}/drivers/firmware/google/gsmi.ko.xz`,
  `${KERNEL}/drivers/firmware/iscsi_ibft.ko.xz`,
  `${KERNEL}/drivers/firmware/qemu_fw_cfg.ko.xz`,
  `${KERNEL}/drivers/platform/chrome/chromeos_pstore.ko.xz`,
];
const NETWORK = ["net/ethernet/intel/e1000/e1000.ko.xz", "bluetooth/btusb.ko.xz"].map(
  (name) => `${KERNEL}/drivers/${name}`,
);
const NEEDED = [
  "usr/lib/systemd/system/systemd-udevd.service",
  `${KERNEL}/drivers/md/dm-verity.ko.xz`,
  `${KERNEL}/drivers/firmware/cirrus/cs_dsp.ko.xz`,
  `${KERNEL}/fs/squashfs/squashfs.ko.xz`,
];
/** What would give a shell, or do what a credential or a crash before says. */
const MASKED = [
  ...["debug-shell", "emergency", "rescue", "getty@", "serial-getty@", "console-getty"],
  ...["systemd-pstore", "systemd-firstboot", "systemd-udev-load-credentials"],
];

describe.skipIf(process.platform !== "linux")("the system of an image (needs Linux)", () => {
  let folder = "";
  const root = (name: string): string => join(folder, "root", name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sd-customize-"));
    for (const name of [...TOLD_BY_OTHERS, ...NETWORK, ...NEEDED, "etc/apt/sources.list"]) {
      mkdirSync(dirname(root(name)), { recursive: true });
      writeFileSync(root(name), "");
    }
    // What it has done in the root by Debian's programs; the first system takes drivers from there.
    const chroot = `#!/bin/sh\n[ "$2" = update-initramfs ] && find "$1" -type f >"${folder}/then"\nexit 0\n`;
    writeFileSync(join(folder, "chroot"), chroot, { mode: 0o755 });
    const words = [join(import.meta.dirname, "customize.sh"), root(""), import.meta.dirname];
    const { status, stderr } = spawnSync("sh", [...words, "rehearsal", "no"], {
      encoding: "utf8",
      env: { PATH: `${folder}:${process.env["PATH"] ?? ""}` },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("has nothing that takes words, commands or credentials from outside its medium", () => {
    expect(TOLD_BY_OTHERS.filter((name) => existsSync(root(name)))).toEqual([]);
    expect(NEEDED.filter((name) => !existsSync(root(name)))).toEqual([]);
  });

  it("gives its first system none of these either, and no driver of a network", () => {
    const then = readFileSync(join(folder, "then"), "utf8");
    expect(then).toContain(NEEDED[1]);
    for (const name of [...TOLD_BY_OTHERS, ...NETWORK]) expect(then).not.toContain(name);
  });

  it("starts no shell, and nothing that a credential or a crash before asks for", () => {
    const units = root("etc/systemd/system");
    expect(readdirSync(units)).toContain("sd-offline.service");
    for (const name of MASKED)
      expect(readlinkSync(join(units, `${name}.service`))).toBe("/dev/null");
  });
});
