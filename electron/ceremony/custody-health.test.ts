// Custody health: what a recovery could count on today, and what is due when.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { custodyHealth } from "./custody-health.ts";
import { DONE_AT, moved, OFFICERS, SOUND, troubled } from "./standing.fixture.ts";
import type { Standing, Trouble } from "./entries/standing.ts";

const SOON = "2026-03-01T00:00:00.000Z";
const levelOf = (standing: Standing, now = SOON) => custodyHealth(standing, now).level;

describe("the custody as a whole", () => {
  it("is whole with every officer healthy, both copies of the domain and nothing late", () => {
    expect(custodyHealth(SOUND, SOON)).toMatchObject({
      level: "whole",
      healthy: 3,
      all: 3,
      required: 2,
      domainCopies: 2,
    });
  });

  it.each<Trouble>(["lost", "damaged", "left", "forgotten", "seal-broken"])(
    "is degraded by one key that is %s, and by a second one recovery would fail",
    (trouble) => {
      expect(custodyHealth(troubled({ 2: trouble }), SOON)).toMatchObject({
        level: "degraded",
        healthy: 2,
      });
      expect(levelOf(troubled({ 2: trouble, 3: trouble }))).toBe("would-fail");
    },
  );

  it("is degraded with one copy of the domain, and without any recovery would fail today", () => {
    const one = moved("transfer medium", null);
    expect(levelOf(one)).toBe("degraded");
    const none = one.objects.filter(({ object }) => object !== "domain copy medium");
    expect(custodyHealth({ ...one, objects: none }, SOON)).toMatchObject({
      level: "would-fail",
      healthy: 3,
      domainCopies: 0,
    });
  });

  it("is measured by the quorum: with three required, one trouble is enough", () => {
    expect(levelOf({ ...troubled({ 1: "left" }), required: 3 })).toBe("would-fail");
  });
});

describe("a day on record that is still to come", () => {
  const AHEAD = "2036-03-01T00:00:00.000Z";
  const later = { ...SOUND, attestedAt: AHEAD, dryRunAt: AHEAD };

  it("counts as not done: what is due goes by the days that have been", () => {
    const health = custodyHealth(later, SOON);
    expect(health).toMatchObject({ level: "degraded", aheadAt: AHEAD });
    const sound = custodyHealth(SOUND, SOON);
    expect([health.attestation, health.dryRun]).toEqual([sound.attestation, sound.dryRun]);
    expect(
      custodyHealth(later, "2027-06-01T00:00:00.000Z").attestation.overdueDays,
    ).toBeGreaterThan(300);
  });

  it("and nothing before it: it is due now, and not in ten years", () => {
    const officers = SOUND.officers.map((one) => ({
      ...one,
      keyOpenedAt: AHEAD,
      sealsSeenAt: AHEAD,
    }));
    const never = { ...later, officers, provenAt: AHEAD, drilledAt: AHEAD };
    const { attestation, dryRun, officers: keys, level } = custodyHealth(never, SOON);
    const due = [attestation, dryRun, ...keys.map(({ keyCheck }) => keyCheck)];
    expect(due).toEqual(due.map(() => ({ at: "", overdueDays: 0 })));
    expect(level).toBe("degraded");
  });

  it("is none by a clock that is a few hours behind", () => {
    const now = new Date(Date.parse(SOUND.provenAt) - 20 * 3_600_000).toISOString();
    expect(custodyHealth(SOUND, now)).not.toHaveProperty("aheadAt");
  });
});

describe("the next attestation", () => {
  it("is due 91 days after the proof, and that day it is not overdue yet", () => {
    expect(custodyHealth(SOUND, "2026-05-03T23:59:59.999Z")).toMatchObject({
      level: "whole",
      attestation: { at: "2026-05-03T10:00:00.000Z", overdueDays: 0 },
    });
    expect(custodyHealth(SOUND, "2026-05-04T00:00:00.000Z")).toMatchObject({
      level: "degraded",
      attestation: { overdueDays: 1 },
    });
    expect(custodyHealth(SOUND, "2026-05-15T00:00:00.000Z").attestation.overdueDays).toBe(12);
  });

  it("is due 91 days after the last attestation where there was one", () => {
    const attested = { ...SOUND, attestedAt: "2026-05-01T08:00:00.000Z" };
    const now = "2026-05-02T00:00:00.000Z";
    expect(custodyHealth(attested, now).attestation.at).toBe("2026-07-31T08:00:00.000Z");
  });

  it("is due at once if nothing was ever proven or attested, or a date is missing", () => {
    for (const provenAt of ["", "some day"]) {
      const health = custodyHealth({ ...SOUND, provenAt }, SOON);
      expect(health).toMatchObject({ level: "degraded", attestation: { at: "", overdueDays: 0 } });
    }
  });
});

describe("the next dry run", () => {
  const dryRunOf = (change: Partial<Standing>, now = SOON) =>
    custodyHealth({ ...SOUND, ...change }, now).dryRun;

  it("is due 365 days after the last one, a recovery, or the proof, whichever was last", () => {
    expect(dryRunOf({}).at).toBe("2027-02-01T10:00:00.000Z");
    const drilledAt = "2026-02-11T10:00:00.000Z";
    expect(dryRunOf({ drilledAt }).at).toBe("2027-02-11T10:00:00.000Z");
    const dryRunAt = "2026-02-21T10:00:00.000Z";
    expect(dryRunOf({ drilledAt, dryRunAt }).at).toBe("2027-02-21T10:00:00.000Z");
    expect(dryRunOf({ drilledAt: dryRunAt, dryRunAt: drilledAt }).at).toBe(
      "2027-02-21T10:00:00.000Z",
    );
  });

  it("degrades the custody by being late, and by nothing before", () => {
    const now = "2027-02-02T00:00:00.000Z";
    const officers = OFFICERS.map((officer) => ({ ...officer, keyOpenedAt: now }));
    const seen = { ...SOUND, officers, attestedAt: now };
    expect(custodyHealth(seen, "2027-02-01T23:59:59.000Z").level).toBe("whole");
    expect(custodyHealth(seen, now)).toMatchObject({
      level: "degraded",
      dryRun: { overdueDays: 1 },
    });
    expect(levelOf({ ...seen, dryRunAt: now }, now)).toBe("whole");
  });
});

describe("an officer's key", () => {
  it("must open 365 days after it last did, and late it degrades the custody", () => {
    const early = "2025-02-10T00:00:00.000Z";
    const officers = OFFICERS.map((officer, i) =>
      i === 1 ? { ...officer, keyOpenedAt: early } : officer,
    );
    const health = custodyHealth({ ...SOUND, officers }, SOON);
    expect(health.level).toBe("degraded");
    expect(health.officers.map(({ keyCheck }) => keyCheck)).toEqual([
      { at: "2027-02-01T10:00:00.000Z", overdueDays: 0 },
      { at: "2026-02-10T00:00:00.000Z", overdueDays: 19 },
      { at: "2027-02-01T10:00:00.000Z", overdueDays: 0 },
    ]);
  });

  it("that never opened anything is due now", () => {
    const officers = OFFICERS.map((officer) => ({ ...officer, keyOpenedAt: "" }));
    const health = custodyHealth({ ...SOUND, officers }, SOON);
    expect(health.level).toBe("degraded");
    expect(health.officers[0]).toMatchObject({ seat: 1, keyCheck: { at: "" } });
  });
});

it("never gets better by waiting, nor by one more trouble", () => {
  const rank = { whole: 0, degraded: 1, "would-fail": 2 } as const;
  const trouble = fc.constantFrom<Trouble>("", "lost", "left", "seal-broken");
  fc.assert(
    fc.property(
      fc.record({ 1: trouble, 2: trouble, 3: trouble }),
      fc.constantFrom(1, 2, 3),
      fc.nat(1000),
      fc.nat(1000),
      (troubles, seat, days, more) => {
        const at = (after: number) =>
          new Date(Date.parse(DONE_AT) + after * 86_400_000).toISOString();
        const before = rank[levelOf(troubled(troubles), at(days))];
        expect(rank[levelOf(troubled(troubles), at(days + more))]).toBeGreaterThanOrEqual(before);
        expect(
          rank[levelOf(troubled({ ...troubles, [seat]: "lost" }), at(days))],
        ).toBeGreaterThanOrEqual(before);
      },
    ),
  );
});
