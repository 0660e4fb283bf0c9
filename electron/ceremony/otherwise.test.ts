// What went otherwise is counted by kinds, and no entry of that sense is left out.
import { expect, test } from "vitest";
import type { RecordEntry } from "../record/kind.ts";
import { otherwiseOf, wentOtherwise } from "./otherwise.ts";

const entry = (seq: number, type: string, data: object = {}): RecordEntry =>
  ({ seq, type, data }) as unknown as RecordEntry;

test("entries that count alike are together, the gravest first", () => {
  const entries = [
    entry(0, "opened"),
    entry(4, "refused"),
    entry(5, "passphrase-refused"),
    entry(6, "resumed"),
    entry(7, "refused"),
    entry(8, "exception-noted"),
    entry(9, "step-done"),
  ];
  expect(wentOtherwise(entries)).toEqual([
    { as: "exceptions", entries: [8] },
    { as: "refusals", entries: [4, 7] },
    { as: "passphrases", entries: [5] },
    { as: "interruptions", entries: [6] },
  ]);
});

test("a key that is attested was accepted by nobody's decision", () => {
  expect(otherwiseOf(entry(1, "exchange-key-accepted", { attested: true }))).toBeNull();
  expect(otherwiseOf(entry(1, "exchange-key-accepted", { attested: false }))).toBe("decisions");
});

test("nothing went otherwise where all is as the script says", () => {
  expect(wentOtherwise([entry(0, "opened"), entry(1, "closing")])).toEqual([]);
});
