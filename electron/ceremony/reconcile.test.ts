// Azure's log against records: one entry explains one operation, and nothing else does.
import { describe, expect, it } from "vitest";
import type { RecordEntry } from "../record/kind.ts";
import { entriesOf, opened } from "./record.fixture.ts";
import { requestIdOf, type ReconciledRecord } from "./own-operations.ts";
import { reconcile, type LoggedOperation } from "./reconcile.ts";

/** When the record's entries stand. */
const AT = Date.parse("2026-01-31T09:00:00.000Z");
const MINUTE = 60_000;
const ME = "d9da5048-2737-4770-bd64-000000000001";
const OTHER = "d9da5048-2737-4770-bd64-00000000000F";
const event = (type: string, data: object = {}) =>
  ({ station: "connected", event: { type, by: "administrator", data } }) as const;
let made = 0;
/** A record of its own each time, of these entries after its opening. */
function entriesWith(...events: readonly ReturnType<typeof event>[]): readonly RecordEntry[] {
  made += 1;
  const placed = [{ station: "connected", event: opened() } as const, ...events];
  return entriesOf(placed).map((entry) => ({ ...entry, hash: `${made} ${entry.hash}` }));
}
const record = (...types: readonly string[]): ReconciledRecord => ({
  entries: entriesWith(...types.map((type) => event(type))),
  decides: true,
});
/** Entries so many minutes after nine. */
const timed = (
  ...timed: readonly (readonly [type: string, minutes: number])[]
): ReconciledRecord => ({
  decides: true,
  entries: entriesWith(...timed.map(([type]) => event(type))).map((entry, i) => ({
    ...entry,
    at: new Date(AT + (timed[i - 1]?.[1] ?? 0) * MINUTE).toISOString(),
  })),
});
const signedIn = (id: string, ...types: readonly string[]): ReconciledRecord => ({
  entries: entriesWith(event("signed-in", { id }), ...types.map((type) => event(type))),
  decides: true,
});
const logged = (change: Partial<LoggedOperation> = {}): LoggedOperation => ({
  operation: "download",
  at: AT,
  hsm: "contoso-hsm",
  done: true,
  caller: ME,
  address: "203.0.113.7",
  request: "",
  ...change,
});

const counts = (log: readonly LoggedOperation[], ...records: readonly ReconciledRecord[]) => {
  const { explained, unexplained, tried, unlogged } = reconcile(log, records);
  return [explained, unexplained, tried, unlogged].map(({ length }) => length);
};

describe("an operation in Azure's log", () => {
  it.each([
    ["download", "download-began"],
    ["upload", "upload-began"],
    ["transfer-key", "exchange-key-fetched"],
  ] as const)("%s is explained by the entry %s near it", (operation, type) => {
    for (const minutes of [-5, 0, 5])
      expect(counts([logged({ operation, at: AT + minutes * MINUTE })], record(type))).toEqual([
        1, 0, 0, 0,
      ]);
  });

  it.each([
    // The next entry was written once the answer had come.
    [
      "download",
      [
        ["download-began", 0],
        ["answer-received", 2],
      ],
      -5,
      7,
    ],
    // No answer came: it may have been on its way as long as a request is.
    ["download", [["download-began", 0]], -5, 15],
    [
      "upload",
      [
        ["upload-began", 0],
        ["upload-ended", 30],
      ],
      -5,
      15,
    ],
    // The key was there when its entry was written.
    [
      "transfer-key",
      [
        ["step-began", -3],
        ["exchange-key-fetched", 0],
      ],
      -8,
      5,
    ],
  ] as const)("%s is explained in the minutes that the record leaves for it", (...row) => {
    const [operation, entries, from, until] = row;
    const isExplained = (minutes: number) =>
      counts([logged({ operation, at: AT + minutes * MINUTE })], timed(...entries))[0] === 1;
    expect([from, until].map(isExplained)).toEqual([true, true]);
    expect([from - 1, until + 1].map(isExplained)).toEqual([false, false]);
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
      unexplained: [{ logged: far, named: { why: "used" } }],
      unlogged: [],
    });
    expect(counts([far, near], record("download-began", "download-began"))).toEqual([2, 0, 0, 0]);
  });

  it("that Azure refused does not use up the entry of the one that it did", () => {
    expect(
      counts([logged({ done: false }), logged({ at: AT + MINUTE })], record("download-began")),
    ).toEqual([1, 0, 1, 0]);
  });

  it("is explained across several records, and what no log has is reported", () => {
    expect(
      counts(
        [logged(), logged({ operation: "upload" })],
        record("download-began"),
        record("upload-began", "exchange-key-fetched"),
      ),
    ).toEqual([2, 0, 0, 1]);
  });

  it("is explained by no record that decides nothing: that one is named", () => {
    const undecided = { ...record("download-began"), decides: false };
    expect(reconcile([logged()], [undecided])).toMatchObject({
      explained: [],
      unexplained: [{ named: { own: { record: 0, seq: 1 }, why: "undecided" } }],
      unlogged: [],
    });
    expect(counts([logged()], undecided, record("upload-began", "download-began"))).toEqual([
      1, 0, 0, 2,
    ]);
  });

  it("is explained once by an entry that is in two copies of a record, or in a part of one", () => {
    const whole = record("download-began", "answer-received");
    const part = { entries: whole.entries.slice(0, 2), decides: false };
    for (const copies of [
      [whole, whole],
      [part, whole],
      [whole, part],
    ])
      expect(counts([logged(), logged({ at: AT + MINUTE })], ...copies)).toEqual([1, 1, 0, 0]);
  });

  it("is explained only to who had signed in, whatever case their id is written in", () => {
    const mine = signedIn(ME, "download-began");
    expect(counts([logged({ caller: ME.toUpperCase() })], mine)).toEqual([1, 0, 0, 0]);
    expect(reconcile([logged({ caller: OTHER })], [mine])).toMatchObject({
      explained: [],
      unexplained: [{ named: { why: "caller" } }],
    });
    const again = {
      decides: true,
      entries: entriesWith(
        event("signed-in", { id: ME }),
        event("download-began"),
        event("signed-in", { id: OTHER }),
        event("download-began"),
      ),
    };
    expect(counts([logged(), logged({ caller: OTHER })], again)).toEqual([2, 0, 0, 0]);
    expect(counts([logged(), logged({ at: AT + 1 })], again)).toEqual([1, 1, 0, 1]);
  });

  it("of another caller is not explained by a second entry of a record that names nobody", () => {
    const twice = record("download-began", "download-again-decided", "download-began");
    const stranger = logged({ caller: OTHER, at: AT + 3 * MINUTE });
    expect(reconcile([logged(), stranger], [twice])).toMatchObject({
      explained: [{ notCompared: ["caller", "address", "request"] }],
      unexplained: [{ logged: stranger, named: { why: "caller" } }],
    });
  });

  it("is reported with what was not compared: what the log does not say, or the record", () => {
    const compared = (change: Partial<LoggedOperation>, by: ReconciledRecord) =>
      reconcile([logged(change)], [by]).explained.map((one) => one.notCompared);
    const mine = signedIn(ME, "download-began");
    expect(compared({}, mine)).toEqual([["address", "request"]]);
    expect(compared({ caller: "" }, mine)).toEqual([["caller", "address", "request"]]);
    expect(compared({}, record("download-began"))).toEqual([["caller", "address", "request"]]);
  });

  it("is explained by the very request, once the log has one of the record's by its id", () => {
    const digits = (digit: string) => digit.repeat(64);
    const { entries } = record("download-began", "download-again-decided", "download-began");
    const known = {
      decides: true,
      entries: entries.map((entry, i) => ({ ...entry, hash: digits(String(i)) })),
    };
    const [first, again] = [requestIdOf(digits("1")), requestIdOf(digits("3"))];
    expect(first).toBe("11111111-1111-1111-1111-111111111111");
    const ours = [logged({ request: first }), logged({ request: again, at: AT + MINUTE })];
    expect(reconcile(ours, [known])).toMatchObject({
      explained: [{ notCompared: ["caller"] }, { notCompared: ["caller"] }],
    });
    // The same person asked once more, nearer to the entry than the ceremony's own request.
    const other = logged({ request: "22222222-2222-2222-2222-222222222222" });
    const own = logged({ request: again, at: AT + 2 * MINUTE });
    expect(reconcile([other, own], [known])).toMatchObject({
      explained: [{ logged: own, own: { seq: 3 } }],
      unexplained: [{ logged: other, named: { why: "request" } }],
    });
    // Of a log without ids, or of an earlier app's record, no request is compared.
    expect(counts([other], known)).toEqual([1, 0, 0, 1]);
  });

  it("of an exchange key has the id of the entry before, for its own has the answer", () => {
    const { entries } = record("step-began", "exchange-key-fetched");
    const known = entries.map((entry, i) => ({ ...entry, hash: String(i).repeat(64) }));
    const request = requestIdOf("1".repeat(64));
    const found = reconcile(
      [logged({ operation: "transfer-key", request })],
      [{ entries: known, decides: true }],
    );
    expect(found.explained).toMatchObject([{ notCompared: ["caller", "address"] }]);
  });

  const digitsOf = (of: ReconciledRecord): ReconciledRecord => ({
    ...of,
    entries: of.entries.map((entry, i) => ({ ...entry, hash: String(i).repeat(64) })),
  });
  const idAfter = (seq: number) => requestIdOf(String(seq).repeat(64));
  const THERE = "198.51.100.9";

  it("from another address than the others of its record is an alarm, unless its id is ours", () => {
    const recovery = digitsOf(
      timed(
        ["step-began", 0],
        ["exchange-key-fetched", 0],
        ["upload-began", 30],
        ["upload-ended", 31],
        ["download-began", 60],
      ),
    );
    const log = (...addresses: readonly string[]) => {
      const operations = ["transfer-key", "upload", "download"] as const;
      return operations.map((operation, i) =>
        logged({ operation, at: AT + i * 30 * MINUTE, address: addresses[i]! }),
      );
    };
    const told = (...addresses: readonly string[]) => {
      const { explained, unexplained } = reconcile(log(...addresses), [recovery]);
      return [
        explained.map(({ logged: one }) => one.operation),
        unexplained.map(({ logged: one, named }) => `${one.operation} ${named?.why}`),
      ];
    };
    const all = ["transfer-key", "upload", "download"];
    const here = "203.0.113.7";
    expect(told(here, `${here}:50123`, ` ::FFFF:${here}`)).toEqual([all, []]);
    expect(told(here, here, THERE)).toEqual([["transfer-key", "upload"], ["download address"]]);
    expect(told(THERE, "", here)).toEqual([
      ["upload"],
      ["transfer-key address", "download address"],
    ]);
    // By the id of its own entry it is ours: it is named, and no alarm. A station may have two.
    const named = log(here, here, THERE).map((one, i) => ({
      ...one,
      request: idAfter([1, 3, 5][i]!),
    }));
    expect(reconcile(named, [recovery])).toMatchObject({
      explained: [
        { elsewhere: false },
        { elsewhere: false },
        { elsewhere: true, notCompared: ["caller"] },
      ],
      unexplained: [],
    });
    // Two ceremonies may take place in two places.
    expect(
      counts(
        [logged(), logged({ operation: "upload", address: THERE })],
        record("download-began"),
        record("upload-began"),
      ),
    ).toEqual([2, 0, 0, 0]);
  });

  it("of an exchange key asked for again is explained by the refusal after it", () => {
    const refused = (code: string) => event("refused", { step: "upload-blob", code });
    const asked = (code: string, change: Partial<LoggedOperation> = {}) =>
      counts([logged({ operation: "transfer-key", ...change })], {
        decides: true,
        entries: entriesWith(event("upload-began"), refused(code)),
      });
    for (const code of ["E-UPLOAD-FAILED", "E-XK-STALE", "E-XK-WRONG-HSM"])
      expect(asked(code)).toEqual([1, 0, 0, 1]);
    expect(asked("E-MEDIA-GONE")).toEqual([0, 1, 0, 1]);
    expect(asked("E-XK-STALE", { at: AT + 6 * MINUTE })).toEqual([0, 1, 0, 1]);
    expect(asked("E-XK-STALE", { operation: "download" })).toEqual([0, 1, 0, 1]);
    // Its absence from a log is not reported: it may never have been sent.
    expect(reconcile([], [record("upload-began")]).unlogged).toHaveLength(1);
  });

  it("of an exchange key of which no entry tells is explained by its id alone, in its minutes", () => {
    const known = digitsOf(timed(["step-began", 0], ["upload-began", 30], ["step-began", 50]));
    const asked = (change: Partial<LoggedOperation>) =>
      counts([logged({ operation: "transfer-key", ...change })], known);
    expect(asked({ at: AT + 45 * MINUTE, request: idAfter(2) })).toEqual([1, 0, 0, 1]);
    expect(asked({ at: AT + 45 * MINUTE })).toEqual([0, 1, 0, 1]);
    expect(asked({ at: AT + 45 * MINUTE, request: idAfter(1) })).toEqual([0, 1, 0, 1]);
    // A reader of the record knows its heads, but comes later; and a head explains no download.
    expect(asked({ at: AT + 90 * MINUTE, request: idAfter(2) })).toEqual([0, 1, 0, 1]);
    const stolen = { operation: "download", at: AT + 45 * MINUTE, request: idAfter(2) } as const;
    expect(counts([logged(stolen)], known)).toEqual([0, 1, 0, 1]);
    const twice = logged({ operation: "transfer-key", at: AT + 45 * MINUTE, request: idAfter(2) });
    expect(counts([twice, { ...twice, at: AT + 46 * MINUTE }], known)).toEqual([1, 1, 0, 1]);
  });
});
