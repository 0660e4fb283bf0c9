// What custody has together that should not be.
import { describe, expect, it } from "vitest";
import { findings } from "./custody-answers.ts";
import { geometryRows, keptOf } from "./geometry.ts";
import { moved, OBJECTS, placed, SOUND } from "./standing.fixture.ts";
import type { Standing } from "./entries/standing.ts";

const found = (standing: Standing) => {
  const kept = keptOf(standing);
  return findings(kept, geometryRows(kept));
};

describe("what is stored together that should not be", () => {
  it("is nothing while every copy is at a site of its own", () => {
    expect(found(SOUND)).toEqual([]);
  });

  it("is every copy of one officer's key, or of the domain, at one site", () => {
    expect(found(placed({ "officer-3 backup medium": "Mumbai, locker" }))).toEqual([
      { kind: "every-key", seats: [3], where: "Mumbai" },
    ]);
    expect(found(placed({ "domain copy medium": "Chennai, basement" }))).toEqual([
      { kind: "every-domain", seats: [], where: "Chennai" },
    ]);
  });

  it("is medium and passphrase of as many officers as the quorum at one site", () => {
    const tempting = placed({ "officer-1 medium": "Goa, safe", "officer-2 medium": "Goa, safe" });
    expect(found(tempting)).toEqual([
      { kind: "keys-with-passphrases", seats: [1, 2], where: "Goa" },
    ]);
    expect(found({ ...tempting, required: 3 })).toEqual([]);
  });

  it("is the media of two officers with one person", () => {
    expect(found(moved("officer-2 backup medium", { custodian: "INES okafor" }))).toEqual([
      { kind: "holder", seats: [1, 2], where: "Ines Okafor" },
    ]);
  });

  it("is an envelope in the place of its medium", () => {
    expect(found(moved("officer-3 passphrase envelope", { place: "mumbai, SAFE" }))).toEqual([
      { kind: "envelope", seats: [3], where: "mumbai, SAFE" },
    ]);
  });

  it("is an officer of whose media nothing is known", () => {
    const objects = OBJECTS.filter(({ object }) => !object.startsWith("officer-3"));
    expect(found({ ...SOUND, objects })).toEqual([{ kind: "unknown", seats: [3], where: "" }]);
  });
});
