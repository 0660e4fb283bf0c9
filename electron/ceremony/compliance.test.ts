// What auditors expect, compared with a record: existing entries are named by number, missing ones
// are reported.
import { describe, expect, it } from "vitest";
import { complianceOf, type ComplianceRow, type EventData, type RecordEntry } from "./ceremony.ts";
import {
  closing,
  custodyOf,
  digestOf,
  entriesOf,
  opened,
  played,
  QUORUM_ACCEPTED,
  SCRIPT,
  type AnyEvent,
  type Placed,
} from "./record.fixture.ts";
import { english } from "../text/text.ts";
import { SOUND } from "./standing.fixture.ts";

const offline = (...events: readonly AnyEvent[]): readonly Placed[] =>
  events.map((event) => ({ station: "offline", event }));

const of = <Type extends keyof EventData>(type: Type, data: EventData[Type]): AnyEvent => ({
  type,
  by: "administrator",
  data,
});

/** A row as it is read in English. */
type Said = Omit<ComplianceRow, "number" | "missing">
  & Readonly<{ number: string; missing: string[] }>;

const rowsOf = (entries: readonly RecordEntry[]): readonly Said[] =>
  complianceOf(entries).map(({ number, missing, ...row }) => ({
    ...row,
    number: english(number),
    missing: missing.map(english),
  }));

function rowOf(entries: readonly RecordEntry[], framework: string, number: string): Said {
  const found = rowsOf(entries).find(
    (row) => row.framework.startsWith(framework) && row.number === number,
  );
  if (found === undefined) throw new Error(`no row ${framework} ${number}`);
  return found;
}

/** An attestation's record that continues a complete custody. */
const goingOn = (...events: readonly AnyEvent[]): readonly RecordEntry[] =>
  entriesOf([...offline(opened({ earlier: [{ ...SOUND, head: "0".repeat(64) }] }), ...events)]);

const activation = entriesOf(played(SCRIPT, SCRIPT.steps.length));

describe("what auditors expect", () => {
  it("has each number once, names only entries that there are, and is the same each time", () => {
    const rows = rowsOf(activation);
    const names = rows.map(({ framework, number }) => `${framework} ${number}`);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(rows.map(({ framework }) => framework)).size).toBe(4);
    for (const { entries, number } of rows)
      for (const seq of entries) expect(activation[seq], number).toBeDefined();
    expect(rowsOf(activation)).toEqual(rows);
  });

  it("says of each whether it is shown, in part, missing, or no matter of this ceremony", () => {
    for (const { entries, missing, verdict, number } of rowsOf(activation))
      expect(verdict, number).toBe(
        entries.length > 0
          ? missing.length > 0
            ? "in-part"
            : "shown"
          : missing.length > 0
            ? "missing"
            : "not-touched",
      );
  });

  it("always says what no record can contain", () => {
    for (const [framework, number, words] of [
      ["PCI", "3.7.8", "each custodian signs the form"],
      ["PCI", "3.7.4", "set one"],
      ["Microsoft", "Alerts", "Azure's log is not in the record"],
      ["ISO", "A.8.24", "own rules on cryptography are not in the record"],
    ] as const)
      expect(rowOf(activation, framework, number).missing.join(" ")).toContain(words);
  });
});

describe("an activation", () => {
  it("shows generation by the entries of the keys, and says that they are short", () => {
    const made = activation.filter(({ type }) => type === "key-made").map(({ seq }) => seq);
    expect(made).toHaveLength(3);
    const row = rowOf(activation, "PCI", "3.7.1");
    expect(row.entries).toEqual(made);
    expect(row.verdict).toBe("in-part");
    expect(row.missing[0]).toContain("2048 bits");
    const long = activation.map((entry) =>
      entry.type !== "key-made"
        ? entry
        : { ...entry, data: { ...(entry.data as object), bits: 4096 } },
    );
    expect(rowOf(long, "PCI", "3.7.1")).toMatchObject({ verdict: "shown", entries: made });
  });

  it("that recorded no custody, no proof and no backup says each of them", () => {
    expect(rowOf(activation, "PCI", "3.6.1.4")).toMatchObject({
      verdict: "missing",
      missing: [expect.stringContaining("not recorded")],
    });
    expect(rowOf(activation, "NIST", "9.5").missing).toHaveLength(3);
    expect(rowOf(activation, "Microsoft", "Backup").verdict).toBe("missing");
  });

  it("that did not compare the domain with the certificates says so", () => {
    const domain = of("domain-written", { sha256: digestOf("d"), size: 1, files: [] });
    const matched = of("domain-matched", { sha256: digestOf("d"), required: 2, thumbprints: [] });
    const start = offline(opened(), domain);
    expect(rowOf(entriesOf(start), "PCI", "3.7.7")).toMatchObject({
      verdict: "missing",
      entries: [],
    });
    expect(rowOf(entriesOf([...start, ...offline(matched)]), "PCI", "3.7.7")).toMatchObject({
      verdict: "shown",
      entries: [2],
    });
  });

  it("in which a step was confirmed by nobody does not show dual control", () => {
    const [first, ...rest] = played(SCRIPT, 4).toReversed();
    expect(first?.event.type).toBe("step-done");
    expect(rowOf(entriesOf(rest.toReversed()), "PCI", "3.7.6").missing).toEqual([
      "A step was performed that nobody confirmed.",
    ]);
    expect(rowOf(activation, "PCI", "3.7.6").missing).toEqual([]);
  });

  it("that is not closed, or closed on paper, says what is missing of its end", () => {
    const row = (entries: readonly RecordEntry[]) => rowOf(entries, "ISO", "A.8.24, logging");
    expect(row(activation).verdict).toBe("shown");
    expect(row(entriesOf(played(SCRIPT, 3)))).toMatchObject({
      verdict: "missing",
      missing: [expect.stringContaining("not closed")],
    });
    const { consent } = closing([]).data as EventData["closing"];
    const onPaper = of("closing-on-paper", { present: ["administrator", "witness"], consent });
    expect(
      row(entriesOf(offline(opened(), of("step-began", { step: "close" }), onPaper))).missing,
    ).toEqual([expect.stringContaining("not in the record: keep that paper")]);
  });
});

describe("a ceremony that continues from a record", () => {
  it("shows the custody by its first entry, and a deviation as one that was accepted", () => {
    const entries = goingOn();
    expect(rowOf(entries, "Microsoft", "Places")).toMatchObject({ verdict: "shown", entries: [0] });
    expect(rowOf(entries, "Microsoft", "Quorum").verdict).toBe("in-part");
    expect(rowOf(entries, "Microsoft", "Quorum").missing.join(" ")).toContain("accepted it");
  });

  it("with keys in trouble says that they were not replaced", () => {
    const lost = goingOn(
      of("trouble-reported", {
        officer: "officer-2",
        trouble: "lost",
        happened: "Gone.",
        decidedBy: ["administrator", "witness"],
      }),
    );
    expect(rowOf(lost, "PCI", "3.7.5")).toMatchObject({
      verdict: "in-part",
      entries: [1],
      missing: [expect.stringContaining("was not replaced")],
    });
    expect(rowOf(goingOn(), "PCI", "3.7.5").verdict).toBe("not-touched");
  });

  it("with all keys in one hand does not show what Microsoft asks", () => {
    const objects = custodyOf(["officer-1 medium", "officer-2 medium"]).map((object) => ({
      ...object,
      custodian: "One Person",
    }));
    const row = rowOf(
      goingOn(of("deviation-accepted", QUORUM_ACCEPTED), of("custody-recorded", { objects })),
      "Microsoft",
      "Holders",
    );
    expect(row).toMatchObject({ verdict: "missing", entries: [] });
    expect(row.missing[0]).toContain("One person keeps the keys of two officers");
  });
});
