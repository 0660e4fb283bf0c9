// The Debian packages of the live image: which, in which versions, and that they are those.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { run } from "../setup/run.mjs";
import { sha256Of } from "../package/sha256.mjs";

/**
 * What the station is made of; all they need comes with them. libpam-systemd makes the session one
 * that udisks knows, exfatprogs and dosfstools are for sticks.
 */
export const WANTED = [
  "dbus",
  "dmsetup",
  "dosfstools",
  "initramfs-tools",
  "kmod",
  "libpam-systemd",
  "linux-image-amd64",
  "matchbox-window-manager",
  "polkitd",
  "procps",
  "systemd-sysv",
  "udev",
  "udisks2",
  "x11-xkb-utils",
  "xinit",
  "xserver-xorg-core",
  "xserver-xorg-input-libinput",
  "xserver-xorg-legacy",
  "zstd",
];

/** What our own mirror calls its one edition. */
export const SUITE = "station";

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} architecture `amd64` or `all`
 * @property {string} sha256 of its file, in hex
 */

const LINE = /^([a-z0-9][a-z0-9.+-]+) (\S+) (amd64|all) ([0-9a-f]{64})$/;

/**
 * @param {string} file one package a line: name, version, architecture, SHA-256; `#` begins a comment
 * @returns {readonly Package[]}
 */
export function readLock(file) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [, name = "", version = "", architecture = "", sha256 = ""] = LINE.exec(line) ?? [];
    if (name === "") throw new Error(`the lock of packages has a line that is none: ${line}`);
    return { name, version, architecture, sha256 };
  });
}

/** As if nothing were installed, from this machine's own lists of packages. */
const FRESH = [
  "Dir::State::status=/dev/null",
  "APT::Architecture=amd64",
  "Acquire::ForceHash=SHA256",
].flatMap((option) => ["-o", option]);
const QUIET = ["-qq", "-y", "--no-install-recommends"];

/**
 * Which packages this Debian would install today.
 * @param {readonly string[]} more that the app needs
 * @returns {string} the lock
 */
export function makeLock(more) {
  const essential = ["?essential", "?priority(required)", "apt"];
  const asked = run("apt-get", [
    ...FRESH,
    ...QUIET,
    "--print-uris",
    "install",
    ...essential,
    ...WANTED,
    ...more,
  ]);
  if (!asked.ok) throw new Error(`apt-get cannot choose the packages:\n${asked.tail}`);
  const lines = [...asked.output.matchAll(/^'[^']+' (\S+)\.deb \d+ SHA256:([0-9a-f]{64})$/gm)].map(
    ([, file = "", sha256 = ""]) => {
      const [name = "", version = "", architecture = ""] = decodeURIComponent(file).split("_");
      return `${name} ${version} ${architecture} ${sha256}`;
    },
  );
  if (lines.length === 0) throw new Error("apt-get names no packages with a SHA-256");
  const head =
    "# Debian packages of the live image: name, version, architecture, SHA-256 of the file.";
  return `${[head, ...lines.toSorted()].join("\n")}\n`;
}

/**
 * Gets the locked packages and nothing else, each checked by its SHA-256, with a list of them that
 * apt reads: a mirror of its own. `npm run image` needs no other.
 * @param {readonly Package[]} lock
 * @param {string} cache a folder that keeps what was got
 * @param {readonly string[]} more files of packages beside them: the app's
 */
export function mirror(lock, cache, more) {
  mkdirSync(join(cache, "partial"), { recursive: true });
  const lacking = lock.filter((one) => !existsSync(fileOf(cache, one)));
  if (lacking.length > 0) {
    const names = lacking.map(({ name, version }) => `${name}=${version}`);
    // By download and not by install: each is wanted for itself, whatever it depends on.
    const got = run("apt-get", ["-qq", "-o", "APT::Sandbox::User=root", "download", ...names], {
      cwd: cache,
      seconds: 1800,
    });
    if (!got.ok)
      throw new Error(
        `some packages of the lock cannot be had from this machine's sources; add those of the lock's day:\n${got.tail}`,
      );
  }
  const names = new Set([
    ...lock.map((one) => basename(fileOf(cache, one))),
    ...more.map((file) => basename(file)),
  ]);
  for (const one of lock) {
    const file = fileOf(cache, one);
    if (!existsSync(file) || sha256Of(file) !== one.sha256)
      throw new Error(`the package ${one.name} is not the one of the lock (SHA-256 differs)`);
  }
  const listed = readdirSync(cache)
    .filter((name) => names.has(name))
    .toSorted()
    .map((name) => {
      const file = join(cache, name);
      const fields = run("dpkg-deb", ["-f", file]).output.trimEnd();
      return `${fields}\nFilename: ./${name}\nSize: ${statSync(file).size}\nSHA256: ${sha256Of(file)}\n`;
    });
  const packages = join(cache, "Packages");
  writeFileSync(packages, listed.join("\n"));
  // Without it mmdebstrap finds nothing essential.
  const release = [
    `Suite: ${SUITE}`,
    `Codename: ${SUITE}`,
    "Architectures: amd64 all",
    "Date: Thu, 01 Jan 1970 00:00:00 UTC",
    "SHA256:",
    ` ${sha256Of(packages)} ${statSync(packages).size} Packages`,
  ];
  writeFileSync(join(cache, "Release"), `${release.join("\n")}\n`);
}

/** apt writes the colon of an epoch as %3a. @param {string} folder @param {Package} one */
const fileOf = (folder, { name, version, architecture }) =>
  join(folder, `${name}_${version.replaceAll(":", "%3a")}_${architecture}.deb`);
