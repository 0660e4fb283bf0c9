// Records the views that the tests of the screens show (npm run recordings). They are made of the
// programs as they are now, and kept until one of these changes: none is ever stale.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bundle } from "../../build/bundle/bundle.mjs";
import { buildIdentity } from "../../build/bundle/identity.mjs";
import { knownPrimes, quickRounds, withoutPapers } from "../../build/test/quick.mjs";
import { bundleQuickOnce } from "../../build/test/quick-programs.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = join(ROOT, ".runtime", "recordings");
/** The recorder, of the sources as they are now. */
const RECORDER = {
  source: "e2e/screens/record-main.ts",
  file: ".runtime/recordings/program/record.cjs",
};
/** What it starts. */
const ENTRY = ".runtime/quick/paperless.cjs";
/** What prints its papers; the recorder has a copy beside it. */
const PRINTER = ".runtime/quick/paper.cjs";
const PROGRAMS = [RECORDER.file, ENTRY, PRINTER];
/** Sets that are recorded beside each other. */
const AT_ONCE = 2;

/**
 * Records what is not recorded of these programs yet.
 * @returns {Promise<string>} the folder of the recordings
 */
export async function recorded() {
  await bundleQuickOnce(ROOT);
  await bundle(ROOT, [RECORDER], [quickRounds, knownPrimes, withoutPapers]);
  copyFileSync(join(ROOT, PRINTER), join(ROOT, dirname(RECORDER.file), basename(PRINTER)));
  const folder = join(FOLDER, digest());
  if (!existsSync(folder)) await record(folder);
  return folder;
}

/**
 * What the recordings depend on: the recorder, in which the desk and its views are, and the programs
 * that it starts. The window's page is none of these, and the commit's name is in no recording.
 */
function digest() {
  const { commit } = buildIdentity(ROOT);
  const hash = createHash("sha256");
  for (const file of PROGRAMS) {
    const text = readFileSync(join(ROOT, file), "utf8");
    hash.update(`${file}\0`).update(text.replaceAll(commit, ""));
  }
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} folder where they are in the end: whole, or not at all */
async function record(folder) {
  for (const name of readdirSync(FOLDER))
    if (name !== "program") rmSync(join(FOLDER, name), { recursive: true });
  const work = mkdtempSync(join(tmpdir(), "sd-recordings-"));
  const half = `${folder}.half`;
  try {
    await inOrder(JSON.parse(await run(["--list"])), (name) =>
      run([name, work, half, join(ROOT, ENTRY)]).then(() => undefined),
    );
    renameSync(half, folder);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 20 });
    rmSync(half, { recursive: true, force: true });
  }
}

/**
 * Runs each set when the one whose home it starts from has ended, and no more than so many at once.
 * @param {readonly {name: string, from: string | null}[]} sets
 * @param {(name: string) => Promise<void>} play
 */
async function inOrder(sets, play) {
  let isDone = false;
  /** @type {unknown[]} */
  const failed = [];
  const ready = (/** @type {string | null} */ from) =>
    from === null || (from === "recordings" ? left.length === 1 && running.size === 0 : isDone);
  const left = [...sets];
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  while (left.length > 0 || running.size > 0) {
    const at = running.size < AT_ONCE ? left.findIndex(({ from }) => ready(from)) : -1;
    if (at < 0) {
      await Promise.race(running);
      continue;
    }
    const [{ name } = { name: "" }] = left.splice(at, 1);
    const began = Date.now();
    const one = play(name)
      .then(() => {
        isDone ||= name === "activation";
        console.log(`recorded ${name} in ${Math.round((Date.now() - began) / 1000)} s`);
      })
      .catch((error) => {
        // What runs beside it ends first: it works in the same folder.
        left.length = 0;
        failed.push(error);
      })
      .finally(() => running.delete(one));
    running.add(one);
  }
  if (failed.length > 0) throw failed[0];
}

/** @param {readonly string[]} words @returns {Promise<string>} what it printed */
function run(words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, RECORDER.file), ...words], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${words[0]} was not recorded`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await recorded());
