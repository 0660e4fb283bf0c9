// Timestamps beside a record: what they show, for how long, and what renews them. Time in these tests is that
// of the authorities' own answers and of the day that is given; no clock is read.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { renewalOf, utf8 } from "../../crypto/index.ts";
import {
  certificatesOf,
  isGoodForOpenssl,
  makeAnswer,
} from "../../crypto/timestamp-maker.fixture.ts";
import {
  added,
  answerOf,
  chain,
  contoso,
  empty,
  entries,
  fabrikam,
  HEAD,
  made,
  PART,
  pinned,
  record,
  stampedBy,
  YEARS,
} from "./stamps.fixture.ts";
import { checkStamps, nextRenewal, placeOf, timesOf, type Stamped } from "./stamps.ts";

const NOW = new Date("2027-06-01T00:00:00Z");

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
