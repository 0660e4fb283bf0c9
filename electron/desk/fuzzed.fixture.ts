// For tests: a real desk is asked what nobody means, and what it refuses leaves no trace.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { isFault } from "../../crypto/index.ts";
import { readAsked } from "../bridge/asked.ts";
import type { Method } from "../bridge/methods.ts";
import { drawing } from "../rehearse/kill-moments.fixture.ts";
import { deskIn } from "./desk.fixture.ts";
import { strangeRequest } from "./fuzz.fixture.ts";

/** Every file below a folder, by path with its digest. */
function treeOf(root: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }).sort(byPath)) {
    const path = join(entry.parentPath, entry.name);
    hash.update(`${path}\n`);
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

const byPath = (a: { parentPath: string; name: string }, b: typeof a): number =>
  join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1;

/** How the calls of a method ended. */
export interface Fuzzed {
  readonly refused: number;
  readonly faults: number;
  readonly answered: number;
}

/**
 * Asks a desk at Home so many times. Nothing is thrown but a refusal, nothing is added to what every
 * object has, and a call that is refused, by its form or by the desk, changes no file.
 */
export async function fuzz(method: Method, calls: number, seed: number): Promise<Fuzzed> {
  const root = mkdtempSync(join(tmpdir(), "fuzz-"));
  mkdirSync(join(root, "production"));
  const desk = deskIn(root);
  // The first look marks which interfaces of the network there are, whatever is asked.
  await desk.look();
  const draw = drawing(seed);
  const ended = { refused: 0, faults: 0, answered: 0 };
  let before = treeOf(root);
  for (let call = 0; call < calls; call++) {
    const asked = readAsked(method, strangeRequest(method, draw));
    if (typeof asked === "string") {
      ended.refused += 1;
      continue;
    }
    // Up to here nothing was taken: whatever came before left no trace.
    expect(treeOf(root)).toBe(before);
    try {
      await desk[asked.method](asked.request as never);
      ended.answered += 1;
      before = treeOf(root);
    } catch (error) {
      if (!isFault(error)) throw error;
      ended.faults += 1;
      expect(treeOf(root)).toBe(before);
    }
  }
  expect(treeOf(root)).toBe(before);
  expect(Object.prototype).not.toHaveProperty("polluted");
  return ended;
}
