// A correction: an exception that names an entry of the closed record that the ceremony continues.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { checkException, fold, standingOf, type Earlier } from "../ceremony.ts";
import { sentenceOf } from "../ledger.ts";
import { saidText } from "./said.fixture.ts";
import { digestOf, entriesOf, opened, type AnyEvent } from "../record.fixture.ts";

const head = digestOf("head");
const earlier: Earlier = {
  ...standingOf(entriesOf([{ station: "offline", event: opened() }])),
  head,
};
const exception = {
  expected: "Bag 41 in the safe",
  happened: "It is bag 14",
  decided: "Bag 14 counts",
  decidedBy: ["administrator", "witness"],
  decision: "continue",
} as const;

const noted = (more: object = {}): AnyEvent => ({
  type: "exception-noted",
  by: "administrator",
  data: { ...exception, step: "open", ...more },
});
const entriesWith = (event: AnyEvent, before: readonly Earlier[] = [earlier]) =>
  entriesOf(
    [opened({ earlier: [...before] }), event].map((one) => ({ station: "offline", event: one })),
  );
const codeWith = (event: AnyEvent, before?: readonly Earlier[]): string =>
  codeOf(() => fold(entriesWith(event, before)));

describe("a correction", () => {
  it("names an entry of the record that the ceremony continues, and of no other", () => {
    expect(codeWith(noted())).toBe("nothing thrown");
    expect(codeWith(noted({ corrects: { record: head, entry: 12 } }))).toBe("nothing thrown");
    const other = { corrects: { record: digestOf("other"), entry: 12 } };
    expect(codeWith(noted(other))).toBe("E-STATE-RECORD");
    expect(codeWith(noted({ corrects: { record: head, entry: 12 } }), [])).toBe("E-STATE-RECORD");
  });

  it("does not change the standing that the earlier record left", () => {
    const [plain, correcting] = [noted(), noted({ corrects: { record: head, entry: 12 } })].map(
      (event) => standingOf(entriesWith(event)),
    );
    expect(correcting).toEqual(plain);
  });

  it("is reported as one in the minutes", () => {
    const entry = entriesWith(noted({ corrects: { record: head, entry: 12 } })).at(-1)!;
    expect(saidText(sentenceOf(entry, () => ""))).toContain(
      "Correction of entry 12 of the earlier record. Expected: ",
    );
  });

  it("needs a record that is continued", () => {
    const state = fold(entriesWith(noted()));
    const first = fold(entriesWith(noted(), []));
    expect(checkException(state, { ...exception, corrects: 12 })).toBe(null);
    expect(checkException(first, { ...exception, corrects: 12 })?.code).toBe("E-EXCEPT-CORRECTS");
  });
});
