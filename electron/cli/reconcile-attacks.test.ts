// What an attacker writes to keep an alarm of `sd reconcile` silent, and what is said instead.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { requestIdOf } from "../ceremony/ceremony.ts";
import { opened } from "../ceremony/record.fixture.ts";
import type { JsonData } from "../journal/canonical.ts";
import { hashOf, lineOf, NOTHING_BEFORE } from "../journal/entry.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf, UNEVENTFUL, type Ceremony } from "../meaning/ceremony.fixture.ts";
import { sealed, type Draft } from "../meaning/drafts.fixture.ts";
import { HSM, makePool } from "../meaning/pool.fixture.ts";
import { sd, sdJson, temporaryFolder } from "./program.fixture.ts";

const MINUTE = 60_000;
const ME = "d9da5048-2737-4770-bd64-000000000001";
const STRANGER = "11111111-2737-4770-bd64-0123456789ab";

/** A real activation's keys, and a stranger's own. */
const pool = makePool("PRODUCTION");
const strangers = makePool("PRODUCTION", "others");

const kept = (bytes: Uint8Array | string, name = "record.jsonl"): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
};

type Change = Pick<Draft, "type" | "by" | "data"> & { readonly minutes: number };

/** With more entries behind the first of a type, each so many minutes after the one before. */
function withMore(made: Ceremony, type: string, more: readonly Change[]): Ceremony {
  const at = made.drafts.findIndex((draft) => draft.type === type);
  const [before, after] = [made.drafts.slice(0, at + 1), made.drafts.slice(at + 1)];
  let last = before.at(-1)?.at ?? 0;
  const added = more.map(({ minutes, ...change }, i): Draft => {
    last += minutes * MINUTE;
    return { ...change, id: -100 * made.drafts.length - i, station: "connected", at: last };
  });
  const later = after.map((draft) => ({
    ...draft,
    at: draft.at + last - (before.at(-1)?.at ?? 0),
  }));
  const drafts = [...before, ...added, ...later];
  return { ...made, drafts, record: sealed({ drafts, previous: made.previous }) };
}

/** With who signed in before the download, as today's records say. */
const signedIn = (made: Ceremony, id = ME): Ceremony => {
  const data = { way: "browser", tenant: "t", id, name: "Asha Rao" };
  const by = "administrator";
  return withMore(made, "activation-read", [{ type: "signed-in", by, data, minutes: 0 }]);
};

const activation = signedIn(ceremonyOf("activation", pool, 1));
const headOf = ({ record }: Pick<Ceremony, "record">): string => verifyRecord(record).head;
/** Of each signer once: acts are signed as well. */
const cardsOf = ({ record }: Pick<Ceremony, "record">): readonly string[] => {
  const { signatures } = verifyRecord(record);
  return [...new Set(signatures.map(({ officer, certificate }) => `${officer}=${certificate}`))];
};
const beganIn = ({ record }: Pick<Ceremony, "record">): number =>
  Date.parse(verifyRecord(record).entries.find(({ type }) => type === "download-began")!.at);

/** A download as Azure logs it. */
const download = (at: number | string, caller = ME) => ({
  time: typeof at === "string" ? at : new Date(at).toISOString(),
  resourceId: `/SUBSCRIPTIONS/X/PROVIDERS/MICROSOFT.KEYVAULT/MANAGEDHSMS/${HSM}`,
  operationName: "SecurityDomainBackup",
  httpStatusCode: 202,
  callerIpAddress: "203.0.113.66",
  identity: { claim: { objectidentifier: caller } },
  requestUri: `https://${HSM}.managedhsm.azure.net/securitydomain/download?api-version=7.5`,
});
const reconcile = async (events: readonly object[], ...given: readonly string[]) =>
  sd(["reconcile", kept(JSON.stringify(events), "PT1H.json"), "--record", ...given]);

/** An alarm, whatever was given to silence it. */
async function expectAlarm(
  events: readonly object[],
  given: readonly string[],
  says: string,
): Promise<void> {
  const { code, errors, out } = await reconcile(events, ...given);
  expect({ code, alarm: errors.slice(0, 13) }).toEqual({ code: 1, alarm: "E-AUDIT-ALARM" });
  expect(out).toContain("ALARM, in no record: security domain downloaded");
  expect(out).toContain(says);
}

describe("a stranger's download is an alarm, though a record is given (B171)", () => {
  it("of a few lines that nobody signed: what sd verify refuses is refused", async () => {
    let prev = NOTHING_BEFORE;
    const began = { type: "download-began", data: { required: 2, thumbprints: [] } };
    const first = opened({ mode: "PRODUCTION", hsm: HSM });
    const lines = [first, began].map(({ type, data }, seq) => {
      const entry = {
        ...{ at: "2031-03-12T02:14:00.000Z", by: "administrator", station: "connected" },
        ...{ data: data as JsonData, prev, seq, type },
      };
      prev = hashOf(entry);
      return lineOf(entry);
    });
    const record = kept(Buffer.concat(lines));
    expect((await sd(["verify", record])).code).toBe(1);
    const ended = await reconcile([download("2031-03-12T02:14:00Z", STRANGER)], record);
    expect(ended.code).toBe(1);
    expect(ended.out).not.toContain("In record 1");
  });

  it("of a ceremony that is not closed", async () => {
    const { entries } = verifyRecord(activation.record);
    const cut = kept(Buffer.concat(entries.slice(0, -1).map(lineOf)));
    expect((await sd(["verify", cut])).errors).toMatch(/^E-LOG-OPEN/);
    const given = [cut, "--officer", ...cardsOf(activation)];
    await expectAlarm([download(beganIn(activation))], given, "but it is not closed.");
  });

  it.each([
    ["at the connected station, and closed on paper", "read-domain-aloud", "paper"],
    ["at the offline station, and signed", "match-domain", "signatures"],
  ] as const)("of one that was aborted %s", async (_, abortedBefore, closedBy) => {
    const happening = { ...UNEVENTFUL, abortedBefore };
    for (const keys of [strangers, pool]) {
      const aborted = signedIn(ceremonyOf("activation", keys, 2, { happening }), STRANGER);
      expect(verifyRecord(aborted.record).closedBy).toBe(closedBy);
      const given = [kept(aborted.record), "--head", headOf(aborted)];
      expect((await sd(["verify", ...given])).code).toBe(0);
      const event = download(beganIn(aborted), STRANGER);
      await expectAlarm([event], given, "but it was aborted.");
      if (closedBy === "signatures")
        await expectAlarm([event], [...given, "--officer", ...cardsOf(aborted)], "it was aborted.");
    }
  });

  it("of one that is complete, if nothing vouches for it", async () => {
    const theirs = signedIn(ceremonyOf("activation", strangers, 3), STRANGER);
    const event = download(beganIn(theirs), STRANGER);
    await expectAlarm([event], [kept(theirs.record)], "neither its head nor the cards");
    // Cards and heads of another record vouch for that one alone.
    for (const anchor of [
      ["--officer", ...cardsOf(activation)],
      ["--head", headOf(activation)],
    ])
      await expectAlarm(
        [event],
        [kept(theirs.record), kept(activation.record), ...anchor],
        "Record 1, entry",
      );
  });

  it("by another caller, ten minutes after a second download of our own", async () => {
    const data = { reason: "The HSM is still waiting: the call did not count.", decidedBy: [] };
    const { data: asked } = activation.drafts.find(({ type }) => type === "download-began")!;
    const twice = withMore(activation, "download-began", [
      { type: "download-again-decided", by: "app", data, minutes: 1 },
      { type: "download-began", by: "administrator", data: asked, minutes: 19 },
    ]);
    const given = [kept(twice.record), "--head", headOf(twice)];
    const began = verifyRecord(twice.record).entries.filter((one) => one.type === "download-began");
    const [first, second] = began.map(({ at }) => Date.parse(at)) as [number, number];
    const own = [download(first), download(second)];
    expect(await reconcile(own, ...given)).toMatchObject({ code: 0, errors: "" });
    for (const at of [second, second + 10 * MINUTE])
      await expectAlarm([download(first), download(at, STRANGER)], given, "by 11111111");
    await expectAlarm(
      [download(first), download(second + 1, STRANGER)],
      given,
      "records one in these minutes, but not for this caller.",
    );
    // Ours ten minutes later is none of the two: the answer to the second had come by then.
    await expectAlarm([download(first), download(second + 10 * MINUTE)], given, "ALARM");
  });

  it("by the administrator's own second request, where Azure's log has the ids of ours", async () => {
    const { entries } = verifyRecord(activation.record);
    const began = entries.find(({ type }) => type === "download-began")!;
    const ours = {
      ...download(beganIn(activation) + 2000),
      correlationId: requestIdOf(began.hash),
    };
    const theirs = { ...download(beganIn(activation)), correlationId: STRANGER };
    const given = [kept(activation.record), "--head", headOf(activation)];
    const ended = await reconcile([ours], ...given);
    expect(ended).toMatchObject({ code: 0, errors: "" });
    expect(ended.out).toContain("Not compared: address.\n");
    await expectAlarm([ours, theirs], given, "in these minutes, but by another request.");
  });

  it("in the same minute as ours, and of the same record given twice", async () => {
    const at = beganIn(activation);
    const both = [download(at), download(at + 1000)];
    const vouched = ["--head", headOf(activation)];
    const [record, copy] = [kept(activation.record), kept(activation.record)];
    for (const records of [[record], [record, copy]])
      await expectAlarm(both, [...records, ...vouched], "but explains another operation.");
  });

  it("of another HSM, of another operation, and of a rehearsal's record", async () => {
    const vouched = [kept(activation.record), "--head", headOf(activation)];
    const event = download(beganIn(activation));
    const elsewhere = { ...event, resourceId: "/managedHSMs/Other" };
    const fetched = { ...event, requestUri: event.requestUri.replace("download", "upload") };
    for (const other of [elsewhere, fetched])
      expect((await reconcile([other], ...vouched)).errors).toMatch(/^E-AUDIT-ALARM/);
    const rehearsed = ceremonyOf("activation", makePool(), 1);
    const given = [kept(rehearsed.record), "--head", headOf(rehearsed)];
    const real = [download(beganIn(rehearsed))];
    await expectAlarm(real, given, "it is from a REHEARSAL, and --rehearsal was not given.");
    expect((await reconcile(real, ...given, "--rehearsal")).code).toBe(0);
    expect((await reconcile([event], ...vouched, "--rehearsal")).errors).toMatch(/^E-USAGE/);
  });
});

describe("a record that decides", () => {
  it("is vouched for by its signers' cards, or by its head, in words or digits", async () => {
    const record = kept(activation.record);
    const log = kept(JSON.stringify([download(beganIn(activation))]), "PT1H.json");
    const { result } = await sdJson(["verify", record]);
    const { words } = result["head"] as { readonly words: string };
    for (const [anchor, by] of [
      [["--officer", ...cardsOf(activation)], "cards"],
      [["--head", words], "head"],
      [["--head", ...words.split(" ")], "head"],
      [["--head", headOf(activation), "--head", headOf(activation)], "head"],
    ] as const) {
      const ended = await sdJson(["reconcile", log, "--record", record, ...anchor]);
      expect(ended.result).toMatchObject({
        records: [{ record: 1, lack: null, vouchedBy: by }],
        explained: [{ record: 1, caller: ME, notCompared: ["address", "request"] }],
        unexplained: [],
      });
    }
    // Of two signers nobody knows whose keys they have.
    const two = cardsOf(activation).slice(1);
    await expectAlarm([download(beganIn(activation))], [record, "--officer", ...two], "neither");
  });

  it("vouches for the one that it continues, if that ended as it says", async () => {
    const later = ceremonyOf("dry-run", pool, 4, { before: after(activation) });
    expect(verifyRecord(later.record).closedBy).toBe("signatures");
    const event = download(beganIn(activation));
    const [old, next] = [kept(activation.record), kept(later.record)];
    const { code, out } = await reconcile([event], old, next, "--head", headOf(later));
    expect(code).toBe(0);
    expect(out).toContain("decides: a record that decides continues it as it ended.");
    const other = signedIn(ceremonyOf("activation", strangers, 5));
    await expectAlarm(
      [download(beganIn(other))],
      [kept(other.record), next, "--head", headOf(later)],
      "neither its head nor the cards",
    );
  });

  it("is given with its own heads and cards: those of no record are refused (B172)", async () => {
    const record = kept(activation.record);
    const other = ceremonyOf("activation", strangers, 6);
    const refused = async (...given: readonly string[]) =>
      (await reconcile([download(beganIn(activation))], ...given)).errors.split(":")[0];
    expect(await refused(record, "--head", headOf(other))).toBe("E-LOG-HEAD");
    const two = [record, kept(ceremonyOf("activation", pool, 7).record)];
    expect(await refused(...two, "--head", headOf(other))).toBe("E-HEAD-OTHER");
    expect(await refused(...two, "--officer", ...cardsOf(other))).toBe("E-SIGNER-CARD");
    expect(await refused(record, "--head", "no head")).toBe("E-HEAD-FORM");
    expect(await refused(record, "--officer", "no card")).toBe("E-SIGNER-FORM");
    expect(
      (await sd(["reconcile", kept("[{}]"), "--head", headOf(other)])).errors.split(":")[0],
    ).toBe("E-USAGE");
  });

  it("means what it says: a record of lies is refused, and so is what is no ceremony's", async () => {
    const lying = { ...activation, drafts: structuredClone(activation.drafts) };
    const began = lying.drafts.find(({ type }) => type === "download-began")!;
    began.data = { ...began.data, required: 3 };
    const record = kept(sealed(lying));
    const event = download(beganIn(activation));
    expect((await reconcile([event], record)).errors).toMatch(/^E-MEAN-REQUESTED/);
    const entry = { at: "2031-03-12T02:14:00.000Z", by: "app", data: {}, station: "connected" };
    const line = lineOf({ ...entry, prev: NOTHING_BEFORE, seq: 0, type: "deployment-opened" });
    expect((await reconcile([event], kept(line))).errors).toMatch(/^E-NOT-A-CEREMONY/);
  });
});
