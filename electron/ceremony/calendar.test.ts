// The calendar file, as a program that is not ours reads it, and as RFC 5545 wants its lines.
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saidIn } from "../text/text.ts";
import { calendarOf } from "./calendar.ts";
import { OBJECTS, OFFICERS, SOUND, troubled } from "./standing.fixture.ts";
import type { Standing } from "./entries/standing.ts";

const PYTHON = "/usr/bin/python3";
const NOW = "2026-03-01T12:34:56.789Z";
const withoutJudge =
  process.env["CI"] !== "true" && spawnSync(PYTHON, ["-c", "import icalendar"]).status !== 0;
const made = (standing: Standing = SOUND, now = NOW) => calendarOf(standing, "PRODUCTION", now);

interface Judged {
  readonly version: string;
  readonly errors: readonly unknown[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

function judge(text: string): Judged {
  const driver = fileURLToPath(new URL("ics.fixture.py", import.meta.url));
  const { stdout, stderr, status } = spawnSync(PYTHON, [driver], { input: text, encoding: "utf8" });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return JSON.parse(stdout) as Judged;
}

describe.skipIf(withoutJudge)("icalendar (needs python3-icalendar)", () => {
  it("reads the next attestation, dry run and key checks, as all-day events", () => {
    const { version, errors, events } = judge(made());
    expect({ version, errors }).toEqual({ version: "2.0", errors: [] });
    expect(events).toHaveLength(5);
    expect(events[0]).toEqual({
      uid: "contoso-hsm-20260503-attestation@security-domain-ceremony",
      summary: "Custody attestation: Contoso-HSM",
      description:
        "Every seal is compared with the last record, at each site, within a quarter of "
        + "the last time. Due on 2026-05-03.",
      start: "2026-05-03",
      end: "2026-05-04",
      stamp: "2026-03-01T12:34:56+00:00",
      alarm: -7 * 86_400,
      errors: [],
    });
    expect(events.slice(1).map(({ summary, start }) => [summary, start])).toEqual([
      ["Dry run of recovery: Contoso-HSM", "2027-02-01"],
      ["Key check of officer 1, Ines Okafor: Contoso-HSM", "2027-02-01"],
      ["Key check of officer 2, Jonas Lind: Contoso-HSM", "2027-02-01"],
      ["Key check of officer 3, Meera Iyer: Contoso-HSM", "2027-02-01"],
    ]);
  });

  it("reads names as they were written, with commas, signs of other scripts, and all", () => {
    const word = 'Żółć; O\\\'Neil, "Jr" \u{1f511} \u0b85\u0bae\u0bcd\u0bae\u0bbe';
    const name = Array.from({ length: 4 }, () => word).join(" ");
    const officers = OFFICERS.map((officer) => ({ ...officer, name }));
    expect(judge(made({ ...SOUND, officers })).events[2]?.["summary"]).toBe(
      `Key check of officer 1, ${name}: Contoso-HSM`,
    );
  });

  it("reads whatever people write without an error, one event for each", () => {
    const texts = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(texts, texts, (hsm, name) => {
        const officers = OFFICERS.map((officer) => ({ ...officer, name }));
        const { errors, events } = judge(made({ ...SOUND, hsm, officers }));
        expect({ errors, events: events.length }).toEqual({ errors: [], events: 5 });
      }),
      { numRuns: 15 },
    );
  });
});

describe("the file", () => {
  it("ends every line with CR LF and folds at 75 octets, never within a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (hsm) => {
        const lines = made({ ...SOUND, hsm }).split("\r\n");
        expect(lines.at(-1)).toBe("");
        for (const line of lines) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  it("contains no seal number and no place", () => {
    for (const { seal, place } of OBJECTS) {
      expect(made()).not.toContain(seal);
      expect(made()).not.toContain(place);
    }
  });

  it("has the same identities whenever it is made, and others once something was done", () => {
    const ids = (text: string) => text.replaceAll("\r\n ", "").match(/UID:.*/g);
    expect(ids(made())).toEqual(ids(made(SOUND, "2026-04-01T00:00:00.000Z")));
    expect(new Set(ids(made())).size).toBe(5);
    const attested = { ...SOUND, attestedAt: "2026-04-01T00:00:00.000Z" };
    expect(ids(made(attested, "2026-04-02T00:00:00.000Z"))?.[0]).not.toBe(ids(made())?.[0]);
  });

  it("has what is overdue today, and says so; what was never done as well", () => {
    const late = made(SOUND, "2026-06-01T00:00:00.000Z").replaceAll("\r\n ", "");
    expect(late).toContain("SUMMARY:Custody attestation: overdue\\, Contoso-HSM");
    expect(late).toContain("DTSTART;VALUE=DATE:20260601");
    const never = made({ ...SOUND, provenAt: "" }).replaceAll("\r\n ", "");
    expect(never).toContain("Never done before.");
    expect(never).toContain("DTSTART;VALUE=DATE:20260301");
  });

  it("names no key check of an officer whose key is in trouble", () => {
    expect(made(troubled({ 2: "left" })).match(/BEGIN:VEVENT/g)).toHaveLength(4);
  });

  it("of a rehearsal says so in every title", () => {
    const titles = calendarOf(SOUND, "REHEARSAL", NOW).match(/SUMMARY:.*/g);
    expect(titles).toHaveLength(5);
    for (const title of titles ?? []) expect(title).toMatch(/^SUMMARY:REHEARSAL: /);
  });

  it("is in the language that is asked for, names and days as they are", () => {
    const late = calendarOf(SOUND, "REHEARSAL", "2026-06-01T00:00:00.000Z", (value) =>
      saidIn("de", value),
    );
    const text = late.replaceAll("\r\n ", "");
    expect(text).toContain("SUMMARY:ÜBUNG: Verwahrungsprüfung: überfällig\\, Contoso-HSM");
    expect(text).toContain(
      "SUMMARY:ÜBUNG: Schlüsselprüfung von Schlüsselinhaber 1\\, Ines Okafor: ",
    );
    expect(text).toContain(" Fällig am 2026-05-03.");
  });
});
