// The libraries that Electron links to on Linux: the runtime itself is asked which are missing, so
// that nothing is installed on a desktop that has them.
import { hasApt, missingPackages, provide } from "./apt.mjs";
import { run, say } from "./run.mjs";

/** Debian packages of these libraries, and one font. */
export const LIBRARY_PACKAGES = [
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

/**
 * Installs the libraries that the runtime does not find, on Debian as root.
 * @param {string} program the runtime's program
 * @returns {Promise<string | undefined>} what is missing, and what to do next
 */
export async function installLibraries(program) {
  const missing = missingLibraries(program);
  if (missing.length === 0) return undefined;
  say(`Electron does not find these libraries: ${missing.join(", ")}`);
  const packages = hasApt() ? missingPackages(LIBRARY_PACKAGES) : [];
  if (packages.length === 0) return "install the packages of this system that contain them";
  const wrong = await provide(packages);
  if (wrong !== undefined) return wrong;
  const still = missingLibraries(program);
  return still.length === 0 ? undefined : `no package of ours contains ${still.join(", ")}`;
}

/**
 * @param {string} program
 * @returns {readonly string[]} the names of the libraries that the loader does not find
 */
function missingLibraries(program) {
  if (process.platform !== "linux") return [];
  return notFound(run("ldd", [program]).output);
}

/**
 * @param {string} listing what ldd says
 * @returns {readonly string[]}
 */
export function notFound(listing) {
  return [...listing.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = ""]) => name);
}
