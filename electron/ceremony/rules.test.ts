// What may come now, and who must be there: given a record and a step, the code of the refusal.
import { describe, expect, it } from "vitest";
import { codeOf as thrownBy } from "../../crypto/code-of.fixture.ts";
import type { Fault } from "../../crypto/index.ts";
import {
  acceptedPoints,
  fold,
  checkDecision,
  checkKeys,
  checkPeople,
  mayCloseOnPaper,
  mayDownload,
  mayRun,
  mayUpload,
  mayUseExchangeKey,
  nextStep,
  type ExpectedKey,
  type Participant,
  type State,
} from "./ceremony.ts";
import { stepDone } from "./entries/step.ts";
import {
  digestOf,
  entriesOf,
  opened,
  PEOPLE,
  played,
  RECOVERY,
  SCRIPT,
  type AnyEvent,
} from "./record.fixture.ts";

const codeOf = (refusal: Fault | null): string => refusal?.code ?? "may run";
const after = (count: number) => fold(entriesOf(played(SCRIPT, count)));
/** How many steps of the activation come before the one of this id. */
const before = (id: string): number => SCRIPT.steps.findIndex((step) => step.id === id);

it("may be closed on paper by two or more who are in the room, each named once", () => {
  const state = after(1);
  const mayClose = (...present: readonly string[]) => codeOf(mayCloseOnPaper(state, present));
  expect(mayClose("administrator", "witness")).toBe("may run");
  expect(mayClose(...PEOPLE.map(({ role }) => role))).toBe("may run");
  expect(mayClose("administrator")).toBe("E-CLOSE-PRESENT");
  expect(mayClose("administrator", "administrator")).toBe("E-CLOSE-PRESENT");
  expect(mayClose("administrator", "witness", "stranger")).toBe("E-CLOSE-PRESENT");
  expect(mayClose()).toBe("E-CLOSE-PRESENT");
});

it("has no step done while none is in progress", () => {
  expect(thrownBy(() => stepDone(null, after(1)))).toBe("E-STATE-RECORD");
});

it("takes of a point of the pre-flight a reason that is plain, and not too long", () => {
  const found = { point: "quorum", verdict: "decide", sentence: "It is so.", next: "Decide." };
  const state = { ...after(1), preflight: { points: [found] } } as unknown as State;
  const two = ["administrator", "witness"];
  const accepted = (reason: string, point = "quorum") =>
    thrownBy(() => acceptedPoints(state, [{ point, reason }], two));
  expect(acceptedPoints(state, [{ point: "quorum", reason: "We know." }], two)).toEqual([
    { point: "quorum", sentence: "It is so.", reason: "We know.", decidedBy: two },
  ]);
  for (const reason of ["", " ", "line\nbreak", "a\u202eb", "x".repeat(201)])
    expect(accepted(reason)).toBe("E-PREFLIGHT-FORM");
  expect(accepted("We know.", "certificates")).toBe("E-PREFLIGHT-FORM");
});

describe("each step of a script", () => {
  it.each([SCRIPT, RECOVERY])(
    "of $name runs when its turn has come, and at no other time",
    (script) => {
      script.steps.forEach((step, i) => {
        const state = fold(entriesOf(played(script, i)));
        expect(nextStep(state, script)).toBe(step);
        const other = step.station === "offline" ? "connected" : "offline";
        const { kind } = step.action;
        expect(codeOf(mayRun(state, script, kind, step.station, step.seat))).toBe("may run");
        expect(codeOf(mayRun(state, script, kind, other, step.seat))).toBe("E-STATE-STATION");
        const others = script.steps.filter(
          (later) => later.action.kind !== kind || later.seat !== step.seat,
        );
        for (const { action, station, seat } of others)
          expect(codeOf(mayRun(state, script, action.kind, station, seat))).toBe("E-STATE");
      });
    },
  );
});

describe("a step", () => {
  it("is not done twice", () => {
    expect(codeOf(mayRun(after(1), SCRIPT, "open", "offline"))).toBe("E-STATE");
    const made = after(before("make-key-2"));
    expect(codeOf(mayRun(made, SCRIPT, "make-key", "offline", 1))).toBe("E-STATE");
    expect(codeOf(mayRun(made, SCRIPT, "make-key", "offline", 2))).toBe("may run");
  });

  it("of one officer is nobody else's", () => {
    expect(codeOf(mayRun(after(1), SCRIPT, "make-key", "offline", 3))).toBe("E-STATE");
    expect(codeOf(mayRun(after(1), SCRIPT, "make-key", "offline"))).toBe("E-STATE");
  });

  it("does not run before the ceremony is opened", () => {
    expect(codeOf(mayRun(fold([]), SCRIPT, "open", "offline"))).toBe("E-STATE");
  });

  it("does not run while the record is between the stations, but to take it over", () => {
    const between = after(before("at-connected"));
    expect(between.station).toBeNull();
    expect(codeOf(mayRun(between, SCRIPT, "take-over", "offline"))).toBe("E-STATE-STATION");
    expect(codeOf(mayRun(between, SCRIPT, "take-over", "connected"))).toBe("may run");
  });

  it("does not run after the close", () => {
    const closed = after(SCRIPT.steps.length);
    expect(closed.closed).toBe(true);
    expect(nextStep(closed, SCRIPT)).toBeNull();
    for (const { action, station, seat } of SCRIPT.steps)
      expect(codeOf(mayRun(closed, SCRIPT, action.kind, station, seat))).toBe("E-STATE-CLOSED");
  });

  it("does not run under another script, whatever comes next there", () => {
    const other = { ...SCRIPT, sha256: digestOf("other") };
    expect(codeOf(mayRun(after(1), other, "make-key", "offline", 1))).toBe("E-SCRIPT-OTHER");
    expect(codeOf(mayRun(after(1), RECOVERY, "know-backup", "connected"))).toBe("E-SCRIPT-OTHER");
  });

  it("does not run when what the record calls done is not this script's", () => {
    const { done } = after(2);
    const state = { ...after(2), done: [...done.slice(0, 1), "make-key-3"] };
    expect(codeOf(mayRun(state, SCRIPT, "make-key", "offline", 2))).toBe("E-STATE-RECORD");
  });
});

describe("the download", () => {
  it("stays locked until all three officers have confirmed at the connected station", () => {
    for (const seat of [1, 2, 3])
      expect(codeOf(mayDownload(after(before(`compare-thumbprint-${seat}`))))).toBe("E-STATE");
    expect(codeOf(mayDownload(after(before("download-domain"))))).toBe("may run");
    expect(codeOf(mayDownload(fold([])))).toBe("E-STATE");
  });
});

describe("what is good for one restore alone", () => {
  const [blob, key] = [digestOf("blob"), digestOf("exchange key")];
  const at = "2026-01-31T09:00:00.000Z";
  const events: readonly AnyEvent[] = [
    opened(),
    { type: "step-began", by: "app", data: { step: "upload" } },
    {
      type: "exchange-key-fetched",
      by: "app",
      data: { thumbprint: key, verdict: "attested", certificate: "PEM", files: [] },
    },
    { type: "upload-began", by: "administrator", data: { sha256: blob } },
    { type: "upload-ended", by: "app", data: { state: "Active" } },
  ];
  const until = (count: number) =>
    fold(
      entriesOf(events.slice(0, count).map((event) => ({ station: "offline" as const, event }))),
    );

  it("B070 is an exchange key: after an upload it is refused with the time of that", () => {
    expect(mayUseExchangeKey(until(3), key)).toBeNull();
    const refusal = mayUseExchangeKey(until(4), key);
    expect(codeOf(refusal)).toBe("E-XK-REUSED");
    expect(refusal?.message).toContain(at);
    expect(mayUseExchangeKey(until(5), digestOf("another"))).toBeNull();
  });

  it("B078 is a blob: in a later step it is refused with time and result", () => {
    expect(mayUpload(until(4), blob, "again")).toBeNull();
    const refusal = mayUpload(until(5), blob, "again");
    expect(codeOf(refusal)).toBe("E-BLOB-USED");
    expect(refusal?.message).toContain(`${at}, and the HSM was Active`);
    expect(mayUpload(until(5), digestOf("another"), "again")).toBeNull();
    expect(mayUpload(until(5), blob, "upload")).toBeNull();
  });
});

describe("a decision against a refusal", () => {
  it("takes two different people who are in the room, and nobody else's name", () => {
    expect(checkDecision(after(1), ["witness", "officer-3"])).toBeNull();
    for (const decidedBy of [
      [],
      ["witness"],
      ["witness", "witness"],
      ["witness", "officer-4"],
      ["witness", "officer-1", "witness"],
    ])
      expect(codeOf(checkDecision(after(1), decidedBy))).toBe("E-ACCEPT-DECISION");
    expect(codeOf(checkDecision(fold([]), ["witness", "officer-1"]))).toBe("E-ACCEPT-DECISION");
  });
});

describe("people", () => {
  const without = (role: string) => PEOPLE.filter((person) => person.role !== role);
  const renamed = (role: string, name: string) =>
    PEOPLE.map((person) => (person.role === role ? { ...person, name } : person));

  it("who are all there and all different will do", () => {
    expect(checkPeople(SCRIPT, PEOPLE)).toBeNull();
  });

  it("who are two officers will do for a recovery, and not for an activation", () => {
    const two = without("officer-2");
    expect(checkPeople(RECOVERY, two)).toBeNull();
    expect(codeOf(checkPeople(SCRIPT, two))).toBe("E-ROLE-MISSING");
    const one = two.filter(({ role }) => role !== "officer-3");
    expect(codeOf(checkPeople(RECOVERY, one))).toBe("E-ROLE-MISSING");
  });

  it.each<[string, readonly Participant[], string]>([
    ["no witness", without("witness"), "E-ROLE-MISSING"],
    ["no administrator", without("administrator"), "E-ROLE-MISSING"],
    ["nobody", [], "E-ROLE-MISSING"],
    ["a witness who is an officer", renamed("witness", "Ines Okafor"), "E-ROLE-SAME"],
    ["the same officer twice", renamed("officer-2", "ines  okafor "), "E-ROLE-SAME"],
    ["the same letters written otherwise", renamed("officer-2", "Ｉnes Okafor"), "E-ROLE-SAME"],
    ["a role twice", [...PEOPLE, { role: "witness", name: "Somebody Else" }], "E-ROLE-SAME"],
    [
      "an officer beyond the script",
      [...PEOPLE, { role: "officer-4", name: "Else" }],
      "E-ROLE-UNKNOWN",
    ],
    [
      "an officer without a number",
      [...without("officer-1"), { role: "officer-0", name: "Ines Okafor" }],
      "E-ROLE-UNKNOWN",
    ],
    ["an empty name", renamed("witness", " "), "E-ROLE-NAME"],
    ["a long name", renamed("witness", "a".repeat(61)), "E-ROLE-NAME"],
    ["a name with a line end", renamed("witness", "a\nb"), "E-ROLE-NAME"],
    ["a name that is written backwards", renamed("witness", "a\u202eb"), "E-ROLE-NAME"],
    ["a name with something unseen", renamed("witness", "Ines\u200b Okafor"), "E-ROLE-NAME"],
  ])("with %s are refused", (_, people, code) => {
    expect(codeOf(checkPeople(SCRIPT, people))).toBe(code);
  });
});

describe("the expected keys", () => {
  const key = (name: string, version = "1", publicSha256 = "aa"): ExpectedKey => ({
    name,
    version,
    publicSha256,
  });
  const expected = [key("disk"), key("sql"), key("storage")];

  it("found in any order, and more of them, will do", () => {
    expect(checkKeys(expected, [key("other"), ...expected.toReversed()])).toBeNull();
  });

  it.each([
    ["none is there", [], 3],
    ["one is missing", expected.slice(1), 1],
    ["one has another version", [key("disk", "2"), ...expected.slice(1)], 1],
    ["one has another public half", [key("disk", "1", "bb"), ...expected.slice(1)], 1],
    ["one has another name", [key("Disk"), ...expected.slice(1)], 1],
  ])("are refused when %s, with their number", (_, found, missing) => {
    const refusal = checkKeys(expected, found);
    expect(codeOf(refusal)).toBe("E-KEYS-DIFFER");
    expect(refusal?.message).toMatch(new RegExp(`: ${missing}\\.$`));
  });
});
