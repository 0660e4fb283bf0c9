// For tests: Wycheproof's vectors, as they are in `vectors/wycheproof/`.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { fromHex } from "./bytes.ts";
import * as forge from "./forge.ts";
import * as native from "./native.ts";

/** Both engines, by their names in tests. */
export const ENGINES = [
  ["node-forge", forge],
  ["node:crypto", native],
] as const;

/** One vector: a number within its file, a verdict, and texts in hex by Wycheproof's names. */
export interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly result: "valid" | "invalid";
  readonly hex: (name: string) => Uint8Array;
}

/** Vectors that share a key or a size; `of` gives what the group says of itself. */
export interface Group {
  readonly of: (name: string) => string | number;
  readonly vectors: readonly Vector[];
}

type Texts = Readonly<Record<string, string>>;
type RawGroup = Readonly<Record<string, unknown>> & { readonly tests: readonly Texts[] };

/**
 * The groups of a file, which must have as many vectors as it and the caller say, each either valid
 * or invalid: "acceptable" would need a decision of ours.
 */
export function wycheproof(file: string, count: number): readonly Group[] {
  const url = new URL(`vectors/wycheproof/${file}_test.json`, import.meta.url);
  const { numberOfTests, testGroups } = JSON.parse(readFileSync(url, "utf8")) as {
    readonly numberOfTests: number;
    readonly testGroups: readonly RawGroup[];
  };
  const raw = testGroups.flatMap(({ tests }) => tests);
  expect([raw.length, numberOfTests]).toEqual([count, count]);
  expect(raw.filter(({ result }) => result !== "valid" && result !== "invalid")).toEqual([]);
  return testGroups.map((group) => ({
    of: (name) => known(group[name], name) as string | number,
    vectors: group.tests.map((texts) => ({
      tcId: Number(texts["tcId"]),
      comment: String(texts["comment"]),
      result: texts["result"] === "valid" ? "valid" : "invalid",
      hex: (name) => known(fromHex(known(texts[name], name)), name),
    })),
  }));
}

function known<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`this vector has no ${name}`);
  return value;
}
