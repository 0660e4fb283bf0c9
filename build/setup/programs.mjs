// The programs that judge our tests, and the libraries Electron wants: installed on Debian as root.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onPath, run, say } from "./run.mjs";

/** Debian packages of the judges. */
const JUDGES = [
  "openssl",
  "azure-cli",
  "python3-azure",
  "python3-cryptography",
  "python3-icalendar",
  "strace",
  "xvfb",
  "xauth",
  "unzip",
  "iproute2",
  "xdotool",
  "e2fsprogs",
  "mount",
  "poppler-utils",
  "chromium",
];

/** Debian packages Electron's libraries come from, and one font. */
const ELECTRON_LIBRARIES = [
  "libgtk-3-0t64",
  "libnss3",
  "libasound2t64",
  "libgbm1",
  "libatk-bridge2.0-0t64",
  "libatspi2.0-0t64",
  "libcups2t64",
  "libdrm2",
  "libxkbcommon0",
  "libxcomposite1",
  "libxdamage1",
  "libxfixes3",
  "libxrandr2",
  "fonts-dejavu-core",
];

/** Elsewhere than on Debian only these are looked for, by their program names. */
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
 * Installs what is missing where that is ours to do, else says what a person should install.
 * @returns {string | undefined} what is missing now, in one line
 */
export function installPrograms() {
  if (!existsSync("/etc/debian_version") || !onPath("apt-get")) return lookForPrograms();
  const missing = missingPackages();
  if (missing.length === 0) return undefined;
  const command = `apt-get install --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) return `some tests need programs; as root run: ${command}`;
  say(`installing ${missing.join(", ")} (apt-get)`);
  const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" }, seconds: 1200 };
  // An index out of step makes the update fail although installing works: its exit code is no news.
  run("apt-get", ["update", "-q"], quiet);
  const how = ["-o", "DPkg::Lock::Timeout=300", "-qy", "--no-install-recommends"];
  const install = (/** @type {readonly string[]} */ more) =>
    run("apt-get", [...how, ...more, "install", ...missing], quiet);
  const done = process.env.CI === "true" ? withoutCompiling(install) : install([]);
  const still = missingPackages();
  if (still.length === 0) return undefined;
  return `apt-get could not install ${still.join(", ")}${done.ok ? "" : `:\n${done.tail}`}`;
}

/**
 * To compile all of Azure's Python takes two minutes, and the tests import little of it: a machine
 * that judges once and is gone compiles what is imported, when it is; most of it here.
 * @param {(more: readonly string[]) => import("./run.mjs").Outcome} install
 */
function withoutCompiling(install) {
  const folder = mkdtempSync(join(tmpdir(), "sd-programs-"));
  try {
    // The packages call it by its name, where there is one.
    writeFileSync(join(folder, "py3compile"), "#!/bin/sh\n", { mode: 0o755 });
    const done = install(["-o", `DPkg::Path=${folder}:/usr/sbin:/usr/bin:/sbin:/bin`]);
    run("az", ["keyvault", "--help"], { env: { AZURE_CONFIG_DIR: folder } });
    return done;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {readonly string[]} */
function missingPackages() {
  const wanted = [...JUDGES, ...ELECTRON_LIBRARIES];
  const format = "${Package} ${db:Status-Status}\\n";
  const known = run("dpkg-query", ["-W", "-f", format, ...wanted]).output.split("\n");
  return wanted.filter((name) => !known.includes(`${name} installed`));
}

/** @returns {string | undefined} */
function lookForPrograms() {
  const missing = PROGRAMS.filter((program) => !onPath(program));
  if (missing.length === 0) return undefined;
  return `some tests are passed over without these programs, install them: ${missing.join(", ")}`;
}
