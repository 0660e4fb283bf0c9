// npm run image [-- FOLDER] [--lock] [--telling], with the words of build/package/making.mjs: the live
// image of the offline station, `sd-offline.iso`. `--lock` chooses new Debian packages;
// `--telling` makes one that tells a test what runs in it. Needs Debian, root, and the programs below.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle/bundle.mjs";
import { makeLock, mirror, readLock, SUITE, WANTED } from "./image/debian.mjs";
import { makeIso } from "./image/iso.mjs";
import { packageApp, packDeb, NAME } from "./package.mjs";
import { isSignedBy, readMaking } from "./package/making.mjs";
import { momentOf } from "./package/moment.mjs";
import { sha256Of } from "./package/sha256.mjs";
import { LIBRARY_PACKAGES } from "./setup/libraries.mjs";
import { onPath } from "./setup/run.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const HERE = join(ROOT, "build", "image");
const LOCK = join(HERE, "packages.lock");
/** What the app's package depends on that no other here brings. */
const APP_NEEDS = [...LIBRARY_PACKAGES, "libstdc++6", "libx11-6", "mount", "util-linux"];
export const PROGRAMS = [
  ...["mmdebstrap", "mksquashfs", "veritysetup", "xorriso"],
  ...["grub-mkimage", "mformat", "mcopy"],
];

/**
 * Makes the image of the bundle as it is in dist.
 * @param {string} out the folder of `sd-offline.iso`
 * @param {import("./package/making.mjs").Making & {telling?: boolean}} [making] `telling`: whether it
 *   tells a test what runs in it
 * @returns {Promise<{file: string, kind: "release" | "rehearsal"}>} a rehearsal image is one whose app
 *   is unsigned or runs on a stand-in for Electron
 */
export async function makeImage(out, { telling = false, ...making } = {}) {
  const lacking = PROGRAMS.filter((program) => !onPath(program));
  if (lacking.length > 0 || process.getuid?.() !== 0)
    throw new Error(`an image is made by root, with: ${PROGRAMS.join(", ")}`);
  mkdirSync(out, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "sd-image-"));
  try {
    const { folder, source } = await packageApp(join(work, "packed"), making);
    // What tells a test what it does is never anything to use.
    const kind = isSignedBy(making) && source === "electron" && !telling ? "release" : "rehearsal";
    const app = packDeb(folder);
    rmSync(folder, { recursive: true });
    const moment = momentOf(ROOT);
    const cache = join(ROOT, ".runtime", "debian");
    mkdirSync(cache, { recursive: true });
    for (const old of readdirSync(cache).filter((name) => name.startsWith(NAME)))
      rmSync(join(cache, old));
    copyFileSync(app, join(cache, basename(app)));
    mirror(readLock(LOCK), cache, [app]);
    const squashed = strap(work, cache, { kind, telling, moment });
    const file = join(out, "sd-offline.iso");
    makeIso(squashed, file, { kind, moment });
    return { file, kind };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The root of the system, as one file, beside its kernel and the first system in memory.
 * @param {string} work @param {string} cache the mirror
 * @param {{kind: string, telling: boolean, moment: number}} how
 * @returns {string} the folder of the three
 */
function strap(work, cache, { kind, telling, moment }) {
  const root = join(work, "root");
  const live = join(work, "live");
  mkdirSync(live);
  const customize = [
    quoted(join(HERE, "customize.sh")),
    '"$1"',
    quoted(HERE),
    kind,
    telling ? "yes" : "no",
  ];
  const env = { SOURCE_DATE_EPOCH: String(moment) };
  execute(
    "mmdebstrap",
    [
      "--variant=minbase",
      "--mode=root",
      `--include=${[...WANTED, NAME].join(",")}`,
      `--customize-hook=${customize.join(" ")}`,
      SUITE,
      root,
      `deb [trusted=yes] copy:${cache} ./`,
    ],
    env,
  );
  const kernel = readdirSync(join(root, "boot")).find((name) => name.startsWith("vmlinuz-"));
  if (kernel === undefined) throw new Error("the image has no kernel");
  copyFileSync(join(root, "boot", kernel), join(live, "vmlinuz"));
  copyFileSync(join(root, "boot", kernel.replace("vmlinuz", "initrd.img")), join(live, "initrd"));
  for (const name of readdirSync(join(root, "boot")))
    rmSync(join(root, "boot", name), { recursive: true });
  // The times of what the hooks made are this hour's: everything gets the release's moment. The
  // program refuses to be told that by its words and by its environment.
  const how = ["-comp", "zstd", "-Xcompression-level", "9", "-noappend", "-no-progress", "-quiet"];
  const times = ["-mkfs-time", String(moment), "-all-time", String(moment)];
  execute("mksquashfs", [root, join(live, "filesystem.squashfs"), ...how, ...times], {
    SOURCE_DATE_EPOCH: undefined,
  });
  rmSync(root, { recursive: true });
  return live;
}

/** For a shell. @param {string} path */
const quoted = (path) => `'${path.replaceAll("'", `'\\''`)}'`;

/** @param {string} program @param {readonly string[]} args @param {NodeJS.ProcessEnv} env */
function execute(program, args, env) {
  const ended = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 256 * 1024 * 1024,
  });
  if (ended.status !== 0) throw new Error(`${program} failed:\n${ended.stderr?.slice(-3000)}`);
}

/** @param {string[]} args */
async function main(args) {
  const folder = join(ROOT, "dist", "image");
  const { out, making, has } = await readMaking(args, folder, ["lock", "telling"]);
  if (has("lock") || !existsSync(LOCK)) writeFileSync(LOCK, makeLock(APP_NEEDS));
  await bundle();
  const { file, kind } = await makeImage(out, { ...making, telling: has("telling") });
  console.log(`made ${file}, ${statSync(file).size} bytes`);
  console.log(`SHA-256: ${sha256Of(file)}`);
  const words = [join(ROOT, "dist", "sd.cjs"), "words", sha256Of(file)];
  console.log(spawnSync(process.execPath, words, { encoding: "utf8" }).stdout.trimEnd());
  if (kind === "rehearsal") console.log("It is a rehearsal image: it can be nothing else.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
