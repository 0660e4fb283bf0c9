// Azure's log against records: one entry explains one operation, and nothing else does.
import { describe, expect, it } from "vitest";
import type { RecordEntry } from "./entries/entry.ts";
import { entriesOf, opened } from "./record.fixture.ts";
import { reconcile, type LoggedOperation } from "./reconcile.ts";

/** When the record's entries stand. */
const AT = Date.parse("2026-01-31T09:00:00.000Z");
const MINUTE = 60_000;
const event = (type: string) =>
  ({ station: "connected", event: { type, by: "administrator", data: {} } }) as const;
const record = (...types: readonly string[]): readonly RecordEntry[] =>
  entriesOf([{ station: "connected", event: opened() }, ...types.map(event)]);
const logged = (change: Partial<LoggedOperation> = {}): LoggedOperation => ({
  operation: "download",
  at: AT,
  hsm: "contoso-hsm",
  done: true,
  ...change,
});

const counts = (
  log: readonly LoggedOperation[],
  ...records: readonly (readonly RecordEntry[])[]
) => {
  const { explained, unexplained, tried, unlogged } = reconcile(log, records);
  return [explained, unexplained, tried, unlogged].map(({ length }) => length);
};

describe("an operation in Azure's log", () => {
  it.each([
    ["download", "download-began"],
    ["upload", "upload-began"],
    ["transfer-key", "exchange-key-fetched"],
  ] as const)("%s is explained by the entry %s near it", (operation, type) => {
    expect(counts([logged({ operation })], record(type))).toEqual([1, 0, 0, 0]);
    expect(counts([logged({ operation, at: AT + 14 * MINUTE })], record(type))).toEqual([
      1, 0, 0, 0,
    ]);
  });

  it.each([
    ["of another kind", { operation: "upload" }],
    ["that nobody knows", { operation: "unknown" }],
    ["of another HSM", { hsm: "contoso-hsm-2" }],
    ["without a time", { at: null }],
    ["a quarter of an hour later", { at: AT + 15 * MINUTE + 1 }],
    ["a day before", { at: AT - 1440 * MINUTE }],
  ] as const)("%s is an alarm", (_, change) => {
    expect(counts([logged(change)], record("download-began"))).toEqual([0, 1, 0, 1]);
  });

  it("without any record is an alarm; one that Azure refused was tried", () => {
    expect(counts([logged(), logged({ done: false })])).toEqual([0, 1, 1, 0]);
  });

  it("done twice by one entry's leave is once an alarm, and it is the farther one", () => {
    const near = logged({ at: AT + MINUTE });
    const far = logged({ at: AT - 5 * MINUTE });
    expect(reconcile([far, near], [record("download-began")])).toMatchObject({
      unexplained: [far],
      unlogged: [],
    });
    expect(counts([far, near], record("download-began", "download-began"))).toEqual([2, 0, 0, 0]);
  });

  it("that Azure refused does not use up the entry of the one that it did", () => {
    expect(
      counts([logged({ done: false }), logged({ at: AT + MINUTE })], record("download-began")),
    ).toEqual([1, 0, 1, 0]);
  });

  it("is explained across several records, and what no log has is told", () => {
    expect(
      counts(
        [logged(), logged({ operation: "upload" })],
        record("download-began"),
        record("upload-began", "exchange-key-fetched"),
      ),
    ).toEqual([2, 0, 0, 1]);
  });
});
