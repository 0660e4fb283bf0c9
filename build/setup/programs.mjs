// The programs that tests run, and the libraries of the runtime: installed on Debian as root.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasApt, missingPackages, provide } from "./apt.mjs";
import { LIBRARY_PACKAGES } from "./libraries.mjs";
import { onPath, run } from "./run.mjs";

/** Debian packages of the programs that tests run. */
const PACKAGES = [
  "openssl",
  "azure-cli",
  "python3-azure",
  "python3-cryptography",
  "python3-icalendar",
  "python3-rfc3161ng",
  "strace",
  "xvfb",
  "xauth",
  "unzip",
  "iproute2",
  "xdotool",
  "e2fsprogs",
  "mount",
  "poppler-utils",
  "zbar-tools",
  "chromium-headless-shell",
];

/** What makes the archives of a package. */
export const PACKING_PACKAGES = ["dpkg", "tar", "xz-utils"];

/** What makes the live image. */
export const IMAGE_PACKAGES = [
  "cryptsetup-bin",
  "grub-efi-amd64-bin",
  "grub-pc-bin",
  "mmdebstrap",
  "mtools",
  "squashfs-tools",
  "xorriso",
];

/** What the longer tests run besides: fresh systems, images, and Windows' own programs. */
const LONG_PACKAGES = [
  ...IMAGE_PACKAGES,
  "at-spi2-core",
  "chromium",
  "dbus-daemon",
  "diffoscope-minimal",
  "dosfstools",
  "exfat-fuse",
  "exfatprogs",
  "gpg",
  "gpg-agent",
  "openssh-client",
  "ovmf",
  "python3-pyatspi",
  "python3-virt-firmware",
  "qemu-system-x86",
  "sbsigntool",
  "systemd",
  "wine",
  "wine64",
];

/** Elsewhere than on Debian these are looked for, by their program names. */
const PROGRAMS = [
  "openssl",
  "az",
  "strace",
  "Xvfb",
  "xdotool",
  "unzip",
  "ip",
  "pdftotext",
  "pdfinfo",
  "chromium",
];

/**
 * Installs what tests need and the machine lacks, else says what a person should install.
 * @param {boolean} [isLong] for the longer tests too
 * @returns {Promise<string | undefined>} what is missing now, in one line
 */
export async function installPrograms(isLong = false) {
  if (!hasApt()) return lookForPrograms();
  // The libraries as well, so that apt-get runs once.
  const missing = missingPackages([
    ...PACKAGES,
    ...LIBRARY_PACKAGES,
    ...(isLong ? LONG_PACKAGES : []),
  ]);
  if (missing.length === 0) return undefined;
  return process.env.CI === "true" ? withoutCompiling(missing) : provide(missing);
}

/**
 * Installs packages of Debian that are missing. Elsewhere the programs of these packages are looked
 * for by the person who runs them.
 * @param {readonly string[]} packages
 * @returns {Promise<string | undefined>} what is missing now, and what to do
 */
export async function provideFor(packages) {
  const missing = hasApt() ? missingPackages(packages) : [];
  return missing.length === 0 ? undefined : provide(missing);
}

/**
 * To compile all of Azure's Python takes two minutes, and the tests import little of it: a machine
 * that runs the tests once and is gone compiles what is imported, when it is; most of it here.
 * @param {readonly string[]} missing
 */
async function withoutCompiling(missing) {
  const folder = mkdtempSync(join(tmpdir(), "sd-programs-"));
  try {
    // The packages call it by its name, where there is one.
    writeFileSync(join(folder, "py3compile"), "#!/bin/sh\n", { mode: 0o755 });
    const path = `DPkg::Path=${folder}:/usr/sbin:/usr/bin:/sbin:/bin`;
    const wrong = await provide(missing, ["-o", path]);
    run("az", ["keyvault", "--help"], { env: { AZURE_CONFIG_DIR: folder } });
    return wrong;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {string | undefined} */
function lookForPrograms() {
  const missing = PROGRAMS.filter((program) => !onPath(program));
  if (missing.length === 0) return undefined;
  return `some tests are passed over without these programs, install them: ${missing.join(", ")}`;
}
