// The recordings for the tests: made when the runner loads these, found by its workers.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { lookOf, type Recording } from "./recording.fixture.ts";

// The runner's workers inherit it: the programs are bundled and compared once, where they are loaded.
const folder = (process.env["SD_RECORDINGS"] ??= await (await import("./record.mjs")).recorded());

/** When they were recorded, in milliseconds: on the pages that show them it is that time. */
export const RECORDED_AT = statSync(folder).mtimeMs;

/** Each recording, by its name. */
export const RECORDINGS: ReadonlyMap<string, Recording> = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const recording = JSON.parse(readFileSync(join(folder, name), "utf8")) as Recording;
      return [recording.name, recording];
    }),
);

/** @throws Error if there is none of this name */
export function recordingOf(name: string): Recording {
  const found = RECORDINGS.get(name);
  if (found === undefined) throw new Error(`nothing is recorded as ${name}`);
  return found;
}

const firsts = new Map<string, string>();
for (const recording of RECORDINGS.values()) {
  const look = lookOf(recording);
  if (!firsts.has(look)) firsts.set(look, recording.name);
}

/** Whether it is the first of those that look alike. */
export const isFirst = (recording: Recording): boolean =>
  firsts.get(lookOf(recording)) === recording.name;
