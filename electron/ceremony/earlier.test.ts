// From record to record: what a record says of the one before it is what that one left standing.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import {
  anchoringOf,
  changedByPart,
  checkContinuation,
  continuationOf,
  standingOf,
  type Earlier,
} from "./ceremony.ts";
import { english } from "../text/english.ts";
import type { ChainRecord, Continuation } from "./earlier.ts";
import { digestOf, entriesOf, keyMade, opened, type AnyEvent } from "./record.fixture.ts";

const HEAD = digestOf("head");
const NOTHING_BEFORE = "0".repeat(64);

const recordOf = (prev: string, ...events: readonly AnyEvent[]): ChainRecord => ({
  entries: entriesOf(events.map((event) => ({ station: "offline", event }))).map((entry, i) => ({
    ...entry,
    prev: i === 0 ? prev : "",
  })),
  unvouched: [],
  closedBy: "paper",
});

const before = recordOf(NOTHING_BEFORE, opened(), keyMade(1), keyMade(2));
const left: Earlier = { ...standingOf(before.entries), head: HEAD };
const next = (says: Partial<Earlier> = {}, prev = HEAD, more = {}): ChainRecord =>
  recordOf(prev, opened({ earlier: [{ ...left, ...says }], ...more }));
const atHand = (record: ChainRecord) => (head: string) => (head === HEAD ? record : undefined);
const found = (record: ChainRecord, earlier = before) =>
  inEnglish(continuationOf(record, atHand(earlier)));
const inEnglish = (one: Continuation) =>
  one.kind === "differs" ? { ...one, what: english(one.what) } : one;

describe("a record", () => {
  it("continues none, one that is not at hand, or one as it ended", () => {
    expect(found(before)).toEqual({ kind: "first" });
    expect(continuationOf(next(), () => undefined)).toEqual({ kind: "elsewhere" });
    expect(found(next())).toEqual({ kind: "as-left" });
  });

  it("may lack what early records do not tell, and no more", () => {
    const members = Object.entries(left).filter(([member]) => member !== "last");
    const early = Object.fromEntries(members) as unknown as Earlier;
    expect(found(recordOf(HEAD, opened({ earlier: [early] })))).toEqual({ kind: "as-left" });
    const less = Object.fromEntries(members.slice(1)) as unknown as Earlier;
    expect(found(recordOf(HEAD, opened({ earlier: [less] })))).toMatchObject({ kind: "differs" });
  });

  const last = left.last;
  it.each<readonly [string, Partial<Earlier>]>([
    ["the HSM", { hsm: "Other-HSM" }],
    ["the quorum", { required: 1 }],
    ["the security domain", { domainSha256: digestOf("other") }],
    ["the file of the security domain", { domainFile: "other.json" }],
    [
      "what is known about the officers and their certificates",
      {
        officers: left.officers.map((one) => ({ ...one, signingThumbprint: digestOf("stranger") })),
      },
    ],
    [
      "what is known about the officers and their certificates",
      { officers: left.officers.slice(1) },
    ],
    [
      "the objects in custody",
      { objects: [{ object: "a", seal: "b", place: "c", custodian: "d", seenAt: "" }] },
    ],
    [
      "the hand-offs",
      { handOffs: [{ object: "a", seal: "b", from: "c", to: "d", place: "e", at: "f" }] },
    ],
    ["the groups of officers that were proven", { subsets: [[1, 2]] }],
    ["the day of the last proof", { provenAt: "2026-01-01T00:00:00.000Z" }],
    ["the day of the last attestation", { attestedAt: "2026-01-01T00:00:00.000Z" }],
    ["the day of the last restore drill", { drilledAt: "2026-01-01T00:00:00.000Z" }],
    [
      "the photographs of seals",
      { photographs: [{ object: "a", seal: "b", sha256: "c", at: "2026-01-01T00:00:00.000Z" }] },
    ],
    ["the day of the last dry run", { dryRunAt: "2026-01-01T00:00:00.000Z" }],
    ["the newest full backup", { backup: { container: "a", folder: "b", at: "" } }],
    ["the accepted deviations", { deviations: [{ rule: "a", reason: "b" }] }],
    [
      "the people, program or scripts of the last ceremony",
      last === undefined ? {} : { last: { ...last, people: [] } },
    ],
  ])("is refused where it tells %s otherwise", (what, says) => {
    expect(found(next(says))).toEqual({ kind: "differs", what });
    expect(codeOf(() => checkContinuation(next(says), atHand(before)))).toBe("E-EARLIER-DIFFERS");
  });

  it("is refused if its first entry is chained to another head than it names", () => {
    const what = "the head it names";
    expect(found(next({}, digestOf("other")))).toEqual({ kind: "differs", what });
    expect(found(next({}, NOTHING_BEFORE))).toEqual({ kind: "differs", what });
    expect(found(recordOf(HEAD, opened()))).toEqual({ kind: "differs", what });
  });

  it("is refused after one of the other mode, and after one that was aborted", () => {
    expect(found(next({}, HEAD, { mode: "PRODUCTION" }))).toMatchObject({ kind: "differs" });
    const decidedBy = ["administrator", "witness"];
    const data = { reason: "r", decidedBy, remains: [] };
    const aborted = { ...recordOf(NOTHING_BEFORE, opened(), keyMade(1), keyMade(2)) };
    const ended: ChainRecord = {
      ...aborted,
      entries: [
        ...aborted.entries,
        { ...aborted.entries[0]!, type: "aborted", data, seq: 3, prev: "" },
      ],
    };
    expect(found(next(), ended)).toMatchObject({ what: "that the earlier ceremony was aborted" });
  });

  it("is refused if an available part says otherwise, and foreign text is not repeated", () => {
    const part = recordOf(HEAD, opened());
    const taking = (officer: string): ChainRecord =>
      recordOf(HEAD, opened({ earlier: [left] }), {
        type: "part-taken",
        by: "administrator",
        data: { officer, head: digestOf("part"), closedAt: "", standing: {} },
      });
    const what = (officer: string) => inEnglish(continuationOf(taking(officer), () => part));
    expect(what("officer-3")).toEqual({ kind: "differs", what: "the part of officer-3" });
    const foreign = `officer-3\u009b31m\u202e`;
    expect(what(foreign)).toEqual({ kind: "differs", what: "the part of a custodian" });
  });

  it("is refused if a part opened a test message that was opened before it, or in another part", () => {
    const checked: AnyEvent = {
      type: "key-checked",
      by: "officer-1",
      data: {
        ...{ officer: "officer-1", medium: "m", thumbprint: digestOf("key") },
        challengeSha256: digestOf("challenge"),
      },
    };
    const partOf = (name: string) =>
      recordOf(HEAD, opened({ script: "attestation-part", earlier: [left], clock: name }), checked);
    const parts = { [digestOf("one")]: partOf("one"), [digestOf("two")]: partOf("two") };
    const taking = (...heads: readonly string[]): ChainRecord =>
      recordOf(
        HEAD,
        opened({ earlier: [left] }),
        ...heads.map((head): AnyEvent => {
          const standing = changedByPart(standingOf(parts[head]!.entries), "officer-1", left);
          const data = { officer: "officer-1", head, closed: "on-paper", closedAt: "", standing };
          return { type: "part-taken", by: "administrator", data };
        }),
      );
    const [one, two] = Object.keys(parts) as [string, string];
    const answered = (record: ChainRecord, earlier: ChainRecord | undefined) =>
      inEnglish(continuationOf(record, (head) => (head === HEAD ? earlier : parts[head])));
    expect(answered(taking(one), before)).toEqual({ kind: "as-left" });
    const again = { kind: "differs", what: "that a test message is new" };
    expect(answered(taking(one, two), before)).toEqual(again);
    expect(answered(taking(one, two), undefined)).toEqual(again);
    const earlier = recordOf(NOTHING_BEFORE, opened(), keyMade(1), keyMade(2), checked);
    expect(answered(taking(one), earlier)).toEqual(again);
  });

  it("is refused if it corrects an entry that the earlier record does not have", () => {
    const correcting = (entry: number): ChainRecord =>
      recordOf(HEAD, opened({ earlier: [left] }), {
        type: "exception-noted",
        by: "administrator",
        data: { corrects: { record: HEAD, entry } },
      });
    expect(found(correcting(2))).toEqual({ kind: "as-left" });
    expect(found(correcting(3))).toEqual({ kind: "differs", what: "an entry that it corrects" });
  });

  it("is refused if it does not name a signer for whom nothing vouches", () => {
    const doubted = { ...before, unvouched: ["officer-2"] };
    const what = "that nothing vouches for one of its signers";
    expect(found(next(), doubted)).toEqual({ kind: "differs", what });
    expect(found(next({}, HEAD, { unvouched: ["officer-1"] }), doubted)).toEqual({
      kind: "differs",
      what,
    });
    for (const told of [{ unvouched: ["officer-2"] }, { anchor: "typed" as const }])
      expect(found(next({}, HEAD, told), doubted)).toEqual({ kind: "as-left" });
  });
});

describe("a closed record is anchored", () => {
  const signed = { closedBy: "signatures", unvouched: [] };
  it("by its signatures, or by its head from paper, whatever it lacks", () => {
    expect(anchoringOf(signed, { kind: "first" }, false)).toEqual({ anchor: "signed", lacks: [] });
    expect(anchoringOf(signed, { kind: "as-left" }, false).anchor).toBe("signed");
    const lacking = { closedBy: "paper", unvouched: ["officer-1"] };
    expect(anchoringOf(lacking, { kind: "elsewhere" }, true)).toEqual({
      anchor: "typed",
      lacks: [],
    });
  });

  it("else by nothing, and it is said what it lacks", () => {
    const lacking = { closedBy: "paper", unvouched: ["officer-1"] };
    expect(anchoringOf(lacking, { kind: "elsewhere" }, false)).toEqual({
      anchor: "none",
      lacks: ["paper", "unvouched", "elsewhere"],
    });
    expect(anchoringOf(signed, { kind: "elsewhere" }, false).lacks).toEqual(["elsewhere"]);
  });
});
