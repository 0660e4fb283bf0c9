// The comparison with Azure's log in plain words: what was done, by whom, and what to do.
import { describe, expect, it } from "vitest";
import type { OperationView } from "../../electron/bridge/reconcile-view.ts";
import {
  alarmOf,
  deedsOf,
  findingOf,
  operationLine,
  readLine,
  undecidedLine,
  chosenLine,
} from "./reconcile.ts";
import { say } from "./say.ts";

const one = (change: Partial<OperationView> = {}): OperationView => ({
  verdict: "alarm",
  operation: "download",
  at: "2031-03-12T02:14:00.000Z",
  hsm: "Contoso-HSM",
  caller: "d9da5048",
  address: "203.0.113.7",
  ceremony: null,
  why: "",
  notCompared: [],
  elsewhere: false,
  ...change,
});

describe("an alarm", () => {
  it("is one sentence that says what was done, or how often", () => {
    expect(alarmOf([one(), one({ verdict: "tried" })])).toBe(
      "The security domain was downloaded, and no record that can be relied on explains it.",
    );
    expect(alarmOf([one(), one({ operation: "upload" })])).toMatch(/^2 operations on a /);
  });

  it("says what to do: another thing of a download than of an upload", () => {
    expect(deedsOf([one()]).join(" ")).toContain("assume they have");
    expect(deedsOf([one({ operation: "upload" })]).join(" ")).not.toContain("assume they have");
    expect(deedsOf([one({ operation: "upload" })]).join(" ")).toContain("second HSM");
    for (const deeds of [deedsOf([one()]), deedsOf([one({ operation: "unknown" })])])
      expect(deeds[0]).toContain("Find out who did it");
  });
});

describe("a line of the log", () => {
  it("has what was not compared, and why a record that mentions it does not explain it", () => {
    const ceremony = { script: "recovery", openedAt: "2031-03-12T01:00:00.000Z", entry: 12 };
    const line = (change: Partial<OperationView>) => operationLine(one({ ceremony, ...change }));
    expect(line({ verdict: "explained", notCompared: ["caller", "address"] })).toContain(
      "entry 12. Not compared: who did it, the address.",
    );
    expect(line({ verdict: "explained", elsewhere: true, notCompared: ["request"] })).toContain(
      "entry 12. From another address than other events of this ceremony: ask whether that station "
        + "has two. Not compared: the request.",
    );
    for (const [why, says] of [
      ["address", "from another address than its other events, and no ID shows that it is its own"],
      ["undecided", "explains nothing by itself"],
      ["caller", "someone else had signed in"],
      ["used", "explains another event"],
    ] as const)
      expect(line({ why })).toContain(`entry 12, records one in these minutes, but ${says}.`);
    expect(deedsOf([one({ why: "undecided" })])[0]).toContain("head on paper");
  });

  it("of a record that explains nothing says why", () => {
    const record = { script: "activation", openedAt: "2031-03-12T01:00:00.000Z", code: "" };
    const lines = (["open", "aborted", "paper", "anchor"] as const).map((lack) =>
      undecidedLine({ ...record, lack }),
    );
    expect(new Set(lines).size).toBe(4);
    expect(lines[0]).toBe("Activation of 12 Mar 2031: it is not closed.");
    expect(undecidedLine({ ...record, lack: "refused", code: "E-MEAN-SEAL" })).toContain(
      "it is refused (E-MEAN-SEAL).",
    );
  });

  it("has who, whence and when, and the ceremony that explains it", () => {
    expect(operationLine(one())).toBe(
      "The security domain was downloaded: Contoso-HSM, 12 Mar "
        + "2031, 02:14:00 UTC, by d9da5048, from 203.0.113.7. No record here mentions it.",
    );
    expect(
      operationLine(
        one({
          verdict: "explained",
          ceremony: { script: "recovery", openedAt: "2031-03-12T01:00:00.000Z", entry: 12 },
        }),
      ),
    ).toContain("Recovery of 12 Mar 2031, entry 12.");
    expect(operationLine(one({ at: "", caller: "", address: "" }))).toContain(
      "at an unknown time, by an unnamed caller, from an unknown address",
    );
    expect(operationLine(one({ verdict: "tried" }))).toContain("Azure refused it.");
    expect(operationLine(one({ verdict: "unlogged" }))).toContain("Does the log go back that far?");
  });
});

it("without an alarm the finding tells a clean log from an empty one, and from a try", () => {
  const view = (operations: readonly OperationView[]) => ({
    rehearsal: false,
    files: 1,
    passedOver: 0,
    records: 1,
    undecided: [],
    events: 2,
    operations,
  });
  expect(readLine(view([]))).toBe("1 file with 2 events read, compared with 1 record.");
  expect(readLine({ ...view([]), files: 24, passedOver: 3 })).toBe(
    "24 files with 2 events read, compared with 1 record. Not read, because they are not .json or "
      + ".jsonl: 3.",
  );
  const rows = [
    { kind: "file", name: "h=00/PT1H.json", more: 0 },
    { kind: "file", name: "d=01/a.json", more: 30 },
    { kind: "folder", name: "m=03/d=01", more: 0 },
  ] as const;
  expect(rows.map(chosenLine)).toEqual([
    "h=00/PT1H.json",
    "d=01/a.json and 30 more",
    "m=03/d=01, every .json and .jsonl in it",
  ]);
  const findings = [[], [one({ verdict: "explained" })], [one({ verdict: "tried" })]].map(
    (operations) => findingOf(view(operations)),
  );
  expect(new Set(findings).size).toBe(3);
  const practised = { ...view([one({ verdict: "explained" })]), rehearsal: true };
  expect(findingOf(practised)).toBe(say("reconcile.practised"));
});
