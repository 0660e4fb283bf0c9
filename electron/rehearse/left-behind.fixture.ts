// For tests: what a rehearsal left on disk, and that it is a complete ceremony.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { fromHex, toWords } from "../../crypto/index.ts";
import { sd } from "../cli/program.fixture.ts";
import { ceremoniesIn, deliveredMarker, stationFolder, STATIONS } from "../session/folders.ts";
import type { Place } from "./rehearsal.fixture.ts";

/** A file as the record names it. */
interface Named {
  readonly label: string;
  readonly name: string;
  readonly sha256: string;
}

/** One line of a record, with the members of `data` that these tests look at. */
export interface Line {
  readonly at: string;
  readonly type: string;
  readonly hash: string;
  readonly data: {
    readonly officer?: string;
    readonly officers?: number;
    readonly sha256?: string;
    readonly files?: readonly Named[];
  };
}

/** The whole lines of a record's text. */
export const linesOf = (text: string): readonly string[] => text.match(/.*\n/g) ?? [];

export const entriesOf = (text: string): readonly Line[] =>
  linesOf(text).map((line) => JSON.parse(line) as Line);

const newestOf = ({ media }: Place, script: string) =>
  ceremoniesIn(media)
    .filter((ceremony) => ceremony.script === script)
    .at(-1);

/** Both stations' copies of this script's newest ceremony as they are, "" if there is none. */
export function stationCopies(place: Place, script: string): readonly string[] {
  const newest = newestOf(place, script);
  return STATIONS.map((station) => {
    const path = newest && join(stationFolder(newest, station), "record.jsonl");
    return path !== undefined && existsSync(path) ? readFileSync(path, "utf8") : "";
  });
}

/** What a run that ended before its time had shown and stored. */
export interface Shown {
  /** The words of heads that were shown for steps done. */
  readonly heads: readonly string[];
  readonly copies: readonly string[];
}

export const shownBy = (place: Place, script: string, out: string): Shown => ({
  heads: [...out.matchAll(/head is ((?:\w+ ){4})\.\.\./g)].map(([, words = ""]) => words.trim()),
  copies: stationCopies(place, script),
});

/** Every complete line in a station's copy, and every head that was shown, is there. */
export function expectKept(record: string, runs: readonly Shown[], said: string): void {
  const known = new Set(
    entriesOf(record).map(({ hash }) =>
      toWords((fromHex(hash) ?? new Uint8Array()).subarray(0, 4)).join(" "),
    ),
  );
  for (const { heads, copies } of runs) {
    for (const head of heads) expect(known.has(head), `${said}: ${head}`).toBe(true);
    for (const copy of copies) expect(record.startsWith(linesOf(copy).join("")), said).toBe(true);
  }
}

/** True when this script's newest ceremony is finished: delivered, and marked so. */
export function isMarkedDelivered(place: Place, script: string): boolean {
  const newest = newestOf(place, script);
  return newest !== undefined && existsSync(deliveredMarker(newest));
}

/** The record in the output folder, once `sd verify` has accepted it as closed, or closed on paper. */
export async function acceptedRecord({ out }: Place, said: string): Promise<string> {
  const verdict = await sd(["verify", out]);
  expect({ ...verdict, seconds: 0 }, said).toMatchObject({ code: 0, errors: "" });
  expect(verdict.out, said).toMatch(/^(It is closed:|Good, .*: it is closed on paper,)/m);
  return readFileSync(join(out, "record.jsonl"), "utf8");
}

/**
 * Checks the media against an activation's record: one key for each officer, and every file that
 * the record names with the recorded bytes, the domain on both its media.
 */
export function expectMediaAsRecorded(place: Place, record: string, said: string): void {
  const entries = entriesOf(record);
  const { officers = 0 } = entries[0]?.data ?? {};
  const made = entries.filter(({ type }) => type === "key-made");
  expect(
    made.map(({ data }) => data.officer),
    said,
  ).toEqual(Array.from({ length: officers }, (_, i) => `officer-${i + 1}`));
  const domain = entries.filter(({ type }) => type === "domain-written");
  expect(domain, said).toHaveLength(1);
  expect(
    domain[0]?.data.files?.map(({ label }) => label),
    said,
  ).toEqual(["transfer", "domain-copy"]);
  expectFilesOf(place, entries, said);
  for (const { sha256 } of domain[0]?.data.files ?? [])
    expect(sha256, said).toBe(domain[0]?.data.sha256);
}

/** The files of keys and domains that these entries name are there with the recorded bytes. */
export function expectFilesOf({ media }: Place, entries: readonly Line[], said: string): void {
  const written = entries.filter(({ type }) => type === "key-made" || type === "domain-written");
  for (const { label, name, sha256 } of written.flatMap(({ data }) => data.files ?? [])) {
    const bytes = readFileSync(join(media, label, name));
    const found = createHash("sha256").update(bytes).digest("hex");
    expect(`${label}/${name} ${found}`, said).toBe(`${label}/${name} ${sha256}`);
  }
}
