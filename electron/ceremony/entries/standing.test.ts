// What a record leaves standing, and what the next one begins with.
import { describe, expect, it } from "vitest";
import { fold, standingOf, type Earlier, type EventData, type Standing } from "../ceremony.ts";
import {
  custodyOf,
  digestOf,
  entriesOf,
  keyMade,
  opened,
  type AnyEvent,
} from "../record.fixture.ts";
import { SOUND } from "../standing.fixture.ts";

const AT = "2026-01-31T09:00:00.000Z";
const entries = (...events: readonly AnyEvent[]) =>
  entriesOf(events.map((event) => ({ station: "offline" as const, event })));
const earlier: Earlier = { ...SOUND, head: digestOf("head") };
/** The standing after these events, from a complete custody. */
const after = (...events: readonly AnyEvent[]): Standing =>
  standingOf(entries(opened({ earlier: [earlier] }), ...events));
const event = <Type extends keyof EventData>(type: Type, data: EventData[Type]): AnyEvent => ({
  type,
  by: "administrator",
  data,
});

const seal = (object: string, change: object = {}) => {
  const known = SOUND.objects.find((one) => one.object === object)!;
  return {
    object,
    expected: known.seal,
    found: known.seal,
    condition: "intact" as const,
    place: known.place,
    custodian: known.custodian,
    ...change,
  };
};
const checked = (...seals: readonly ReturnType<typeof seal>[]): AnyEvent =>
  event("seals-checked", { officer: "officer-2", seals });
const troubleOf = (standing: Standing, seat: number) => standing.officers[seat - 1]?.trouble;

describe("a first ceremony", () => {
  const proven = event("quorum-proven", {
    domainSha256: digestOf("domain"),
    required: 2,
    entries: 1,
    subsets: [[1, 2]],
    media: [
      { medium: "m", label: "transfer", name: "C-SD.json", size: 1, sha256: digestOf("domain") },
    ],
  });

  it("leaves officers with the names of their files, and the domain that was proven", () => {
    const standing = standingOf(entries(opened(), keyMade(2), keyMade(1), proven));
    expect(standing).toMatchObject({
      hsm: "Contoso-HSM",
      required: 2,
      domainSha256: digestOf("domain"),
      domainFile: "C-SD.json",
      subsets: [[1, 2]],
      provenAt: AT,
      attestedAt: "",
      drilledAt: "",
    });
    expect(
      standing.officers
        .map(({ officer, name, thumbprint, keyOpenedAt }) => [
          officer,
          name,
          thumbprint,
          keyOpenedAt,
        ])
        .slice(0, 2),
    ).toEqual([
      ["officer-1", "Ines Okafor", digestOf("officer-1"), AT],
      ["officer-2", "Jonas Lind", digestOf("officer-2"), AT],
    ]);
  });

  it("leaves nothing that the next first entry could not contain", () => {
    const standing = standingOf(
      entries(
        opened(),
        keyMade(1),
        proven,
        event("custody-recorded", { objects: custodyOf(["officer-1 medium"]) }),
      ),
    );
    const next = entries(opened({ earlier: [{ ...standing, head: digestOf("head") }] }));
    expect(fold(next).standing.objects).toEqual(standing.objects);
    expect(standingOf(next)).toEqual({ ...standing, officers: standing.officers });
  });
});

describe("a later ceremony", () => {
  it("leaves all that it says nothing of, early members and late ones", () => {
    const late = {
      commitment: digestOf("commitment"),
      dryRunAt: AT,
      photographs: [{ object: "officer-1 medium", seal: "S", sha256: digestOf("photo"), at: AT }],
    };
    const known = { ...earlier, ...late };
    const { last, officers, ...left } = standingOf(entries(opened({ earlier: [known] })));
    const { head: _, last: __, officers: ___, ...said } = known;
    expect(left).toEqual({ ...said, hsm: left.hsm, required: left.required });
    expect([last.at, officers.length]).toEqual([AT, known.officers.length]);
  });
});

describe("a seal that was compared", () => {
  it("and is as it was left moves nothing but its date", () => {
    const standing = after(checked(seal("officer-2 medium"), seal("officer-2 backup medium")));
    expect(troubleOf(standing, 2)).toBe("");
    expect(standing.officers[1]?.sealsSeenAt).toBe(AT);
    expect(standing.objects.find(({ object }) => object === "officer-2 medium")).toEqual({
      ...SOUND.objects.find(({ object }) => object === "officer-2 medium")!,
      seenAt: AT,
    });
  });

  it.each([
    ["broken", { condition: "broken" }, "seal-broken"],
    ["of another number", { found: "S999" }, "seal-broken"],
    ["gone with its medium", { condition: "missing", found: "" }, "lost"],
  ] as const)("and is %s is a trouble of that officer alone", (_, change, trouble) => {
    const standing = after(checked(seal("officer-2 medium", change)));
    expect([1, 2, 3].map((seat) => troubleOf(standing, seat))).toEqual(["", trouble, ""]);
  });

  it("of a card or an envelope is no trouble of the key", () => {
    const standing = after(checked(seal("officer-2 card", { found: "S999" })));
    expect(troubleOf(standing, 2)).toBe("");
  });
});

describe("a key that opens a challenge", () => {
  const opens = event("key-checked", {
    officer: "officer-2",
    medium: "m",
    thumbprint: digestOf("t"),
    challengeSha256: digestOf("c"),
  });
  const trouble = (what: "damaged" | "seal-broken"): AnyEvent =>
    event("trouble-reported", {
      officer: "officer-2",
      trouble: what,
      happened: "it fell",
      decidedBy: ["witness", "officer-1"],
    });

  it("is neither damaged nor forgotten any more", () => {
    const standing = after(trouble("damaged"), opens);
    expect(standing.officers[1]).toMatchObject({ trouble: "", keyOpenedAt: AT });
  });

  it("does not repair a seal that was broken", () => {
    expect(troubleOf(after(trouble("seal-broken"), opens), 2)).toBe("seal-broken");
  });
});

describe("custody", () => {
  it("continues with what was recorded again, and forgets hand-offs from before that", () => {
    const handed = event("object-handed-off", {
      object: "transfer medium",
      seal: "S112",
      from: "Asha Rao",
      to: "Nina Falk",
      place: "Goa",
    });
    const moved = after(handed);
    expect(moved.objects.find(({ object }) => object === "transfer medium")).toMatchObject({
      custodian: "Nina Falk",
      place: "Goa",
      seenAt: AT,
    });
    expect(moved.handOffs).toHaveLength(1);
    const objects = [{ object: "transfer medium", seal: "T1", place: "Pune", custodian: "W" }];
    const again = after(handed, event("custody-recorded", { objects }));
    expect(again.handOffs).toEqual([]);
    expect(again.objects.filter(({ object }) => object === "transfer medium")).toEqual([
      { ...objects[0], seenAt: AT },
    ]);
    expect(again.objects).toHaveLength(SOUND.objects.length);
  });

  it("no longer has what was destroyed", () => {
    const objects = [{ object: "officer-3 medium", seal: "S108", how: "shredded" }];
    const gone = after(event("objects-destroyed", { objects }));
    expect(gone.objects.map(({ object }) => object)).not.toContain("officer-3 medium");
  });

  it("takes from an officer's part that officer and what was seen there, and no more", () => {
    const his = { ...SOUND.officers[1]!, trouble: "forgotten" as const };
    const seen = { ...SOUND.objects[4]!, seal: "NEW", seenAt: AT };
    const standing = after(
      event("part-taken", {
        officer: "officer-2",
        head: digestOf("p"),
        closed: "signed",
        closedAt: AT,
        standing: { officers: [his], objects: [seen], handOffs: [] },
      }),
    );
    expect(standing.officers).toEqual([SOUND.officers[0], his, SOUND.officers[2]]);
    expect(standing.objects).toEqual(
      SOUND.objects.map((one) => (one.object === seen.object ? seen : one)),
    );
  });

  it("is attested, and its backup named, with their dates", () => {
    const standing = after(
      event("backup-named", { container: "c", folder: "f", takenAt: "2026-01-30" }),
      event("custody-attested", { health: "whole", healthy: [], troubled: [], unseen: [] }),
    );
    expect(standing.attestedAt).toBe(AT);
    expect(standing.backup).toEqual({
      container: "c",
      folder: "f",
      at: "2026-01-30T00:00:00.000Z",
    });
  });
});
