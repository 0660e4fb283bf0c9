// What stopped a command, in one sentence and what to do next, for the person who started it and
// knows nothing of what is inside: a stack is for a mistake of ours alone.
import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Bytes; with fewer a disk counts as full. */
const LEAST = 64 * 1024 * 1024;

/** What system and programs say of a disk without room, and of a place that is not theirs to write. */
const FULL =
  /\b(?:ENOSPC|EDQUOT)\b|no space left on device|disk quota exceeded|disk full\?|enough free space in/i;
/** The same code, of the kernel's limit of watched files. */
const WATCHED = /watch/i;
const READ_ONLY = /\bEROFS\b|read-only file system/i;
const DENIED = /\b(?:EACCES|EPERM)\b|permission denied|operation not permitted/i;
/** Error texts as errors of Node, of Go's programs, of Debian's tools, shell and apt say it. */
const WRITES = "open|mkdir|mkdtemp|write|copyfile|rename|rmdir|unlink|rm|link|symlink|chmod|utime";
const PLACES = [
  new RegExp(String.raw`, (?:${WRITES}) '([^']+)'`),
  new RegExp(String.raw`\b(?:open|mkdir|create|rename|remove) (/[^:]+):`),
  /\bcannot (?:create|overwrite|remove|touch)\b[^'‘]*['‘](\/[^'’]+)['’]/,
  /\bcannot create (\/[^\s:]+):/,
];
const OF_APT = /enough free space in (\/\S*[^\s./])/;
/** A program that the system would not run, as Node names it. */
const NOT_RUN = /\bspawn(?:Sync)? (\/\S+) EACCES\b/;

/** Mistakes of ours, and of nobody else. */
const OURS = [TypeError, RangeError, ReferenceError, SyntaxError];
/** Of Node's `fetch`: TypeErrors too, and nobody's mistake. */
const NO_ANSWER = ["fetch failed", "terminated"];

/**
 * Whether a disk is what stopped a program, read from what it said. A denial alone says nothing of
 * the project's folder, as apt's of its own user does: the line must name a place, and a call that
 * writes to it.
 * @param {string} text
 * @returns {string | undefined} what is wrong, and what to do next
 */
export function diskIn(text) {
  const lines = text.split("\n");
  const full = lines.filter((line) => FULL.test(line) && !WATCHED.test(line));
  if (full.length > 0) {
    const place = placeOf(full) ?? ofNpm(text, FULL) ?? fullest();
    return (
      `The disk of ${place} is full. Free some space there (a whole set-up takes 2 GB), `
      + "and run the same command again."
    );
  }
  const [, program] = NOT_RUN.exec(text) ?? [];
  if (program !== undefined)
    return (
      `${program} may not be run. If its disk is mounted so that no program on it is run `
      + "(noexec), copy the project to another disk, and run the same command there again."
    );
  const readOnly = lines.filter((line) => READ_ONLY.test(line));
  const ofReadOnly = placeOf(readOnly) ?? ofNpm(text, READ_ONLY);
  if (ofReadOnly !== undefined)
    return (
      `${ofReadOnly} is on a disk that can only be read. Copy the project to a folder of your own, `
      + "and run the same command there again."
    );
  const denied = placeOf(lines.filter((line) => DENIED.test(line))) ?? ofNpm(text, DENIED);
  if (denied === undefined) return undefined;
  return (
    `${denied} may not be written by this user. Run it as the user whose folder it is, or copy the `
    + "project to a folder of your own, and run the same command there again."
  );
}

/**
 * What could not be written is often a file of a moment: its folder is what a person can look at.
 * @param {readonly string[]} lines @returns {string | undefined}
 */
function placeOf(lines) {
  for (const line of lines) {
    const [, apts] = OF_APT.exec(line) ?? [];
    if (apts !== undefined) return apts;
    for (const form of PLACES) {
      const [, path] = form.exec(line) ?? [];
      if (path !== undefined) return dirname(path);
    }
  }
  return undefined;
}

/**
 * npm says code, call and path in three lines.
 * @param {string} text @param {RegExp} what the code must be of @returns {string | undefined}
 */
function ofNpm(text, what) {
  const [code = "", call = "open", path] = ["code", "syscall", "path"].map(
    (word) => new RegExp(`^npm (?:error|ERR!) ${word} (.+)$`, "m").exec(text)?.[1],
  );
  return what.test(code) && new RegExp(`^(?:${WRITES}|access)$`).test(call) ? path : undefined;
}

/**
 * @param {unknown} error that nobody caught
 * @returns {string} for people: a sentence, or of a mistake of ours all that is known of it
 */
export function plainly(error) {
  if (!(error instanceof Error)) return String(error);
  const { code, path, syscall } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "ENOENT" && path !== undefined) return `There is no ${path}.`;
  if (code === "ERR_MODULE_NOT_FOUND")
    return "A package is not in its place. Remove the folder node_modules, and run the same command again.";
  const disk = diskIn(error.message);
  if (disk !== undefined && syscall !== undefined) return disk;
  // What a program said stays: the sentence is what we read from it.
  if (disk !== undefined && !error.message.includes(disk)) return `${disk}\n${error.message}`;
  if (disk !== undefined) return error.message;
  if (error instanceof TypeError && NO_ANSWER.includes(error.message))
    return (
      `Nothing came over the network (${reasonOf(error.cause)}). Check this computer's connection, `
      + "and run the same command again."
    );
  const isArgument = code?.startsWith("ERR_PARSE_ARGS") === true;
  const isOurs = !isArgument && OURS.some((kind) => error instanceof kind);
  return isOurs
    ? `This is an error of the project itself. Report it:\n${error.stack}`
    : error.message;
}

/** @param {unknown} cause of what `fetch` threw @returns {string} */
function reasonOf(cause) {
  if (!(cause instanceof Error)) return "no reason is known";
  const { code } = /** @type {NodeJS.ErrnoException} */ (cause);
  return cause.message === "" ? (code ?? cause.name) : cause.message;
}

/** The place that has least room among those that a set-up writes to. */
function fullest() {
  const places = [ROOT, tmpdir()].map((place) => {
    const { bavail, bsize } = statfsSync(place);
    return { place, free: bavail * bsize };
  });
  const [one] = places.filter(({ free }) => free < LEAST).sort((a, b) => a.free - b.free);
  return one?.place ?? ROOT;
}
