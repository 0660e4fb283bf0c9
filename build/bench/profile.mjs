// Home and the opening of a hand-off in a profile with many closed ceremonies, beside reading and hashing the same
// records: each in a process that has read none of them.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { buildIdentity } from "../bundle/identity.mjs";
import { chained, landed } from "./adoption.mjs";
import { median, tellTable } from "./statistics.mjs";

const CEREMONIES = [1000, 3000];
const RUNS = 5;
/** Milliseconds: for Home, for the opening, and at most at a time. */
const [HOME, OPENING, BUSY] = [300, 300, 50];
/** Home, of the time that reading and hashing takes. */
const GOAL = 2;
const DAY = 86_400_000;

const PROGRAM = `
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROPOSED, withCounts } from "./ceremony-scripts/index.ts";
import { readAhead, storeIn } from "./electron/desk/ceremony-store.ts";
import { homeOf } from "./electron/desk/home.ts";
import { scriptOf } from "./electron/desk/scripts.ts";
import { openRehearsal } from "./electron/rehearse/rehearsal-session.ts";

const [root = "", what] = process.argv.slice(2);
const nothing = { sound: [], damaged: [], discarded: [] };
const home = (store) => homeOf(store, new Date().toISOString(), null, null, PROPOSED);
const hooks = { clock: () => new Date(), notice: () => undefined };
const script = withCounts(scriptOf("hand-off"), { officers: 3, quorum: 2 });

function readAll() {
  const folder = join(root, "1", ".ceremonies");
  for (const name of readdirSync(folder).filter((one) => one.endsWith("-adoption")))
    for (const station of ["offline", "connected"])
      createHash("sha256").update(readFileSync(join(folder, name, station, "record.jsonl"))).digest("hex");
}

async function open() {
  const session = await openRehearsal(script, join(root, "1"), hooks);
  await session.end();
}

/** The longest time that nothing else could run in. */
async function busy() {
  let [longest, last, isOver] = [0, performance.now(), false];
  const look = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (!isOver) setImmediate(look);
  };
  look();
  await readAhead(root);
  isOver = true;
  return longest;
}

const WORK = { home: () => home(storeIn(root)), open, readAll };
async function main() {
  // What the scripts say is read once, whatever the profile holds.
  home(nothing);
  if (what === "busy") return [await busy()];
  const taken = [];
  for (let time = 0; time < 2; time++) {
    const began = performance.now();
    await WORK[what]();
    taken.push(performance.now() - began);
  }
  return taken;
}
void main().then((taken) => console.log(JSON.stringify(taken)));
`;

/**
 * @param {string} root the project's folder
 * @param {import("./statistics.mjs").Size} size
 * @returns {Promise<boolean>} whether every goal is kept
 */
export async function benchProfile(root, { isSmallest }) {
  const folder = mkdtempSync(join(tmpdir(), "sd-bench-"));
  try {
    const program = join(folder, "profile.cjs");
    await build({
      stdin: { contents: PROGRAM, resolveDir: root, loader: "js" },
      bundle: true,
      outfile: program,
      platform: "node",
      target: "node20",
      format: "cjs",
      loader: { ".yaml": "text", ".ttf": "binary" },
      define: { __BUILD__: JSON.stringify(buildIdentity(root)), "import.meta.url": "undefined" },
      logLevel: "error",
    });
    const rows = (isSmallest ? [3] : CEREMONIES).flatMap((count) =>
      rowsOf(program, join(folder, String(count)), count, isSmallest ? 1 : RUNS),
    );
    return tellTable(rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} program @param {string} profile @param {number} count @param {number} runs
 * @returns {readonly import("./statistics.mjs").Row[]}
 */
function rowsOf(program, profile, count, runs) {
  fill(profile, count);
  const taken = (/** @type {string} */ what) => milliseconds(program, profile, what);
  const closed = `${count.toLocaleString("en")} closed ceremonies`;
  const unknown = taken("home");
  const all = Array.from({ length: runs }, () => ({
    home: taken("home"),
    read: taken("readAll"),
    busy: taken("busy"),
    open: taken("open"),
  }));
  const of = (/** @type {"home" | "read" | "busy" | "open"} */ what, time = 0) =>
    median(all.map((one) => one[what][time] ?? Infinity));
  return [
    {
      what: `Home with ${closed}, of which nothing is known yet`,
      ours: unknown[0] ?? Infinity,
      goal: count,
    },
    {
      what: `Home with ${closed} beside reading and hashing their records`,
      ours: of("home"),
      theirs: of("read"),
      goal: GOAL,
    },
    { what: "the same, by itself", ours: of("home"), goal: HOME },
    { what: "the same again in one process", ours: of("home", 1), goal: BUSY },
    { what: "the longest time that nothing else runs meanwhile", ours: of("busy"), goal: BUSY },
    { what: `a hand-off opened beside ${closed}`, ours: of("open"), goal: OPENING },
  ];
}

/** @param {string} profile @param {number} count */
function fill(profile, count) {
  const [opened, ...rest] = landed();
  if (opened === undefined) throw new Error("an adoption without entries");
  for (let n = 1; n <= count; n++) {
    const own = { ...opened, data: { ...opened.data, ceremony: String(n).padStart(32, "0") } };
    const record = chained([own, ...rest], Date.parse("2026-01-01T00:00:00Z") + n * DAY);
    const folder = join(profile, "1", ".ceremonies", `${n}-adoption`);
    for (const station of ["offline", "connected"]) {
      mkdirSync(join(folder, station), { recursive: true });
      writeFileSync(join(folder, station, "record.jsonl"), record);
    }
    writeFileSync(join(folder, "delivered"), "");
  }
}

/**
 * @param {string} program @param {string} profile @param {string} what
 * @returns {readonly number[]} as the process measured it, the first time and again
 */
function milliseconds(program, profile, what) {
  const { status, stdout } = spawnSync(process.execPath, [program, profile, what], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${what} ended with ${status}`);
  return JSON.parse(stdout);
}
