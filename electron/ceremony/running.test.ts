// How a ceremony runs: performed and confirmed apart, exceptions, recess, resumption.
import { describe, expect, it } from "vitest";
import {
  fold,
  mayAbort,
  mayBeginRecess,
  mayConfirm,
  mayEndRecess,
  mayExcept,
  mayRun,
  nextStep,
  openObjects,
  resumptionOf,
  view,
  type State,
} from "./ceremony.ts";
import {
  closing,
  digestOf,
  entriesOf,
  opened,
  played,
  RECOVERY,
  SCRIPT,
  type AnyEvent,
} from "./record.fixture.ts";
import {
  abort,
  at,
  bags,
  before,
  began,
  codeOf,
  done,
  exception,
  foldOf,
  offline,
  performed,
  until,
} from "./running.fixture.ts";

/** Long before any recess of a day ends. */
const NOW = new Date(0);

describe("a step that was performed", () => {
  const waits = until("make-key-1", ...offline(began("make-key-1"), performed("make-key-1")));

  it("is not done until it is confirmed, and nothing else runs meanwhile", () => {
    expect(nextStep(waits, SCRIPT)?.id).toBe("make-key-1");
    expect(codeOf(mayRun(waits, SCRIPT, "make-key", "offline", 1))).toBe("E-STATE-CONFIRM");
    expect(codeOf(mayConfirm(waits, "connected", "make-key-1"))).toBe("E-STATE-STATION");
    expect(codeOf(mayConfirm(waits, "offline", "make-key-2"))).toBe("E-STATE");
    expect(codeOf(mayConfirm(waits, "offline", "make-key-1"))).toBe("may");
    expect(codeOf(mayConfirm(until("make-key-1"), "offline", "make-key-1"))).toBe("E-STATE");
  });

  it("is confirmed after it was performed, once, and never without", () => {
    const events = [began("make-key-1"), performed("make-key-1"), done("make-key-1")];
    expect(nextStep(until("make-key-1", ...offline(...events)), SCRIPT)?.id).toBe("make-key-2");
    for (const wrong of [
      [began("make-key-1"), done("make-key-1")],
      [performed("make-key-1")],
      [began("make-key-1"), performed("make-key-2")],
      events.toSpliced(1, 0, events[1]!),
    ])
      expect(() => until("make-key-1", ...offline(...wrong))).toThrow();
  });

  it("was one entry with its confirmation in early records, which are still read", () => {
    const { confirmation, ...early } = (opened() as { data: { confirmation: string } }).data;
    expect(confirmation).toBe("apart");
    const first = { ...opened(), data: early } as AnyEvent;
    const handed = { type: "handed-over", by: "a", data: { step: "over", to: "connected" } };
    const taken = {
      type: "taken-over",
      by: "a",
      data: { step: "there", from: "offline", head: digestOf("") },
    };
    const state = foldOf([
      ...offline(first, began("open"), done("open"), began("over"), handed),
      ...at("connected", taken, began("next")),
    ]);
    expect(state).toMatchObject({ done: ["open", "over", "there"], began: "next" });
  });

  it("of a hand-over goes away with its confirmation; a take-over waits for its own", () => {
    const ready = until("to-connected", ...offline(began("to-connected")));
    expect(ready.station).toBe("offline");
    const handed = {
      type: "handed-over",
      by: "witness",
      data: { step: "to-connected", to: "connected" },
    };
    expect(() => until("to-connected", ...offline(began("to-connected"), handed))).toThrow();
    const there = played(SCRIPT, before("at-connected") + 1).slice(0, -1);
    expect(foldOf(there)).toMatchObject({ performed: "at-connected", station: "connected" });
    const again = foldOf([...there, ...at("connected", exception("repeat"))]);
    // What came cannot come again: its words are compared again.
    expect(codeOf(mayConfirm(again, "connected", "at-connected"))).toBe("may");
  });
});

describe("an exception", () => {
  const words = { expected: "quiet", happened: "a bell", decided: "go on" };
  const by = { ...words, decidedBy: ["administrator", "witness"] };
  const running = until("make-key-1", ...offline(began("make-key-1")));

  it("is noted at any moment: before, in and after a step, in a recess, in a closing", () => {
    const recess = { type: "recess-began", by: "administrator", data: { step: "s", seals: [] } };
    const close = [began("close"), closing(["officer-1"])];
    for (const state of [
      until("make-key-1"),
      running,
      until("make-key-1", ...offline(recess)),
      until("make-key-1", ...offline(began("make-key-1"), performed("make-key-1"))),
      until("close", ...offline(...close)),
      until("make-key-1", ...offline(abort)),
    ])
      expect(codeOf(mayExcept(state, { ...by, decision: "continue" }))).toBe("may");
  });

  it("needs a station that can write, three plain sentences, and two people", () => {
    const judge = (state: State, change: object) =>
      codeOf(mayExcept(state, { ...by, decision: "continue", ...change }));
    expect(judge(until("at-connected"), {})).toBe("E-STATE-TRANSIT");
    expect(judge(fold([]), {})).toBe("E-STATE");
    expect(judge(foldOf(played(SCRIPT, SCRIPT.steps.length)), {})).toBe("E-STATE-CLOSED");
    for (const wrong of [
      { expected: "" },
      { happened: "a\nb" },
      { decided: "x".repeat(401) },
      { decidedBy: ["witness"] },
      { decidedBy: ["witness", "witness"] },
      { decidedBy: ["witness", "officer-9"] },
    ])
      expect(judge(running, wrong)).toBe("E-EXCEPT-FORM");
  });

  it("that says continue changes nothing", () => {
    const after = until("make-key-1", ...offline(began("make-key-1"), exception("continue")));
    expect(after).toEqual(running);
  });

  it("that says repeat takes the step back to its beginning, and keeps what was made", () => {
    const making = { officer: "officer-1", media: ["m"], files: ["cert_0.key"] };
    const after = until(
      "make-key-1",
      ...offline(
        began("make-key-1"),
        { type: "key-making-began", by: "officer-1", data: making },
        performed("make-key-1"),
        exception("repeat"),
      ),
    );
    expect(after).toMatchObject({ began: null, performed: null, recess: null });
    expect(after.officers["officer-1"]?.making).toEqual(making);
    expect(codeOf(mayRun(after, SCRIPT, "make-key", "offline", 1))).toBe("may");
    const judge = (state: State) => codeOf(mayExcept(state, { ...by, decision: "repeat" }));
    expect(judge(running)).toBe("may");
    expect(judge(until("make-key-1"))).toBe("E-EXCEPT-NOTHING");
  });

  it("that says abort lets nothing run, and is not taken back", () => {
    const after = until("make-key-1", ...offline(began("make-key-1"), exception("abort")));
    expect(codeOf(mayRun(after, SCRIPT, "make-key", "offline", 1))).toBe("E-STATE-ABORTED");
    expect(codeOf(mayExcept(after, { ...by, decision: "repeat" }))).toBe("E-STATE-ABORTED");
    expect(codeOf(mayExcept(after, { ...by, decision: "abort" }))).toBe("E-STATE-ABORTED");
    expect(codeOf(mayAbort(after, "the reason", ["witness", "officer-1"]))).toBe("may");
    const told = until(
      "make-key-1",
      ...offline(began("make-key-1"), exception("abort"), exception("continue")),
    );
    expect(told.abortDecided).toBe(true);
    const over = until("make-key-1", ...offline(exception("abort"), abort, exception("continue")));
    expect(over).toMatchObject({ abortDecided: false, aborted: { reason: "r" } });
  });
});

describe("a recess", () => {
  const made = until("make-key-2");
  const own = ["officer-1", "officer-1-backup", "envelope-1"];

  it("finds open what is not empty, of those who are here, and what came sealed once opened", () => {
    expect(openObjects(until("make-key-1"), SCRIPT)).toEqual([]);
    expect(openObjects(made, SCRIPT)).toEqual(own);
    const recovery = (id: string) => foldOf(played(RECOVERY, before(id, RECOVERY)));
    expect(openObjects(recovery("know-backup"), RECOVERY)).toEqual(["transfer", "domain-copy"]);
    expect(openObjects(recovery("compare-exchange-key"), RECOVERY)).toEqual([
      "officer-1",
      "officer-2",
      "officer-3",
      "transfer",
      "domain-copy",
    ]);
  });

  it("begins when each open object is in a bag of its own", () => {
    const judge = (seals: readonly { object: string; seal: string }[], state = made) =>
      codeOf(mayBeginRecess(state, SCRIPT, seals));
    expect(judge(bags(own))).toBe("may");
    for (const wrong of [
      [],
      bags(own.slice(1)),
      bags([...own, "transfer"]),
      bags(own).map((bag) => ({ ...bag, seal: "B1" })),
      bags(own).map((bag) => ({ ...bag, seal: "" })),
    ])
      expect(judge(wrong)).toBe("E-RECESS-FORM");
    expect(judge([], until("at-connected"))).toBe("E-STATE-TRANSIT");
    expect(judge([], until("make-key-2", ...offline(abort)))).toBe("E-STATE-ABORTED");
  });

  it("ends when every bag has its number; with another, only after an exception", () => {
    const recess = offline({
      type: "recess-began",
      by: "administrator",
      data: { step: "make-key-2", seals: bags(own) },
    });
    const state = until("make-key-2", ...recess);
    expect(codeOf(mayRun(state, SCRIPT, "make-key", "offline", 2))).toBe("E-STATE-RECESS");
    expect(codeOf(mayEndRecess(state, bags(own).toReversed(), NOW))).toBe("may");
    expect(codeOf(mayEndRecess(state, bags(own, 200), NOW))).toBe("E-RECESS-DIFFER");
    expect(codeOf(mayEndRecess(state, bags(own.slice(1)), NOW))).toBe("E-RECESS-FORM");
    const excepted = until("make-key-2", ...recess, ...offline(exception("continue")));
    expect(codeOf(mayEndRecess(excepted, bags(own, 200), NOW))).toBe("may");
    expect(codeOf(mayEndRecess(made, [], NOW))).toBe("E-STATE");
  });

  it("ends after more than a day without a bag only after an exception (B192)", () => {
    const data = { step: "make-key-2", seals: [] };
    const recess = offline({ type: "recess-began", by: "administrator", data });
    const state = until("make-key-2", ...recess);
    const after = (ms: number) => new Date(Date.parse(state.recessBeganAt) + ms);
    expect(codeOf(mayEndRecess(state, [], after(86_400_000)))).toBe("may");
    expect(codeOf(mayEndRecess(state, [], after(86_400_001)))).toBe("E-RECESS-LONG");
    const excepted = until("make-key-2", ...recess, ...offline(exception("continue")));
    expect(codeOf(mayEndRecess(excepted, [], after(86_400_001)))).toBe("may");
    const bagged = until(
      "make-key-2",
      ...offline({
        type: "recess-began",
        by: "administrator",
        data: { ...data, seals: bags(own) },
      }),
    );
    expect(codeOf(mayEndRecess(bagged, bags(own), after(40 * 86_400_000)))).toBe("may");
  });

  it("shows the numbers that were read when it began, to be compared", () => {
    const placed = [
      ...played(SCRIPT, before("make-key-2")),
      ...offline({
        type: "recess-began",
        by: "administrator",
        data: { step: "make-key-2", seals: bags(own) },
      }),
    ];
    const shown = view(foldOf(placed), SCRIPT, entriesOf(placed), "ab", () => []);
    expect(shown.recess?.excepted).toBe(false);
    expect(shown.recess?.seals).toEqual(bags(own));
  });
});

describe("a resumption", () => {
  it("says what is certain of the step that is now", () => {
    const how = (...events: readonly AnyEvent[]) =>
      resumptionOf(until("make-key-1", ...offline(...events)), SCRIPT);
    expect(how()).toEqual({ done: ["open"], now: "make-key-1", how: "new", ahead: 21 });
    expect(how(began("make-key-1"))).toMatchObject({ now: "make-key-1", how: "again" });
    expect(how(began("make-key-1"), performed("make-key-1"))).toMatchObject({ how: "performed" });
    expect(how(abort)).toMatchObject({ now: null, ahead: 0 });
  });
});
