// A record's times continue: a station whose clock was set back writes nothing that contradicts them.
import { expect, it } from "vitest";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { opened, SCRIPT } from "../ceremony/record.fixture.ts";
import { goesBack } from "../ceremony/ceremony.ts";
import { openJournal } from "../journal/journal.ts";
import type { Deps } from "./deps.ts";
import { record } from "./turn.ts";

const OPENED_AT = Date.UTC(2026, 0, 31, 9);
const MINUTE = 60_000;

function station() {
  const folder = mkdtempSync(join(tmpdir(), "clock-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const time = { now: OPENED_AT };
  const clock = () => new Date(time.now);
  const journal = openJournal({ folder, station: "offline", clock });
  journal.append([opened()]);
  // Nothing else is asked of them here.
  const deps = { station: "offline", script: SCRIPT, clock, record: { folder, open: journal } };
  return { time, deps: deps as unknown as Deps, journal };
}

const began = { type: "step-began", by: "app", data: { step: "open" } } as const;
const exception = {
  type: "exception-noted",
  by: "administrator",
  data: {
    expected: "The clock is right.",
    happened: "It was an hour fast.",
    decided: "It was set right.",
    decidedBy: ["administrator", "witness"],
    step: "open",
    decision: "continue",
  },
} as const;

it("a clock that is put right by a minute at most is of no concern", () => {
  const { time, deps, journal } = station();
  time.now -= MINUTE;
  record(deps, began);
  expect(journal.entries).toHaveLength(2);
});

it("one that went back further stops the record, until people have said why", () => {
  const { time, deps, journal } = station();
  time.now -= 60 * MINUTE;
  expect(
    codeOf(() => {
      record(deps, began);
    }),
  ).toBe("E-CLOCK-BACK");
  expect(journal.entries).toHaveLength(1);
  record(deps, exception);
  record(deps, began);
  expect(journal.entries).toHaveLength(3);
});

it("whose seats are simulated is recorded after the entry about the break", () => {
  const { time, deps, journal } = station();
  time.now -= 60 * MINUTE;
  record({ ...deps, simulated: () => ["witness"] }, exception);
  expect(journal.entries.map(({ type }) => type)).toEqual([
    "opened",
    "exception-noted",
    "seats-simulated",
  ]);
  const [, noted, told] = journal.entries;
  expect(goesBack("seats-simulated", told?.at ?? "", noted?.at ?? "")).toBe(false);
});
