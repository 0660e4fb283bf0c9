// Timestamps beside a record: what they show, for how long, and what renews them. Time in these tests is that
// of the authorities' own answers and of the day that is given; no clock is read.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAuthority, renewalOf, sha256Hex, utf8, type Authority } from "../../crypto/index.ts";
import {
  certificatesOf,
  isGoodForOpenssl,
  makeAnswer,
  makeParty,
  makeTestAuthority,
  type Party,
  type TestAuthority,
} from "../../crypto/timestamp-maker.fixture.ts";
import type { Entry } from "../journal/journal.ts";
import {
  checkStamps,
  headImprint,
  nextRenewal,
  placeOf,
  timesOf,
  type Stamped,
  type StampFiles,
} from "./stamps.ts";

const record = utf8("one\ntwo\nthree\n");
/** Only the hash of an entry is stamped. */
const entries = ["one", "two", "three"].map((line): Entry => ({
  seq: 0,
  at: "2027-01-01T00:00:00.000Z",
  by: "administrator",
  station: "offline",
  type: "note",
  data: {},
  prev: "",
  hash: sha256Hex(utf8(line)),
}));
const [contoso, fabrikam] = [makeTestAuthority("Contoso"), makeTestAuthority("Fabrikam")];
const pinned = [contoso, fabrikam].flatMap(({ root }): readonly Authority[] => {
  const read = readAuthority(root.der);
  return read === null ? [] : [read];
});
const stampedBy = (files: StampFiles): Stamped => ({ record, entries, files });
const empty = stampedBy(new Map());
const HEAD = headImprint(empty).imprint;
const PART = headImprint({ entries: entries.slice(0, 2) }).imprint;
const NOW = new Date("2027-06-01T00:00:00Z");

const answerOf = (by: TestAuthority, imprint: Uint8Array, at: string): Uint8Array =>
  makeAnswer(by.signer, imprint, { at, certificates: certificatesOf(by) });
/** A record's timestamps with one more, as `sd timestamp add` keeps it. */
const added = (stamped: Stamped, answer: Uint8Array): Stamped =>
  stampedBy(new Map([...stamped.files, [placeOf(stamped, answer), answer]]));
const codesOf = (stamped: Stamped, now = NOW): readonly (string | null)[] =>
  checkStamps(stamped, pinned, now).map(({ refusal }) => refusal?.code ?? null);
const shownOn = (stamped: Stamped, now: Date): readonly string[] =>
  timesOf(checkStamps(stamped, pinned, now), entries.length).map(
    ({ stamp, witnessed }) =>
      `${witnessed.latest.toISOString()} ${witnessed.authority} ${stamp.file}`,
  );

describe("timestamps of a head", () => {
  it("show when the record existed at the latest, by each authority, the earliest first", () => {
    const all = [
      answerOf(fabrikam, HEAD, "2027-01-02T00:00:00Z"),
      answerOf(contoso, HEAD, "2027-01-01T00:00:00Z"),
      answerOf(contoso, HEAD, "2027-01-03T00:00:00Z"),
    ].reduce(added, empty);
    expect([...all.files.keys()]).toEqual(["1-1.tsr", "1-2.tsr", "1-3.tsr"]);
    expect(shownOn(all, NOW)).toEqual([
      "2027-01-01T00:00:00.000Z Contoso Root 1-2.tsr",
      "2027-01-02T00:00:00.000Z Fabrikam Root 1-1.tsr",
    ]);
    // Nobody who is not pinned shows a time.
    expect(
      checkStamps(all, pinned.slice(1), NOW).map(({ witnessed }) => witnessed?.authority),
    ).toEqual(["Fabrikam Root", undefined, undefined]);
  });

  it("of a hand-over show the time of what was recorded until then, and not of the whole", () => {
    const part = added(empty, answerOf(contoso, PART, "2027-01-01T00:00:00Z"));
    const [stamp] = checkStamps(part, pinned, NOW);
    expect([stamp?.entries, stamp?.refusal, shownOn(part, NOW)]).toEqual([2, null, []]);
  });

  it("of something else show nothing, and are not kept", () => {
    const foreign = answerOf(
      contoso,
      renewalOf([record]).imprint.subarray(0, 32),
      "2027-01-01T00:00:00Z",
    );
    expect(() => placeOf(empty, foreign)).toThrow("something else than this record");
    const files = new Map([
      ["1-1.tsr", foreign],
      ["1-2.tsr", utf8("no answer")],
      ["note.txt", utf8("a note")],
      ["0-1.tsr", foreign],
    ]);
    expect(codesOf(stampedBy(files))).toEqual(["E-STAMP-UNTRUSTED", "E-STAMP-SHAPE"]);
  });

  it("are kept once, and not after a renewal", () => {
    const first = answerOf(contoso, HEAD, "2027-01-01T00:00:00Z");
    const kept = added(empty, first);
    expect(placeOf(kept, first)).toBe("1-1.tsr");
    const renewal = makeAnswer(contoso.signer, nextRenewal(kept).imprint, {
      imprintHash: "sha512",
      certificates: certificatesOf(contoso),
    });
    const renewed = added(kept, renewal);
    expect([...renewed.files.keys()]).toEqual(["1-1.tsr", "2-1.tsr"]);
    const late = answerOf(fabrikam, HEAD, "2027-01-02T00:00:00Z");
    expect(() => placeOf(renewed, late)).toThrow("have been renewed since");
    expect(() => nextRenewal(empty)).toThrow("no timestamp beside this record");
  });
});

describe("B201 five years of renewals", () => {
  const YEARS = [2027, 2028, 2029, 2030, 2031];
  /** A signer of one year and a half; the last ones are valid longer. */
  const signerOf = (by: TestAuthority, year: number): Party =>
    makeParty(`${by.signer.name} ${String(year)}`, by.middle, {
      from: `${String(year)}-01-01T00:00:00Z`,
      until: year === 2031 ? "2045-12-31T00:00:00Z" : `${String(year + 1)}-07-01T00:00:00Z`,
    });
  const askedOf = (stamped: Stamped, year: number) =>
    year === 2027 ? headImprint(stamped) : nextRenewal(stamped);
  const made = new Map<string, { readonly by: TestAuthority; readonly at: string }>();
  const chain = YEARS.reduce((stamped, year) => {
    const { hash, imprint } = askedOf(stamped, year);
    return [contoso, fabrikam].reduce((before, by) => {
      const at = `${String(year)}-03-01T00:00:00Z`;
      const signer = signerOf(by, year);
      const form = { at, imprintHash: hash, certificates: [signer, by.middle] };
      const answer = makeAnswer(signer, imprint, form);
      made.set(placeOf(before, answer), { by, at });
      return added(before, answer);
    }, stamped);
  }, empty);
  const IN_2041 = new Date("2041-06-01T00:00:00Z");

  const folder = mkdtempSync(join(tmpdir(), "stamps-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("show in 2041 the time of 2027, from the files alone", () => {
    expect([...chain.files.keys()].at(-1)).toBe("5-2.tsr");
    expect(codesOf(chain, IN_2041)).toEqual(Array.from({ length: 10 }, () => null));
    expect(shownOn(chain, IN_2041)).toEqual([
      "2027-03-01T00:00:00.000Z Contoso Root 1-1.tsr",
      "2027-03-01T00:00:00.000Z Fabrikam Root 1-2.tsr",
    ]);
  });

  it("are each good for openssl too, over what sha512sum computes of the same files", () => {
    writeFileSync(join(folder, "record.jsonl"), record);
    for (const [file, bytes] of chain.files) writeFileSync(join(folder, file), bytes);
    for (const [file, { by, at }] of made) {
      const round = Number(file[0]);
      const before = YEARS.slice(0, round - 1).map((_, i) => `$(ls -v ${String(i + 1)}-*.tsr)`);
      const line = `cat record.jsonl ${before.join(" ")} | sha512sum`;
      const said =
        round === 1 ? "" : execFileSync("sh", ["-c", line], { cwd: folder, encoding: "utf8" });
      const imprint = round === 1 ? HEAD : new Uint8Array(Buffer.from(said.slice(0, 128), "hex"));
      const bytes = chain.files.get(file) ?? new Uint8Array();
      expect([file, isGoodForOpenssl(bytes, imprint, by.root.pem, new Date(at))]).toEqual([
        file,
        true,
      ]);
    }
  });

  it.each([
    ["a year's renewals are missing", (round: number) => (round === 3 ? null : round)],
    ["only the first are there", (round: number) => (round === 1 ? 1 : null)],
  ] as const)("show no time of before if %s", (_, kept) => {
    const files = new Map([...chain.files].filter(([file]) => kept(Number(file[0])) !== null));
    const shown = shownOn(stampedBy(files), IN_2041);
    expect(shown.some((line) => line.startsWith("2027") || line.startsWith("2028"))).toBe(false);
  });

  it("show nothing once the last certificates have ended", () => {
    const later = new Date("2046-06-01T00:00:00Z");
    expect(shownOn(chain, later)).toEqual([]);
    expect(new Set(codesOf(chain, later))).toEqual(new Set(["E-STAMP-AGED"]));
  });

  it("show nothing of before a timestamp that was changed after it was renewed", () => {
    const changed = (chain.files.get("1-2.tsr") ?? new Uint8Array()).map((byte, i) =>
      i === 8 ? 1 : byte,
    );
    const files = new Map([...chain.files, ["1-2.tsr", changed]]);
    // It is valid by itself, but no renewal is about it.
    expect(codesOf(stampedBy(files), NOW).slice(0, 2)).toEqual([null, null]);
    expect(shownOn(stampedBy(files), IN_2041)).toEqual([]);
  });
});
