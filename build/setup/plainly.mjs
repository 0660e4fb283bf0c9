// What stopped a command, in one sentence and what to do next, for whoever has just started it and
// knows nothing of what is inside: a stack is for a mistake of ours alone.
import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Bytes; with fewer a disk counts as full. */
const LEAST = 64 * 1024 * 1024;

/** What system and programs say of a disk without room, and of a place that is not theirs to write. */
const FULL = /\b(?:ENOSPC|EDQUOT)\b|no space left on device|disk quota exceeded|disk full\?/i;
const READ_ONLY = /\bEROFS\b|read-only file system/i;
const DENIED = /\b(?:EACCES|EPERM)\b|permission denied|operation not permitted/i;
/** Where: as Node's errors and npm's say it. */
const PLACE =
  /^npm (?:error|ERR!) path (.+)$|\b(?:open|mkdir|mkdtemp|write|copyfile|rename|rmdir|unlink|access|scandir|symlink|chmod) '([^']+)'/m;

/** Mistakes of ours, and of nobody else. */
const OURS = [TypeError, RangeError, ReferenceError, SyntaxError];

/**
 * Whether a disk is what stopped a program, read from what it said.
 * @param {string} text
 * @returns {string | undefined} what is wrong, and what to do next
 */
export function diskIn(text) {
  const [, ofNpm, ofNode] = PLACE.exec(text) ?? [];
  // What Node could not write is often a file of a moment: its folder is what somebody can look at.
  const place = ofNpm ?? (ofNode === undefined ? undefined : dirname(ofNode));
  if (FULL.test(text))
    return (
      `The disk of ${place ?? fullest()} is full. Free some space there (a whole set-up takes 2 GB), `
      + "and run the same command again."
    );
  const [why, what] = READ_ONLY.test(text)
    ? ["is on a disk that can only be read", "Copy the project to a folder of your own"]
    : DENIED.test(text)
      ? [
          "may not be written by this user",
          `Run it as the user whose folder it is, or copy the project to a folder of your own`,
        ]
      : [];
  if (why === undefined) return undefined;
  return `${place ?? ROOT} ${why}. ${what}, and run the same command there again.`;
}

/**
 * @param {unknown} error that nobody caught
 * @returns {string} for people: a sentence, or of a mistake of ours all that is known of it
 */
export function plainly(error) {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === "ENOENT" && path !== undefined) return `There is no ${path}.`;
  if (code === "ERR_MODULE_NOT_FOUND")
    return "A package is not in its place. Remove the folder node_modules, and run the same command again.";
  const isArgument = code?.startsWith("ERR_PARSE_ARGS") === true;
  const isOurs = !isArgument && OURS.some((kind) => error instanceof kind);
  return (
    diskIn(`${code ?? ""} ${error.message}`)
    ?? (isOurs
      ? `This is an error of the project itself. Report it:\n${error.stack}`
      : error.message)
  );
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
