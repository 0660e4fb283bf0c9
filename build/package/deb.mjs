// The packed app as a Debian package, by dpkg-deb: the same bytes for the same files.
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LIBRARY_PACKAGES } from "../setup/libraries.mjs";
import { run } from "../setup/run.mjs";
import { settle } from "./moment.mjs";

const HERE = fileURLToPath(new URL("linux/", import.meta.url));
const NAME = "security-domain-ceremony";
/** Debian's two names for libraries whose times have 64 bits, older systems' second. */
const eitherName = (/** @type {string} */ name) =>
  name.endsWith("t64") ? `${name} | ${name.slice(0, -3)}` : name;
/** lsblk and findmnt are in util-linux and mount; Node links to the C++ libraries. */
const DEPENDS = [
  ...LIBRARY_PACKAGES.map(eitherName),
  "libc6 (>= 2.28)",
  "libgcc-s1",
  "libstdc++6",
  "libx11-6",
  "mount",
  "util-linux",
];

/**
 * @param {string} app the packed app's folder
 * @param {string} file the package, overwritten
 * @param {object} what
 * @param {string} what.version as in package.json
 * @param {string} what.description in one sentence
 * @param {number} what.moment in seconds since 1970
 * @param {string} what.icon a PNG of 512 pixels a side
 * @throws where dpkg-deb fails
 */
export function deb(app, file, { version, description, moment, icon }) {
  const stage = mkdtempSync(join(tmpdir(), "sd-deb-"));
  try {
    layOut(app, stage, icon);
    control(stage, { version, description });
    settle(stage, moment);
    // One thread: the compressor's blocks follow from their number.
    const how = ["--root-owner-group", "-Zzstd", "-z9", "--threads-max=1"];
    const env = { SOURCE_DATE_EPOCH: String(moment) };
    const made = run("dpkg-deb", [...how, "--build", stage, file], { env });
    if (!made.ok) throw new Error(`dpkg-deb failed:\n${made.tail}`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** @param {string} app @param {string} stage @param {string} icon */
function layOut(app, stage, icon) {
  chmodSync(stage, 0o755);
  const put = (/** @type {string} */ from, /** @type {string} */ to, mode = 0o644) => {
    mkdirSync(dirname(join(stage, to)), { recursive: true });
    copyFileSync(from, join(stage, to));
    chmodSync(join(stage, to), mode);
  };
  cpSync(app, join(stage, "opt", NAME), { recursive: true, preserveTimestamps: true });
  // Where a kernel gives users no namespaces, Chromium's sandbox needs its one program with rights.
  chmodSync(join(stage, "opt", NAME, "chrome-sandbox"), 0o4755);
  mkdirSync(join(stage, "usr/bin"), { recursive: true });
  symlinkSync(`/opt/${NAME}/start`, join(stage, "usr/bin", NAME));
  symlinkSync(`/opt/${NAME}/sd`, join(stage, "usr/bin/sd"));
  put(join(HERE, `${NAME}.desktop`), `usr/share/applications/${NAME}.desktop`);
  put(icon, `usr/share/icons/hicolor/512x512/apps/${NAME}.png`);
  put(join(HERE, `60-${NAME}.udev.rules`), `usr/lib/udev/rules.d/60-${NAME}.rules`);
  put(join(HERE, `60-${NAME}.polkit.rules`), `usr/share/polkit-1/rules.d/60-${NAME}.rules`);
  put(join(app, "resources", "NOTICES.txt"), `usr/share/doc/${NAME}/copyright`);
  for (const script of ["prerm", "postinst"]) put(join(HERE, script), `DEBIAN/${script}`, 0o755);
}

/** @param {string} stage @param {{version: string, description: string}} what */
function control(stage, { version, description }) {
  const paths = readdirSync(stage, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.startsWith("DEBIAN"))
    .toSorted();
  const files = paths.filter((path) => isPlainFile(join(stage, path)));
  const size = files.reduce((sum, path) => sum + statSync(join(stage, path)).size, 0);
  const fields = [
    `Package: ${NAME}`,
    `Version: ${version}`,
    "Architecture: amd64",
    `Maintainer: ${NAME} <${NAME}@localhost>`,
    `Installed-Size: ${Math.ceil(size / 1024)}`,
    `Depends: ${DEPENDS.join(", ")}`,
    "Recommends: udisks2, polkitd",
    // Debian's own `sd`, which replaces text in files, has the same place in /usr/bin.
    "Conflicts: sd",
    "Section: utils",
    "Priority: optional",
    `Description: ceremonies around the security domain of an Azure Managed HSM`,
    ` ${description}`,
  ];
  const sums = files.map((path) => `${md5Of(join(stage, path))}  ${path}`);
  writeFileSync(join(stage, "DEBIAN/control"), `${fields.join("\n")}\n`);
  writeFileSync(join(stage, "DEBIAN/md5sums"), `${sums.join("\n")}\n`);
}

/** @param {string} path */
const isPlainFile = (path) => lstatSync(path).isFile();

/** What dpkg itself compares by; nobody's proof. @param {string} path */
const md5Of = (path) => createHash("md5").update(readFileSync(path)).digest("hex");
