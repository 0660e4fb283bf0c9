// Debian's packages: which of them are missing, and how they are installed.
import { existsSync } from "node:fs";
import { onPath, run, runShown, say } from "./run.mjs";

/** Whether this process has asked for the list of packages: once is enough. */
let isListed = false;

/** @returns {boolean} whether this system has Debian's packages */
export function hasApt() {
  return existsSync("/etc/debian_version") && onPath("apt-get");
}

/** @param {readonly string[]} wanted @returns {readonly string[]} */
export function missingPackages(wanted) {
  const format = "${Package} ${db:Status-Status}\\n";
  const known = run("dpkg-query", ["-W", "-f", format, ...wanted]).output.split("\n");
  return wanted.filter((name) => !known.includes(`${name} installed`));
}

/**
 * Installs packages if root runs this, else says what root should run.
 * @param {readonly string[]} packages
 * @param {readonly string[]} [more] options of apt-get
 * @returns {Promise<string | undefined>} what could not be installed, or what to do
 */
export async function provide(packages, more = []) {
  const names = packages.join(" ");
  if (process.getuid?.() !== 0)
    return `packages are missing; as root run: apt-get install --no-install-recommends ${names}`;
  say(`Debian packages to install: ${names}`);
  const quiet = { env: { DEBIAN_FRONTEND: "noninteractive" }, seconds: 1200 };
  const apt = (/** @type {string} */ step, /** @type {readonly string[]} */ args) =>
    runShown({ step }, "apt-get", args, quiet);
  // An index out of step makes the update fail although installing works: its exit code is no news.
  isListed ||= (await apt("list of Debian packages (apt-get update)", ["update", "-q"])).ok;
  const how = ["-o", "DPkg::Lock::Timeout=300", "-qy", "--no-install-recommends", ...more];
  const done = await apt("Debian packages (apt-get install)", [...how, "install", ...packages]);
  const still = missingPackages(packages);
  if (still.length === 0) return undefined;
  return `apt-get could not install ${still.join(", ")}${done.ok ? "" : `:\n${done.tail}`}`;
}
