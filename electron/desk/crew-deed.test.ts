// What the simulated crew would do next, by the view alone: what is theirs, and never what is not.
import { describe, expect, it } from "vitest";
import type { WindowView } from "../bridge/view.ts";
import { deedOf } from "./crew-deed.ts";

type Part = { readonly [Name in keyof WindowView]?: unknown };

const step = (kind: string, by = "administrator") => ({
  id: "s",
  by,
  confirm: "witness",
  action: { kind },
});

/** A view as far as a crew checks it. */
function viewOf(kind: string, change: Part = {}, ceremony: object = {}): WindowView {
  const base = {
    ceremony: {
      step: step(kind),
      people: [{ role: "officer-2", name: "Jonas Lind" }],
      isPerformed: false,
      recess: null,
      closed: false,
      abortDecided: false,
      aborted: null,
      ...ceremony,
    },
    activity: { kind: "idle" },
    resumption: null,
    refusal: null,
    incident: null,
    away: null,
    ...change,
  };
  return base as unknown as WindowView;
}

const everyone = (): boolean => true;
const only =
  (...roles: readonly string[]) =>
  (role: string): boolean =>
    roles.includes(role);
const hearing = (change: object) => ({
  activity: { kind: "hearing", phase: "pick", lines: [], misses: 0, heard: false, ...change },
});

describe("the crew", () => {
  it("performs a step from its own seat, and from no other", () => {
    const view = viewOf("export-certificates");
    expect(deedOf(view, only("administrator"))).toMatchObject({ what: "perform", step: "s" });
    expect(deedOf(view, only("witness", "officer-1"))).toBeNull();
  });

  it("confirms what was performed, if the confirming seat is its own", () => {
    const view = viewOf("export-certificates", {}, { isPerformed: true });
    expect(deedOf(view, only("witness"))).toMatchObject({ what: "confirm", by: "witness" });
    expect(deedOf(view, only("administrator"))).toBeNull();
  });

  it("leaves an officer's own bags to the person who is that officer, and to nobody who is not here", () => {
    const about = (seat: number) =>
      viewOf("check-seals", {}, { step: { ...step("check-seals"), seat } });
    const [two, all] = [only("administrator", "witness"), everyone];
    expect(deedOf(about(2), two)).toBeNull();
    expect(deedOf(about(2), all)).toMatchObject({ what: "perform", by: "administrator" });
    expect(deedOf(about(1), two)).toMatchObject({ what: "perform", by: "administrator" });
  });

  it("leaves a choice to people where any of them sits", () => {
    expect(deedOf(viewOf("choose"), only("administrator", "witness"))).toBeNull();
    expect(deedOf(viewOf("choose"), everyone)).toMatchObject({ what: "perform" });
  });

  it("gives no word of a real witness before a person types", () => {
    const view = viewOf("prove-quorum");
    expect(deedOf(view, only("administrator"))).toBeNull();
    expect(deedOf(view, only("administrator", "witness"))).toMatchObject({ what: "perform" });
  });

  it("comes when its officer is called, and leaves every other call alone", () => {
    const view = viewOf("prove-quorum", { activity: { kind: "calling", seat: 2 } });
    expect(deedOf(view, only("officer-2"))).toMatchObject({ what: "come", at: 2 });
    expect(deedOf(view, only("officer-1", "administrator"))).toBeNull();
  });

  it("writes words down, goes through them by line, and then performs", () => {
    const kind = "read-aloud";
    const deeds = [hearing({ phase: "copy" }), hearing({ lines: [1, 2] }), hearing({ heard: true })]
      .map((change) => deedOf(viewOf(kind, change), everyone))
      .map((deed) => [deed?.what, deed?.at]);
    expect(deeds).toEqual([
      ["write", 0],
      ["read", 2],
      ["perform", 0],
    ]);
  });

  it("reads the live image's words before the opening is confirmed", () => {
    const view = (change: object) => viewOf("open", change, { isPerformed: true });
    expect(deedOf(view(hearing({ lines: [1] })), everyone)).toMatchObject({ what: "read", at: 1 });
    expect(deedOf(view({}), everyone)).toMatchObject({ what: "confirm" });
  });

  it("waits while something runs", () => {
    for (const kind of ["working", "typing"])
      expect(deedOf(viewOf("open", { activity: { kind, seat: 1 } }), everyone)).toBeNull();
  });

  it("accepts the open points of the pre-flight from two seats, and answers no other refusal", () => {
    const decide = viewOf("read-activation", { refusal: { code: "E-PREFLIGHT-DECIDE" } });
    expect(deedOf(decide, everyone)).toMatchObject({ what: "decide" });
    expect(deedOf(decide, only("administrator"))).toBeNull();
    const other = viewOf("read-activation", { refusal: { code: "E-PREFLIGHT" } });
    expect(deedOf(other, everyone)).toBeNull();
  });

  it("leaves to people what only people decide", () => {
    const left: readonly WindowView[] = [
      viewOf("open", {}, { recess: { objects: [] } }),
      viewOf("open", {}, { closed: true }),
      viewOf("open", {}, { abortDecided: true }),
      viewOf("open", { incident: {} }),
      viewOf("open", { away: {} }),
      viewOf("read-aloud", hearing({ misses: 1 })),
    ];
    for (const view of left) expect(deedOf(view, everyone)).toBeNull();
  });
});
