// How the fold handles the end of an act: who must sign it, and what does not count.
import { describe, expect, it } from "vitest";
import { isFault } from "../../../crypto/errors.ts";
import { fold, type State } from "../ceremony.ts";
import {
  actSigning,
  entriesOf,
  opened,
  signedBy,
  type AnyEvent,
  type Placed,
} from "../record.fixture.ts";

const began = { type: "step-began", by: "app", data: { step: "sign" } } as const;
const performed = { type: "step-performed", by: "administrator", data: { step: "sign" } } as const;
const seat = { type: "seat-taken", by: "officer-2", data: { officer: "officer-2", step: "sign" } };
const noted = (decision: string): AnyEvent => ({
  type: "exception-noted",
  by: "administrator",
  data: {
    expected: "a",
    happened: "b",
    decided: "c",
    decidedBy: ["administrator", "witness"],
    step: "sign",
    decision,
  },
});

function after(...events: readonly AnyEvent[]): State | string {
  const placed = [opened(), began, ...events].map((event): Placed => ({
    station: "offline",
    event,
  }));
  try {
    return fold(entriesOf(placed));
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}

/** Entry 2 is the act's end, over which these sign. */
const act = actSigning("The keys", [1, 2]);
const [one, two] = [signedBy(1, 2), signedBy(2, 2)];

describe("the end of an act", () => {
  it("is signed by all of them in any order, whatever is between", () => {
    expect(after(act, two)).toMatchObject({ actSigning: { signed: ["officer-2"] } });
    for (const events of [
      [one, two],
      [two, one],
      [one, seat, noted("continue"), two],
    ])
      expect(after(act, ...events, performed)).toMatchObject({ performed: "sign" });
  });

  it("on paper awaits nobody's signature", () => {
    const paper = { ...act, type: "act-signing-on-paper" };
    expect(after(paper, performed)).toMatchObject({
      performed: "sign",
      actSigning: { onPaper: true },
    });
    expect(after(paper, one)).toBe("E-STATE-RECORD");
  });

  it("is not performed before all have signed", () => {
    expect(after(act, performed)).toBe("E-STATE-RECORD");
    expect(after(act, one, performed)).toBe("E-STATE-RECORD");
  });

  it("starts again when people decide to repeat the step, or to abort", () => {
    expect(after(act, one, noted("repeat"))).toMatchObject({ actSigning: null, began: null });
    const aborted = {
      type: "aborted",
      by: "administrator",
      data: { reason: "r", decidedBy: ["administrator", "witness"], remains: [] },
    };
    expect(after(act, one, noted("abort"), aborted)).toMatchObject({ actSigning: null });
  });

  it.each<readonly [string, readonly AnyEvent[]]>([
    ["a signature of somebody who need not sign", [act, signedBy(3, 2)]],
    ["a second signature of one officer", [act, one, one]],
    ["an act within an act", [act, actSigning("Another", [1])]],
    ["nobody to sign it", [actSigning("The keys", [])]],
    ["somebody twice", [actSigning("The keys", [1, 1])]],
    ["a step that is performed", [performed, act]],
  ])("is refused with %s", (_, events) => {
    expect(after(...events)).toBe("E-STATE-RECORD");
  });
});
