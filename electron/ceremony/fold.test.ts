// The fold over a record: what it comes to, and which records are not ours.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../crypto/index.ts";
import { fold, view, type EventData, type State } from "./ceremony.ts";
import {
  closingOf,
  digestOf,
  entriesOf,
  keyMade,
  opened,
  played,
  RECOVERY,
  SCRIPT,
  signedBy,
  type AnyEvent,
  type Placed,
} from "./record.fixture.ts";

const offline = (...events: readonly AnyEvent[]): readonly Placed[] =>
  events.map((event) => ({ station: "offline", event }));
const whole = played(SCRIPT, SCRIPT.steps.length);
const unclosed = played(SCRIPT, SCRIPT.steps.length - 1);
const begun = [...unclosed, ...offline({ type: "step-began", by: "app", data: { step: "close" } })];
const note: AnyEvent = {
  type: "exception-noted",
  by: "administrator",
  data: { expected: "quiet", happened: "a bell", decided: "go on", decidedBy: ["administrator"] },
};

/** How the fold of a record ends. */
function foldOf(placed: readonly Placed[]): State | string {
  try {
    return fold(entriesOf(placed));
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}

describe("the fold", () => {
  it("of nothing is a ceremony that is not open", () => {
    expect(fold([])).toMatchObject({ opened: null, done: [], closed: false });
  });

  it("of a whole ceremony has each step of the script done, in order, and is closed", () => {
    expect(fold(entriesOf(whole))).toMatchObject({
      closed: true,
      began: null,
      done: SCRIPT.steps.map(({ id }) => id),
      station: "offline",
      signed: ["officer-1", "officer-2", "officer-3"],
    });
  });

  it("knows an officer's key, and where its thumbprint was confirmed", () => {
    const { officers, signers } = fold(entriesOf(whole));
    expect(officers["officer-2"]).toMatchObject({
      confirmedAt: ["offline", "connected"],
      made: { thumbprint: digestOf("officer-2") },
    });
    expect(signers).toEqual({ "officer-1": "PEM", "officer-2": "PEM", "officer-3": "PEM" });
  });

  it("knows a proof with the digests of what was opened, and one of before there were any", () => {
    const media = [{ medium: "m", label: "transfer", name: "sd", size: 1, sha256: digestOf("sd") }];
    const proof = {
      domainSha256: digestOf("sd"),
      required: 2,
      entries: 1,
      subsets: [[1, 2]],
      media,
    };
    const proofOf = (data: object) => {
      const event = { type: "quorum-proven", by: "app", data } as AnyEvent;
      const state = foldOf([...begun, ...offline(event)]);
      return typeof state === "string" ? state : state.proof;
    };
    const opened = [{ tag: "hsm_backup", sha256: digestOf("entry") }];
    expect(proofOf(proof)).toEqual(proof);
    expect(proofOf({ ...proof, opened })).toEqual({ ...proof, opened });
    for (const wrong of [[{ tag: "hsm_backup" }], [{ ...opened[0], more: 1 }], "hsm_backup"])
      expect(proofOf({ ...proof, opened: wrong })).toBe("E-STATE-RECORD");
  });

  it.each(["exchange-key-judged", "blob-made"])(
    "takes a %s of before anything was overruled, and " + "one that says what was",
    (type) => {
      const digest = digestOf("file");
      const all = {
        "exchange-key-judged": {
          thumbprint: digest,
          verdict: "not-attested",
          held: [],
          failed: ["signer"],
          mrsigner: "",
          mrenclave: "",
          root: "",
        },
        "blob-made": {
          sha256: digest,
          size: 1,
          exchangeThumbprint: digest,
          domainSha256: digest,
          officers: [],
          files: [],
        },
      };
      const data = all[type as keyof typeof all];
      const foldOfData = (more: object) =>
        foldOf([...begun, ...offline({ type, by: "app", data: { ...data, ...more } })]);
      const known = (more: object) => {
        const state = foldOfData(more);
        return typeof state === "string" ? state : (state.blob ?? state.judged);
      };
      expect(known({})).toEqual(data);
      const overruled = ["E-SD-VERSION"];
      expect(known({ overruled })).toEqual({ ...data, overruled });
      for (const wrong of ["E-SD-VERSION", ["no code"], [1]])
        expect(known({ overruled: wrong })).toBe("E-STATE-RECORD");
    },
  );

  it("knows a step that began and did not end", () => {
    expect(fold(entriesOf(begun))).toMatchObject({ began: "close", closed: false, closing: null });
  });

  it("makes the view, which shows no step once closed", () => {
    const entries = entriesOf(played(SCRIPT, 1));
    const open = view(fold(entries), SCRIPT, entries, "ab", () => ["acrobat"]);
    expect(open).toMatchObject({ done: 1, steps: 23, closed: false, step: { id: "make-key-1" } });
    const closed = view(fold(entriesOf(whole)), SCRIPT, entriesOf(whole), "ab", () => ["acrobat"]);
    expect(closed).toMatchObject({ done: 23, closed: true, step: null, hsm: "Contoso-HSM" });
  });
});

describe("a closing", () => {
  const n = begun.length;
  const [close, ...signatures] = closingOf(n);

  it("is complete with the last signature, in any order", () => {
    const early = foldOf([...begun, ...offline(close!, ...signatures.slice(0, 2))]);
    expect(early).toMatchObject({ closed: false, signed: ["officer-1", "officer-2"] });
    const late = foldOf([...begun, ...offline(close!, ...signatures.toReversed())]);
    expect(late).toMatchObject({ closed: true });
  });

  it("says what was overruled and whether the exchange key is attested, or is of before", () => {
    const closed = (more: object) => {
      const { present, consent } = (close as { data: EventData["closing"] }).data;
      const data = { present, consent: { ...consent, ...more } };
      return foldOf([...begun, ...offline({ ...close!, data })]);
    };
    for (const right of [
      {},
      { exchangeAttested: "", accepted: [] },
      { exchangeAttested: "not-attested", accepted: ["E-SD-VERSION"] },
    ])
      expect(closed(right)).toMatchObject({ closing: { present: expect.any(Array) as unknown } });
    for (const wrong of [{ exchangeAttested: "refused" }, { accepted: ["no code"] }, { more: 1 }])
      expect(closed(wrong)).toBe("E-STATE-RECORD");
  });

  it("is void when anything but a signature follows, and all sign again", () => {
    const voided = [...begun, ...offline(close!, ...signatures.slice(0, 2), note)];
    expect(foldOf(voided)).toMatchObject({
      closed: false,
      closing: null,
      signed: [],
      began: "close",
    });
    const again = [...voided, ...offline(...closingOf(voided.length))];
    expect(foldOf(again)).toMatchObject({ closed: true });
    // A signature over the first closing does not count for the second.
    const mixed = [...voided, ...offline(closingOf(0)[0]!, signatures[0]!)];
    expect(foldOf(mixed)).toMatchObject({ closed: false, closing: null, signed: [] });
  });

  it("is undone when anything follows the last signature", () => {
    expect(foldOf([...whole, ...offline(note)])).toMatchObject({
      closed: false,
      closing: null,
      done: SCRIPT.steps.slice(0, -1).map(({ id }) => id),
    });
  });

  it.each([
    ["of somebody twice", signedBy(1, n)],
    ["of somebody not present", signedBy(4, n)],
    ["over another entry", signedBy(2, n - 1)],
  ])("is void with a signature %s", (_, signature) => {
    expect(foldOf([...begun, ...offline(close!, signatures[0]!, signature)])).toMatchObject({
      closing: null,
      signed: [],
      closed: false,
    });
  });

  it("with nobody present is never complete", () => {
    const nobody = offline(closingOf(n, [])[0]!, signedBy(1, n));
    expect(foldOf([...begun, ...nobody])).toMatchObject({ closed: false });
  });
});

describe("a record that no station of ours writes is refused", () => {
  const first = offline(opened());
  const { confirmation: _, ...early } = opened().data as EventData["opened"];
  const began = (step: string): AnyEvent => ({ type: "step-began", by: "app", data: { step } });
  const done = (step: string): AnyEvent => ({
    type: "step-done",
    by: "administrator",
    data: { step, confirmedBy: "witness" },
  });
  const handed: AnyEvent = {
    type: "handed-over",
    by: "administrator",
    data: { step: "over", to: "connected" },
  };
  it.each<[string, readonly Placed[]]>([
    ["that is not opened", offline(began("open"))],
    [
      "that is opened twice, in the other mode",
      [...first, ...offline(opened({ mode: "PRODUCTION" }))],
    ],
    ["in which a step ends that did not begin", [...first, ...offline(done("open"))]],
    ["in which another step ends", [...first, ...offline(began("open"), done("close"))]],
    [
      "in which another step ends, of those that say of none that it was performed",
      offline({ ...opened(), data: early }, began("open"), done("close")),
    ],
    [
      "in which a step ends twice",
      [...first, ...offline(began("open"), done("open"), done("open"))],
    ],
    ["that closes without a step", [...first, ...offline(closingOf(0)[0]!)]],
    [
      "with an entry of the station that has not the record",
      [...first, { station: "connected", event: began("open") }],
    ],
    [
      "that goes on after it was handed over",
      [...first, ...offline(began("over"), handed, began("open"))],
    ],
    [
      "that is taken over though nobody handed it over",
      [
        ...first,
        ...offline({
          type: "taken-over",
          by: "a",
          data: { step: "s", from: "connected", head: digestOf("") },
        }),
      ],
    ],
    [
      "with a type that we do not know",
      [...first, ...offline({ type: "sung", by: "a", data: {} })],
    ],
    [
      "with a type that all objects have",
      [...first, ...offline({ type: "constructor", by: "a", data: {} })],
    ],
  ])("%s", (_, placed) => {
    expect(foldOf(placed)).toBe("E-STATE-RECORD");
  });
});

describe("an entry with ill-formed data", () => {
  const data = (change: Partial<Record<keyof EventData["key-made"], unknown>>): AnyEvent => ({
    ...keyMade(1),
    data: { ...keyMade(1).data, ...change },
  });
  it.each<[string, AnyEvent]>([
    ["nothing", { type: "key-made", by: "a", data: null }],
    ["a list", { type: "key-made", by: "a", data: [] }],
    ["a text", { type: "key-made", by: "a", data: "made" }],
    ["a member less", { type: "key-opened", by: "a", data: { officer: "officer-1" } }],
    ["a member more", data({ ["passphrase" as "bits"]: "secret" })],
    ["an officer who is none", data({ officer: "__proto__" })],
    ["a digest that is short", data({ thumbprint: "ab" })],
    ["a number that is a text", data({ bits: "2048" })],
    ["a file without a size", data({ files: [{ name: "cert_0.key" }] })],
  ])("that is %s is refused", (_, event) => {
    expect(foldOf([...offline(opened()), ...offline(event)])).toBe("E-STATE-RECORD");
  });

  it("of any kind, anywhere in a record, is folded or refused, and never crashes", () => {
    const records = [whole, played(RECOVERY, RECOVERY.steps.length)];
    const value = fc.oneof(fc.jsonValue(), fc.constant(null), fc.constant({}), fc.constant([]));
    const numbers = fc.tuple(fc.nat(1), fc.nat(), fc.nat());
    fc.assert(
      fc.property(numbers, value, fc.boolean(), ([which, at, member], put, all) => {
        const placed = [...records[which]!];
        const one = placed[at % placed.length]!;
        const names = Object.keys(one.event.data as object);
        const name = names[member % names.length] ?? "none";
        const changed = all ? put : { ...(one.event.data as object), [name]: put };
        placed[at % placed.length] = { ...one, event: { ...one.event, data: changed } };
        const end = foldOf(placed);
        if (typeof end === "string") expect(end).toBe("E-STATE-RECORD");
        else expect(end.opened).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});
