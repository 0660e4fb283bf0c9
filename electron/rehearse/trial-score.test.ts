// The score: what the record shows, and nothing that it does not.
import { describe, expect, it } from "vitest";
import type { RecordEntry, TrialSet } from "../ceremony/ceremony.ts";
import { entriesOf, opened, type AnyEvent } from "../ceremony/record.fixture.ts";
import { began, done, exception as noted, performed } from "../ceremony/running.fixture.ts";
import { reportOf, scoreLine, verdictLine } from "./trial-report.ts";
import { scoreOf, sealOf, type Score, type Verdict } from "./trial-score.ts";
import { TRIAL_NAMES, type TrialName } from "./trial-names.ts";

const STEP = "step-of-trial";
const NONCE = "ab".repeat(32);
const setOf = (trial: string, more: Partial<TrialSet> = {}): TrialSet => ({
  trial,
  step: STEP,
  seat: 2,
  set: true,
  ...more,
});

const refused = (code: string): AnyEvent => ({
  type: "refused",
  by: "app",
  data: { step: STEP, code },
});
const exception = (step = STEP): AnyEvent => {
  const event = noted("repeat");
  return { ...event, data: { ...(event.data as object), step } };
};
const seals = (found: string, condition = "intact"): AnyEvent => ({
  type: "seals-checked",
  by: "administrator",
  data: {
    officer: "officer-2",
    seals: [{ object: "o", expected: "R1", found, condition, place: "p", custodian: "c" }],
  },
});
const seatChanged = (role: string): AnyEvent => ({
  type: "seat-changed",
  by: "administrator",
  data: {
    role,
    from: "A",
    toRole: role,
    to: "B",
    reason: "r",
    decidedBy: ["administrator", "witness"],
  },
});
const slipped = (officer: string): AnyEvent => ({
  type: "passphrase-refused",
  by: officer,
  data: { officer, step: STEP },
});
const resumed: AnyEvent = {
  type: "resumed",
  by: "witness",
  data: { step: STEP, done: 1, again: true, confirmedBy: "witness" },
};
const accepted: AnyEvent = {
  type: "exchange-key-accepted",
  by: "administrator",
  data: { attested: false, decidedBy: ["officer-1", "officer-2"] },
};

/** A record in which these events happened while the trial's step was the next one. */
function record(
  sets: readonly TrialSet[],
  events: readonly AnyEvent[],
  before: readonly AnyEvent[] = [],
  sealed = sealOf("7", NONCE, sets),
): readonly RecordEntry[] {
  return entriesOf(
    [
      opened(),
      began("open"),
      performed("open"),
      done("open"),
      { type: "trial-begun", by: "app", data: { sealed } },
      began("earlier"),
      ...before,
      performed("earlier"),
      done("earlier"),
      began(STEP),
      ...events,
      { type: "trial-told", by: "app", data: { seed: "7", nonce: NONCE, trials: sets } },
    ].map((event) => ({ station: "offline", event })),
  );
}

const judge = (...given: Parameters<typeof record>): Score => scoreOf(record(...given))!;
const verdict = (trial: string, ...events: readonly AnyEvent[]): Verdict =>
  judge([setOf(trial)], events).verdicts[0]!;

/** For each trial what shows it: by whom it then was found. */
const SIGNS: Readonly<Record<TrialName, readonly (readonly [AnyEvent, "app" | "people"])[]>> = {
  "torn-bag": [
    [refused("E-SEALS-CHANGED"), "app"],
    [refused("E-RECESS-DIFFER"), "app"],
    [seals("T1"), "app"],
    [seals("R1", "broken"), "people"],
    [seals("", "missing"), "people"],
  ],
  "officer-absent": [[seatChanged("officer-2"), "people"]],
  "swapped-certificate": [
    [refused("E-CERT-SWAPPED"), "app"],
    [refused("E-CERT-OTHER"), "app"],
  ],
  "wrong-stick": [
    [refused("E-MEDIA-OTHER"), "app"],
    [refused("E-MEDIA-FILE-MISSING"), "app"],
  ],
  "changed-domain": [[refused("E-DOMAIN-HASH"), "app"]],
  "altered-part": [[refused("E-LOG-HASH"), "app"]],
  "altered-word": [
    [refused("E-WORDS-DIFFER"), "app"],
    [refused("E-WORDS-LINE"), "app"],
  ],
  "wrong-passphrase": [
    [slipped("officer-2"), "app"],
    [refused("E-KEY-PASSPHRASE"), "app"],
  ],
  "wrong-share": [
    [refused("E-SHARE-FOREIGN"), "app"],
    [refused("E-SHARE-MISMATCH"), "app"],
  ],
  "strange-signer": [
    [refused("E-XK-DECISION"), "app"],
    [refused("E-XK-UNTRUSTED"), "app"],
  ],
  cable: [[refused("E-NET-UP"), "app"]],
  "power-cut": [[resumed, "app"]],
};

describe.each(TRIAL_NAMES)("%s", (trial) => {
  it("is found by what shows it, at once", () => {
    for (const [sign, by] of SIGNS[trial]) {
      const { found, steps, by: entry } = verdict(trial, sign);
      expect({ found, steps }).toEqual({ found: by, steps: 0 });
      expect(entry?.seq).toBe(9);
    }
  });

  it("is found by people who note an exception by themselves", () => {
    const { found, by } = verdict(trial, exception());
    expect({ found, what: by?.what }).toEqual({ found: "people", what: "exception-noted" });
  });

  it("is missed if nothing shows it", () => {
    const seen = [
      seals("R1"),
      refused("E-OTHER-THING"),
      exception("earlier"),
      performed(STEP),
      done(STEP),
    ];
    const score = judge([setOf(trial)], seen);
    expect(score.verdicts[0]?.found).toBe("nobody");
    expect(scoreLine(score)).toBe("Found 0 of 1.");
  });

  it("is not found by what was before it, or came when it was told", () => {
    const signs = SIGNS[trial].map(([sign]) => sign);
    const early = signs.map((sign): AnyEvent => {
      const data = sign.data as object;
      return { ...sign, data: "step" in data ? { ...data, step: "earlier" } : data };
    });
    expect(judge([setOf(trial)], [], early).verdicts[0]?.found).toBe("nobody");
    const late = [...record([setOf(trial)], [])];
    const more = entriesOf(signs.map((event) => ({ station: "offline", event }))).map(
      (entry, i) => ({ ...entry, seq: late.length + i }),
    );
    expect(scoreOf([...late, ...more])?.verdicts[0]?.found).toBe("nobody");
  });
});

describe("the score", () => {
  it("is none if there is no trial, or none was revealed", () => {
    expect(scoreOf(record([], []).filter(({ type }) => !type.startsWith("trial")))).toBeNull();
    expect(scoreOf(record([], []).filter(({ type }) => type !== "trial-told"))).toBeNull();
  });

  it("counts what was set, and says what was not", () => {
    const score = judge([setOf("cable"), setOf("swapped-certificate", { set: false })], []);
    expect(score.verdicts.map(({ found }) => found)).toEqual(["nobody", "not-set"]);
    expect(score).toMatchObject({ found: 0, of: 1 });
  });

  it("counts the steps that went by before it was noticed", () => {
    const events = [
      performed(STEP),
      done(STEP),
      began("next"),
      performed("next"),
      done("next"),
      began("last"),
      refused("E-CERT-SWAPPED"),
    ];
    expect(verdict("swapped-certificate", ...events)).toMatchObject({ found: "app", steps: 2 });
  });

  it("does not count an answer to a refusal as what people saw by themselves", () => {
    const sets = [setOf("swapped-certificate"), setOf("cable")];
    const answered = [refused("E-CERT-SWAPPED"), exception(), began(STEP), performed(STEP)];
    expect(judge(sets, answered).verdicts.map(({ found }) => found)).toEqual(["app", "nobody"]);
    const both = judge(sets, [...answered, exception()]);
    expect(both.verdicts.map(({ found }) => found)).toEqual(["app", "people"]);
  });

  it("counts one exception for one trial", () => {
    const sets = [setOf("officer-absent"), setOf("cable")];
    const absent = [exception(), seatChanged("officer-2"), began(STEP), performed(STEP)];
    expect(judge(sets, absent).verdicts.map(({ found }) => found)).toEqual(["people", "nobody"]);
    const waited = judge(sets, [exception(), began(STEP), performed(STEP)]);
    expect(waited.verdicts.map(({ found }) => found)).toEqual(["people", "nobody"]);
    const seen = judge(sets, [...absent, exception()]);
    expect(seen.verdicts.map(({ found }) => found)).toEqual(["people", "people"]);
  });

  it("asks who it was: another officer's seat or passphrase is not this one's", () => {
    expect(verdict("officer-absent", seatChanged("officer-1")).found).toBe("nobody");
    expect(verdict("wrong-passphrase", slipped("officer-3")).found).toBe("nobody");
  });

  it("lets an exception count for a strange signer until the key is accepted", () => {
    const away = exception("other");
    expect(verdict("strange-signer", away, accepted).found).toBe("people");
    expect(verdict("strange-signer", accepted, away).found).toBe("nobody");
  });

  it("says when other trials are revealed than were sealed", () => {
    expect(judge([setOf("cable")], []).asSealed).toBe(true);
    expect(judge([setOf("cable")], [], [], sealOf("7", NONCE, [setOf("torn-bag")])).asSealed).toBe(
      false,
    );
    expect(judge([setOf("cable")], [], [], sealOf("8", NONCE, [setOf("cable")])).asSealed).toBe(
      false,
    );
  });

  it("passes over a name that is not on the list", () => {
    expect(verdict("earthquake", refused("E-NET-UP"), exception()).found).toBe("nobody");
  });
});

describe("the report", () => {
  it("says the score, each trial, and what should have been done where one was missed", () => {
    const score = judge(
      [setOf("cable"), setOf("swapped-certificate")],
      [refused("E-CERT-SWAPPED"), exception(), began(STEP)],
    );
    const text = reportOf(score, "Activation", "00ff");
    expect(text).toContain("# REHEARSAL with drills: Activation");
    expect(text).toContain("**Found 1 of 2.**");
    expect(text).toContain(
      `| Swapped certificate | ${STEP} | 2 | Found by the app (E-CERT-SWAPPED, entry 9), at once,`,
    );
    expect(text).toContain("- **Cable plugged in.** Notice the network line on the screen");
    expect(text).not.toContain("- **Swapped certificate.**");
    expect(text).not.toContain("void");
  });

  it("calls the score void if another list was sealed", () => {
    const score = judge([setOf("cable")], [], [], "0".repeat(64));
    expect(reportOf(score, "Activation", "00ff")).toContain("the score is void");
  });

  it("says how late it was", () => {
    const late = { ...verdict("cable", exception()), steps: 1 };
    expect(verdictLine(late)).toContain("one step later");
    expect(verdictLine({ ...late, steps: 4 })).toContain("4 steps later");
  });
});
