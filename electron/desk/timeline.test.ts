// Years of ceremonies: what each continues from, and where two continue from the same.
import { describe, expect, it } from "vitest";
import { standingOf, type Earlier } from "../ceremony/ceremony.ts";
import { PART_SCRIPT } from "../usecases/take-part.ts";
import { activationWith, onPaper, recordWith } from "../evidence/record.fixture.ts";
import type { Entry } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { sentence } from "../text/sentence.ts";
import { timelineOf } from "./timeline.ts";

const headOf = (entries: readonly Entry[]): string => entries.at(-1)!.hash;

/** The entries of a closed record of this year that continues from another. */
function held(
  year: number,
  before?: readonly Entry[],
  script = "activation",
  says: Partial<Earlier> = {},
): readonly Entry[] {
  const previous = before === undefined ? undefined : headOf(before);
  const earlier =
    before === undefined ? [] : [{ ...standingOf(before), head: headOf(before), ...says }];
  const opening = { script, clock: String(year), earlier };
  const { entries } = verifyRecord(
    recordWith([...activationWith({}, opening), ...onPaper], previous),
  );
  return entries.map((entry) => ({ ...entry, at: entry.at.replace("2026", String(year)) }));
}

const byHand = false;
const first = held(2020);
const second = held(2021, first);
const third = held(2023, second);

const rowsOf = (...records: readonly (readonly Entry[])[]) =>
  timelineOf(records.map((entries) => ({ entries, byHand })));

describe("a timeline", () => {
  it("is in the order of days, and each continues the one before it", () => {
    const rows = rowsOf(third, first, second);
    expect(rows.map(({ closedAt }) => closedAt.slice(0, 4))).toEqual(["2020", "2021", "2023"]);
    expect(rows.map(({ follows }) => follows)).toEqual(["nothing", "here", "here"]);
    expect(rows.map(({ continuedAt }) => continuedAt?.slice(0, 4))).toEqual([
      "2021",
      "2023",
      undefined,
    ]);
    expect(rows.map(({ isForked }) => isForked)).toEqual([false, false, false]);
    expect(rows[0]).toMatchObject({ closedBy: "paper", hsm: "Contoso-HSM", aborted: false });
    expect(rows[0]?.health?.level).toBe("whole");
  });

  it("says where the one before is not there", () => {
    expect(rowsOf(first, third).map(({ follows }) => follows)).toEqual(["nothing", "elsewhere"]);
  });

  it("shows two that continue the same, but no officer's part beside an attestation", () => {
    const other = held(2022, first);
    expect(rowsOf(first, second, other).map(({ isForked }) => isForked)).toEqual([
      false,
      true,
      true,
    ]);
    const part = held(2022, first, PART_SCRIPT);
    const rows = rowsOf(first, part);
    expect(rows.map(({ isForked, continuedAt }) => [isForked, continuedAt])).toEqual([
      [false, null],
      [false, null],
    ]);
    expect(rowsOf(first, second, part).map(({ isForked }) => isForked)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("says of a record in what it contradicts the one that it continues", () => {
    const forged = held(2021, first, "activation", { hsm: "Other-HSM" });
    expect(rowsOf(first, forged).map(({ differs }) => differs)).toEqual([
      null,
      sentence("continuation.hsm"),
    ]);
    expect(rowsOf(first, second, third).map(({ differs }) => differs)).toEqual([null, null, null]);
    expect(rowsOf(forged).map(({ differs }) => differs)).toEqual([null]);
  });

  it("has a record once, however often it is given", () => {
    const rows = timelineOf([
      { entries: first, byHand: false },
      { entries: first, byHand: true },
    ]);
    expect(rows.map((row) => row.byHand)).toEqual([false]);
  });
});
