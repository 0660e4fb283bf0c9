// The evidence that a witness takes away: whole, a bundle that verifies, and never over another.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isFault, utf8 } from "../../crypto/index.ts";
import { checkBundle } from "../evidence/bundle.ts";
import { verifyRecord } from "../journal/verify.ts";
import { ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { bundleAt } from "../session/bundle-folder.ts";
import { takeEvidence } from "./evidence.ts";

const { record } = ceremonyOf("activation", makePool(), 1);

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "evidence-"));
});
afterEach(() => {
  rmSync(place, { recursive: true, force: true });
});

const stamps = new Map([["stamps/1-1.tsr", utf8("an answer")]]);
const take = (to: string | null, what: Uint8Array | null = record): Promise<string | null> =>
  takeEvidence(
    what === null ? null : { record: what, stamps },
    { chooseFolder: async () => to },
    place,
  ).catch((error: unknown) => {
    if (!isFault(error)) throw error;
    return error.code;
  });

it("is in a new folder that is a bundle", async () => {
  const taken = await take(place);
  const [name = ""] = readdirSync(place);
  expect(taken).toBe(join(place, name));
  expect(name).toMatch(/^activation-[a-z]+-[a-z]+$/);
  const files = bundleAt(join(place, name));
  if (files === null) throw new Error("it is no bundle");
  expect(checkBundle(files).head).toBe(verifyRecord(record).head);
  expect(readdirSync(join(place, name, "papers"))).toContain("minutes.pdf");
  expect(readdirSync(join(place, name, "stamps"))).toEqual(["1-1.tsr"]);
});

it("has a page that says what to open first, and names every other paper", async () => {
  const papers = join((await take(place)) ?? "", "papers");
  const [first = "", ...others] = readdirSync(papers);
  expect(first).toBe("0-open-this-first.txt");
  const page = readFileSync(join(papers, first), "utf8");
  expect(page).toMatch(/^.+: all evidence\.\n\n1\. Open papers\/minutes\.pdf: /);
  for (const name of others) expect(page).toContain(`papers/${name}`);
  expect(others.length).toBeGreaterThan(2);
});

it("is saved nowhere if nobody chose a place, or nothing is closed", async () => {
  expect(await take(null)).toBeNull();
  expect(await take(place, null)).toBe("E-DESK-STALE");
  expect(readdirSync(place)).toEqual([]);
});

it("never goes into a folder that exists", async () => {
  await take(place);
  const [name = ""] = readdirSync(place);
  const before = readFileSync(join(place, name, "manifest.sha256"));
  expect(await take(place)).toBe("E-SAVE-WRITE");
  expect(readFileSync(join(place, name, "manifest.sha256"))).toEqual(before);
  const other = join(place, "no", "place");
  expect(await take(other)).toBe("E-SAVE-WRITE");
  mkdirSync(join(place, "no"));
  expect(readdirSync(join(place, "no"))).toEqual([]);
});
