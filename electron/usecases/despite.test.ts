// A record that breaks a rule of meaning does not block a ceremony that would be lost: two people
// continue despite it, which is recorded, reported in the minutes, and makes nobody else rely on it.
import { beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { isFault } from "../../crypto/index.ts";
import { PEOPLE } from "../ceremony/record.fixture.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { closedByFirst } from "../meaning/lie.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { rely } from "../meaning/reliance.ts";
import { overruledIn } from "../session/deliver.ts";
import { acceptRefusal } from "./accept-refusal.ts";
import { confirmStep } from "./confirm-step.ts";
import { checkShort } from "./despite.ts";
import { openCeremony } from "./open-ceremony.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import { HSMS, type Stations } from "./stations.fixture.ts";
import { takeOver } from "./take-over.ts";
import { letGo } from "./turn.ts";

beforeAll(() => snapshotOf("recovery", "open"));

const CODE = "E-MEAN-MOMENT";
const TWO = ["administrator", "witness"];
const LATER = new Date(Date.now() + 3_600_000).toISOString();

/** As an earlier version of the app wrote it, whose clock people then set back by an hour. */
const ahead = {
  type: "exception-noted",
  by: "administrator",
  data: {
    expected: "The lift works.",
    happened: "It stood still.",
    decided: "We took the stairs.",
    decidedBy: TWO,
    step: "to-connected",
    decision: "continue",
    notedAt: LATER,
  },
} as const;

/** A recovery whose record has such an entry, on its way to the connected station. */
async function onItsWay(): Promise<Stations> {
  const stations = await stationsAt("recovery", "to-connected");
  stations.offline.record.open!.append([ahead]);
  await stations.act();
  expect(stations.step.id).toBe("at-connected");
  return stations;
}

describe("a take-over", () => {
  it("B179 continues if two people decide so, to the end of the recovery and its evidence", async () => {
    const stations = await onItsWay();
    const { connected } = stations;
    const refused = await takeOver(connected).catch((error: unknown) => error);
    expect(isFault(refused) && [refused.code, refused.overrulable]).toEqual([CODE, true]);
    expect(readRecord(connected.record.folder)?.entries.at(-1)?.type).toBe("handed-over");
    acceptRefusal(connected, { code: CODE, decidedBy: ["witness", "officer-3"] });
    expect(await codeOf(() => takeOver(connected))).toBe("E-ACCEPT-DECISION");
    connected.record.despite = [];
    acceptRefusal(connected, { code: CODE, decidedBy: TWO });
    await stations.act();
    expect(stations.last("refusal-accepted")).toEqual({ code: CODE, decidedBy: TWO });
    while (!stations.state.closed) await stations.act();
    const verdict = verifyRecord(readRecord(stations.offline.record.folder)!.bytes);
    expect(codeOf(() => rely(verdict))).toBe(CODE);
    const despite = overruledIn(verdict.entries);
    const relied = rely(verdict, { despite, head: verdict.head });
    expect(relied.meaning.breaches).toMatchObject([{ code: CODE }]);
    expect(relied.lack).toBe("anchor");
  });

  it("asks again where the power went before the decision was recorded", async () => {
    const stations = await onItsWay();
    const { connected } = stations;
    acceptRefusal(connected, { code: CODE, decidedBy: TWO });
    const writing = { ...connected, notice: () => undefined };
    await takeOver(writing);
    connected.record.open ??= writing.record.open;
    const confirm = () => codeOf(() => confirmStep(connected, "at-connected"));
    expect(stations.state.accepted).toEqual([CODE]);
    // The same without the decision's entry.
    const lost = {
      ...connected.record.open!,
      entries: connected.record.open!.entries.slice(0, -1),
    };
    const journal = connected.record.open!;
    connected.record.open = lost;
    expect(confirm()).toBe(CODE);
    connected.record.open = journal;
    expect(confirm()).toBe("nothing thrown");
    letGo(connected.record);
  });

  it("is never overruled for what is not a rule of meaning", async () => {
    const { connected } = await onItsWay();
    for (const code of ["E-LOG-HASH", "E-SD-WRONG-HSM", "E-LOG-FORK", "E-NOT-A-CEREMONY", ""])
      expect(codeOf(() => acceptRefusal(connected, { code, decidedBy: TWO }))).not.toBe(
        "nothing thrown",
      );
    expect(connected.record.despite ?? []).toEqual([]);
  });
});

describe("an earlier record that fewer officers closed than had to sign", () => {
  const pool = makePool();
  const copy = copyOf(ceremonyOf("activation", pool, 1));
  closedByFirst(copy.drafts, 1);
  const earlier = sealed(copy);

  it("B185 is continued only where two people decide so, and the new record names it", async () => {
    const stations = await stationsAt("recovery", "open");
    const { connected } = stations;
    const request = { hsm: HSMS.recovery, participants: PEOPLE, earlier };
    const opening = () => codeOf(() => openCeremony(connected, request));
    expect(opening()).toBe("E-CLOSED-SHORT");
    expect(connected.record.open).toBeNull();
    acceptRefusal(connected, { code: "E-CLOSED-SHORT", decidedBy: TWO });
    expect(opening()).toBe("nothing thrown");
    expect(stations.last("refusal-accepted")).toEqual({
      code: "E-CLOSED-SHORT",
      decidedBy: TWO,
      record: verifyRecord(earlier).head,
    });
  });

  it("is refused again where they decided about another one", async () => {
    const { connected } = await stationsAt("recovery", "open");
    const other = copyOf(ceremonyOf("activation", pool, 2));
    closedByFirst(other.drafts, 1);
    const opening = (of: Uint8Array) =>
      codeOf(() =>
        openCeremony(connected, { hsm: HSMS.recovery, participants: PEOPLE, earlier: of }),
      );
    expect(opening(sealed(other))).toBe("E-CLOSED-SHORT");
    acceptRefusal(connected, { code: "E-CLOSED-SHORT", decidedBy: TWO });
    expect(opening(earlier)).toBe("E-CLOSED-SHORT");
    expect(connected.record.open).toBeNull();
  });

  it("covers that record alone, whether a ceremony continues it or takes it as a part", async () => {
    const { connected } = await stationsAt("recovery", "open");
    const other = copyOf(ceremonyOf("activation", pool, 3));
    closedByFirst(other.drafts, 1);
    const [one, another] = [earlier, sealed(other)].map((bytes) => rely(verifyRecord(bytes)));
    const refused = (relied = one!) => codeOf(() => checkShort(connected, relied));
    expect(refused()).toBe("E-CLOSED-SHORT");
    acceptRefusal(connected, { code: "E-CLOSED-SHORT", decidedBy: TWO });
    expect(checkShort(connected, one!)).toEqual(["E-CLOSED-SHORT"]);
    expect(refused(another)).toBe("E-CLOSED-SHORT");
    acceptRefusal(connected, { code: "E-CLOSED-SHORT", decidedBy: TWO });
    expect([refused(), refused(another)]).toEqual(["nothing thrown", "nothing thrown"]);
  });

  it("is about no record, and is no decision, where none was refused", async () => {
    const { connected } = await stationsAt("recovery", "open");
    const decision = { code: "E-CLOSED-SHORT", decidedBy: TWO };
    expect(codeOf(() => acceptRefusal(connected, decision))).toBe("E-ACCEPT-NEVER");
  });
});

describe("an earlier record", () => {
  const pool = makePool();
  const activation = ceremonyOf("activation", pool, 1);
  const attested = [...Array(12).keys()]
    .map((seed) => ceremonyOf("attestation", pool, seed, { before: after(activation) }))
    .find(({ drafts }) => draftOf(drafts, "part-taken") !== undefined)!;
  /** A part in it was closed by a clock that ran ahead by an hour. */
  function closedAhead(): Uint8Array {
    const drafted = copyOf(attested);
    const part = draftOf(drafted.drafts, "part-taken")!;
    part.data.closedAt = new Date(part.at + 3_600_000).toISOString();
    return sealed(drafted);
  }
  const opening = (stations: Stations, script = stations.script) =>
    codeOf(() =>
      openCeremony(
        { ...stations.connected, script },
        { hsm: HSMS.recovery, participants: PEOPLE, earlier: closedAhead() },
      ),
    );

  it("B179 that breaks a rule is continued by a recovery where two of its people decide so", async () => {
    const stations = await stationsAt("recovery", "open");
    expect(opening(stations)).toBe(CODE);
    acceptRefusal(stations.connected, { code: CODE, decidedBy: ["witness", "somebody"] });
    expect(opening(stations)).toBe("E-ACCEPT-DECISION");
    expect(stations.connected.record.open).toBeNull();
    stations.connected.record.despite = [];
    acceptRefusal(stations.connected, { code: CODE, decidedBy: TWO });
    expect(opening(stations)).toBe("nothing thrown");
    expect(stations.last("refusal-accepted")).toEqual({ code: CODE, decidedBy: TWO });
    // The recovery's own record means what it says.
    const { entries } = readRecord(stations.connected.record.folder)!;
    expect(
      codeOf(() => rely(verifyRecord(readRecord(stations.connected.record.folder)!.bytes))),
    ).toBe("nothing thrown");
    expect(entries[0]?.type).toBe("opened");
  });
});
