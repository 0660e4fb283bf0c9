// A hand-off as `sd rehearse` plays it, and what its use cases refuse: seals that differ, moves
// that the rules of custody forbid, and people who have not said so.
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  recordedGaps,
  standingOf,
  type HandOffRequest,
  type RecordEntry,
  type Standing,
} from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { checkSeals, type SealsRequest } from "../usecases/check-seals.ts";
import { choose } from "../usecases/choose.ts";
import { confirmStep } from "../usecases/confirm-step.ts";
import type { Deps } from "../usecases/deps.ts";
import { handOff } from "../usecases/hand-off.ts";
import { journalOf } from "../usecases/turn.ts";
import { ceremoniesIn } from "./ceremonies.fixture.ts";

const { afterActivation, begun, recordIn, rehearse, standingIn } = ceremoniesIn("hand-off");
const objectIn = (standing: Standing, object: string) =>
  standing.objects.find((one) => one.object === object)!;

beforeAll(async () => {
  await afterActivation();
});

const BACKUP = "officer-1 backup medium";

describe("a rehearsed hand-off", () => {
  it("leaves one object with another custodian and place, and its seal as it was", async () => {
    const played = await rehearse("hand-off", "first");
    expect(played.code, played.errors).toBe(0);
    const [before, after] = ["activation", "first"].map(standingIn) as [Standing, Standing];
    expect(objectIn(after, BACKUP)).toMatchObject({
      custodian: "Priya Nair",
      place: "Site C, bank vault",
      seal: objectIn(before, BACKUP).seal,
    });
    const others = ({ objects }: Standing) => objects.filter(({ object }) => object !== BACKUP);
    expect(others(after)).toEqual(others(before));
    expect(after.officers).toEqual(before.officers);
    expect(after.handOffs).toMatchObject([
      { object: BACKUP, from: "Ines Okafor", to: "Priya Nair", place: "Site C, bank vault" },
    ]);
  });

  it("is closed on paper, continues from the activation, and leaves no gap", () => {
    const { closedBy, entries } = verifyRecord(recordIn("first"));
    expect(closedBy).toBe("paper");
    expect(entries[0]?.prev).toBe(verifyRecord(recordIn("activation")).head);
    expect(recordedGaps(entries)).toEqual([]);
    expect(entries.find(({ type }) => type === "hand-off-acknowledged")?.data).toEqual({
      gave: ["Ines Okafor"],
      took: ["Priya Nair"],
      absent: [],
      decidedBy: [],
    });
  });

  it("is what the next ceremony continues from: seals are expected where they went", async () => {
    const part = await rehearse("attestation-part", "part");
    expect(part.code, part.errors).toBe(0);
    const { entries } = verifyRecord(recordIn("part"));
    expect(entries[0]?.prev).toBe(verifyRecord(recordIn("first")).head);
    const exceptions = entries
      .filter(({ type }) => type === "exception-noted")
      .map(({ data }) => (data as { readonly expected: string }).expected);
    expect(exceptions.filter((expected) => expected.includes("seal"))).toEqual([]);
    expect(recordedGaps(entries)).toEqual([]);
    expect(objectIn(standingIn("part"), BACKUP).custodian).toBe("Priya Nair");
  });

  it("may hand nothing on if that is chosen, and then changes nothing", async () => {
    expect((await rehearse("hand-off", "none", "--choose", "close")).code).toBe(0);
    const [first, none] = ["first", "none"].map(standingIn) as [Standing, Standing];
    expect(none.handOffs).toEqual(first.handOffs);
    expect(objectIn(none, BACKUP).custodian).toBe("Priya Nair");
  });

  it("comes back by another hand-off, and the chain has both", async () => {
    expect((await rehearse("hand-off", "back")).code).toBe(0);
    const back = standingIn("back");
    expect(objectIn(back, BACKUP)).toMatchObject({
      custodian: "Ines Okafor",
      place: "Site B, safe of officer 1",
    });
    expect(back.handOffs.map(({ from, to }) => [from, to])).toEqual([
      ["Ines Okafor", "Priya Nair"],
      ["Priya Nair", "Ines Okafor"],
    ]);
    expect(recordedGaps(verifyRecord(recordIn("back")).entries)).toEqual([]);
  });
});

type Read = SealsRequest["seals"][number];

/** What is read from a bag: as the activation left it, changed. */
function readOf(object: string, change: Partial<Read> = {}): Read {
  const { seal, place, custodian } = objectIn(standingIn("activation"), object);
  return { object, found: seal, condition: "intact", place, custodian, ...change };
}

const isOther = (read: Read): boolean =>
  standingIn("activation").objects.some(({ object }) => object === read.object)
  && JSON.stringify(read) !== JSON.stringify(readOf(read.object));

const TWO = ["administrator", "witness"];
const check = (
  deps: Deps,
  seals: readonly Read[],
  decidedBy: readonly string[] = [],
  accepted = seals.filter(isOther).map(({ object }) => object),
) => codeOf(() => checkSeals(deps, "check-objects", { seals, decidedBy, accepted }));

/** A hand-off in which these objects were compared and are to be handed on. */
async function compared(...seals: readonly Read[]): Promise<Deps> {
  const deps = begun("hand-off");
  expect(check(deps, seals, TWO)).toBe("nothing thrown");
  confirmStep(deps, "check-objects");
  choose(deps, { goTo: "hand-off" });
  confirmStep(deps, "is-one-here");
  return deps;
}

const entriesOf = (deps: Deps): readonly RecordEntry[] => journalOf(deps).entries;
const GIVEN: HandOffRequest = {
  handOffs: [{ object: BACKUP, to: "Priya Nair", place: "Bank, box 7" }],
  said: ["ines okafor ", "Priya Nair"],
  decidedBy: [],
};
const give = (deps: Deps, change: Partial<HandOffRequest> = {}) =>
  codeOf(() => handOff(deps, { ...GIVEN, ...change }));

describe("seals of what is on the table", () => {
  it.each<[string, readonly Read[] | (() => readonly Read[])]>([
    ["nothing", []],
    ["one object twice", () => [readOf(BACKUP), readOf(BACKUP)]],
    ["an object that nobody knows", () => [readOf(BACKUP, { object: "officer-9 medium" })]],
    ["an object that is not there", () => [readOf(BACKUP, { condition: "missing" })]],
    ["a bag without a number", () => [readOf(BACKUP, { found: " " })]],
  ])("are refused of %s", async (_, seals) => {
    expect(check(begun("hand-off"), typeof seals === "function" ? seals() : seals, TWO)).toBe(
      "E-CUSTODY-OBJECT",
    );
  });

  it("that differ are an exception, which two people decide upon, and a gap", async () => {
    const moved = readOf(BACKUP, { place: "The porter's desk", custodian: "The porter" });
    const deps = begun("hand-off");
    expect(check(deps, [moved])).toBe("E-SEALS-CHANGED");
    expect(check(deps, [moved], ["witness", "witness"])).toBe("E-SEALS-CHANGED");
    expect(check(deps, [moved], TWO)).toBe("nothing thrown");
    expect(entriesOf(deps).filter(({ type }) => type === "exception-noted")).toHaveLength(1);
    expect(recordedGaps(entriesOf(deps))).toEqual([
      { object: BACKUP, kind: "custodian", expected: "Ines Okafor", seen: "The porter" },
      {
        object: BACKUP,
        kind: "place",
        expected: "Site B, safe of officer 1",
        seen: "The porter's desk",
      },
    ]);
  });

  it("that are broken are a trouble of that officer's key alone, not seen seals of all they have", async () => {
    const broken = readOf(BACKUP, { condition: "broken" });
    const deps = await compared(broken, readOf("transfer medium"));
    const { officers } = standingOf(entriesOf(deps));
    expect(officers.map(({ trouble }) => trouble)).toEqual(["seal-broken", "", ""]);
    expect(officers.map(({ sealsSeenAt }) => sealsSeenAt)).toEqual(
      standingIn("activation").officers.map(({ sealsSeenAt }) => sealsSeenAt),
    );
  });
});

describe("a hand-off", () => {
  it("goes from who was found to have it, under the number that was found", async () => {
    const deps = await compared(readOf(BACKUP, { found: "X999", custodian: "The porter" }));
    expect(give(deps, { said: ["The porter", "Priya Nair"] })).toBe("nothing thrown");
    const { objects, handOffs } = standingOf(entriesOf(deps));
    expect(handOffs).toMatchObject([{ object: BACKUP, seal: "X999", from: "The porter" }]);
    expect(objects.find(({ object }) => object === BACKUP)).toMatchObject({
      seal: "X999",
      custodian: "Priya Nair",
      place: "Bank, box 7",
    });
  });

  it.each<[string, HandOffRequest["handOffs"]]>([
    ["nothing", []],
    ["what was not compared", [{ object: "transfer medium", to: "P", place: "Q" }]],
    ["an object twice", [...GIVEN.handOffs, ...GIVEN.handOffs]],
    ["nobody", [{ object: BACKUP, to: " ", place: "Bank" }]],
    ["no place", [{ object: BACKUP, to: "Priya Nair", place: "" }]],
    ["what cannot be read on paper", [{ object: BACKUP, to: "Pri\u202eya", place: "Bank" }]],
    [
      "what stays where it is, with other capitals",
      [{ object: BACKUP, to: "INES  Okafor", place: "site b, safe of officer 1" }],
    ],
  ])("of or to %s is refused", async (_, handOffs) => {
    expect(give(await compared(readOf(BACKUP)), { handOffs, said: ["Priya Nair", "P"] })).toBe(
      "E-HANDOFF-OBJECT",
    );
  });

  it("that gives one person two officers' media, or a passphrase to its key, fails", async () => {
    const deps = await compared(readOf(BACKUP), readOf("officer-1 passphrase envelope"));
    const to = (object: string, name: string, place: string) =>
      give(deps, { handOffs: [{ object, to: name, place }], said: ["Ines Okafor", name] });
    expect(to(BACKUP, "Jonas Lind", "Bank")).toBe("E-CUSTODY-HOLDER");
    expect(to("officer-1 passphrase envelope", "Ines Okafor", "SITE A, safe of officer 1")).toBe(
      "E-CUSTODY-APART",
    );
    expect(to("officer-1 passphrase envelope", "Priya Nair", "Bank")).toBe("nothing thrown");
  });

  it("that leaves one person with every copy of the domain is accepted by two, by name", async () => {
    const deps = await compared(readOf("transfer medium"));
    const taken = {
      handOffs: [{ object: "transfer medium", to: "Walter Brandt", place: "Site A, vault" }],
      said: ["Asha Rao", "Walter Brandt"],
    };
    expect(give(deps, { ...taken, decidedBy: TWO })).toBe("E-CUSTODY-RULE");
    const reason = "The other vault is being repaired.";
    expect(give(deps, { ...taken, decidedBy: TWO, reason })).toBe("nothing thrown");
    const noted = entriesOf(deps).filter(({ type }) => type === "exception-noted");
    expect(noted.at(-1)?.data).toMatchObject({
      happened: "Walter Brandt, if lost: every copy of the security domain is lost.",
      decided: reason,
      decidedBy: TWO,
    });
    // Custody has it from now on, and no later ceremony asks again.
    expect(standingOf(entriesOf(deps)).deviations).toContainEqual({ rule: "sites", reason });
  });

  it("waits for the word of who takes", async () => {
    const deps = await compared(readOf(BACKUP));
    expect(give(deps, { said: ["Ines Okafor"], decidedBy: TWO })).toBe("E-HANDOFF-TAKER");
    expect(entriesOf(deps).some(({ type }) => type === "object-handed-off")).toBe(false);
  });

  it("without who hands on is an exception, which two people decide upon", async () => {
    const deps = await compared(readOf(BACKUP));
    expect(give(deps, { said: ["Priya Nair"] })).toBe("E-HANDOFF-GIVER");
    expect(give(deps, { said: ["Priya Nair"], decidedBy: ["witness"] })).toBe("E-HANDOFF-GIVER");
    expect(give(deps, { said: ["Priya Nair"], decidedBy: TWO })).toBe("nothing thrown");
    const last = (type: string) => entriesOf(deps).findLast((entry) => entry.type === type)?.data;
    expect(last("exception-noted")).toMatchObject({ happened: "Ines Okafor is not here." });
    expect(last("hand-off-acknowledged")).toEqual({
      gave: [],
      took: ["Priya Nair"],
      absent: ["Ines Okafor"],
      decidedBy: TWO,
    });
  });
});
