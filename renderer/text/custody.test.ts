// What the custody screen says: the worst first, each in one plain sentence.
import { describe, expect, it } from "vitest";
import type { CustodyKnown } from "../../electron/bridge/view.ts";
import {
  dueLine,
  findingLine,
  gapLine,
  healthReasons,
  healthTitle,
  healthWord,
  lostLine,
} from "./custody.ts";
import { said } from "./say.ts";

type Health = CustodyKnown["health"];

const done = { at: "2027-05-03T10:00:00.000Z", overdueDays: 0 };
const officerAt = (seat: number, change: Partial<Health["officers"][number]> = {}) => ({
  seat,
  name: `Officer ${seat}`,
  trouble: "" as const,
  sealsSeenAt: "",
  keyOpenedAt: "",
  keyCheck: done,
  isForeign: false,
  ...change,
});
const health = (change: Partial<Health> = {}): Health => ({
  level: "whole",
  healthy: 3,
  all: 3,
  required: 2,
  domainCopies: 2,
  attestation: done,
  dryRun: done,
  officers: [1, 2, 3].map((seat) => officerAt(seat)),
  ...change,
});

describe("the health", () => {
  it("says that a day on record is still to come, and what that means", () => {
    const [reason] = healthReasons(
      health({ level: "degraded", aheadAt: "2036-11-30T10:00:00.000Z" }),
    );
    expect(reason).toMatch(
      /30 November 2036: this computer’s clock is wrong, or .* counts as not done\.$/,
    );
  });

  it("has no reason where it is whole", () => {
    expect(healthTitle(health())).toBe("3 of 3 keys are healthy");
    expect(healthReasons(health())).toEqual([]);
  });

  it("says the worst first: too few keys, the domain, each trouble, what is late", () => {
    const bad = health({
      level: "would-fail",
      healthy: 1,
      domainCopies: 1,
      attestation: { ...done, overdueDays: 12 },
      officers: [
        officerAt(1, { trouble: "lost" }),
        officerAt(2, { keyCheck: { ...done, overdueDays: 1 } }),
        officerAt(3, { trouble: "left" }),
      ],
    });
    expect(healthTitle(bad)).toBe("Recovery would fail today");
    expect(said(healthWord(bad))).toBe("recovery would fail today");
    expect(healthReasons(bad)).toEqual([
      "2 officers must act together, but only 1 key is healthy.",
      "Only one copy of the security domain is on record.",
      "Officer 1, Officer 1: the media are lost.",
      "Officer 3, Officer 3: has left.",
      "The attestation is 12 days overdue.",
      "The key check of officer 2 is 1 day overdue.",
    ]);
  });

  it("says of what was never done that it is due now", () => {
    expect(dueLine({ at: "", overdueDays: 0 })).toBe("now: it was never done");
    expect(dueLine(done)).toBe("3 May 2027");
    expect(dueLine({ ...done, overdueDays: 2 })).toBe("3 May 2027, 2 days overdue");
  });
});

describe("a loss", () => {
  it("names keys and the domain, and nothing if it takes neither", () => {
    expect(lostLine({ lost: [1, 3], domainLost: true })).toBe(
      "the key of officer 1, the key of officer 3 and every copy of the domain would be lost",
    );
    expect(lostLine({ lost: [], domainLost: false })).toBeNull();
  });
});

describe("findings and gaps", () => {
  it("say what it is about, where, and what to do", () => {
    expect(findingLine({ kind: "every-key", seats: [2], where: "Pune" })).toBe(
      "Every copy of officer 2’s key is in Pune. Move one to another site.",
    );
    expect(findingLine({ kind: "keys-with-passphrases", seats: [1, 2, 3], where: "Goa" })).toBe(
      "Media and passphrases of officers 1, 2 and 3 are in Goa: anyone who can open "
        + "that site has a quorum.",
    );
  });

  it("name the object as people do, and both sides of the difference", () => {
    const gap = { object: "officer-2 backup medium", expected: "S1", seen: "S2" };
    expect(gapLine({ ...gap, kind: "seal" })).toBe(
      "Backup medium of officer 2: recorded with seal S1, seen with S2.",
    );
    expect(gapLine({ ...gap, kind: "missing" })).toBe(
      "Backup medium of officer 2: recorded with S1, but not seen.",
    );
  });
});
