// The end on paper: one entry, of whom and of what, and then nothing more.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Script } from "../../ceremony-scripts/index.ts";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { fold } from "../ceremony/ceremony.ts";
import { opened, PEOPLE, SCRIPT } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { closeOnPaper } from "./close-on-paper.ts";
import type { Deps } from "./deps.ts";
import { journalOf, stateOf } from "./turn.ts";

const present = PEOPLE.map(({ role }) => role);
const [open, ...others] = SCRIPT.steps;
/** It opens, and is closed on paper. */
const script: Script = {
  ...SCRIPT,
  steps: [open!, { ...others.at(-1)!, id: "end", action: { kind: "close-on-paper" } }],
};

/** A station with a record in which all but the end is done. */
function beforeTheEnd(): Deps {
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  const station = "offline";
  const clock = () => new Date();
  const journal = openJournal({ folder, station, clock });
  onTestFinished(() => {
    journal.close();
    rmSync(folder, { recursive: true });
  });
  journal.append([
    opened(),
    { type: "step-began", by: "app", data: { step: "open" } },
    { type: "step-performed", by: "administrator", data: { step: "open" } },
    { type: "step-done", by: "witness", data: { step: "open", confirmedBy: "witness" } },
  ]);
  const record = { folder, open: journal };
  return { station, script, mode: "REHEARSAL", record, clock } as unknown as Deps;
}

describe("a closing on paper", () => {
  it("is the last entry: it says who signs the paper, and what all consent to", () => {
    const deps = beforeTheEnd();
    const view = closeOnPaper(deps, { present });
    expect(view).toMatchObject({ closed: true, onPaper: present, signed: [], step: null });
    const verdict = verifyRecord(journalOf(deps).bytes());
    expect(verdict).toMatchObject({ closed: true, closedBy: "paper", signatures: [] });
    expect(verdict.entries.at(-1)).toMatchObject({
      type: "closing-on-paper",
      data: { present, consent: { hsm: "Contoso-HSM", officers: 3, domainSha256: "" } },
    });
  });

  it("needs two different people of this ceremony", async () => {
    const deps = beforeTheEnd();
    for (const few of [[], ["witness"], ["witness", "witness"], ["witness", "officer-4"]])
      expect(codeOf(() => closeOnPaper(deps, { present: few }))).toBe("E-CLOSE-PRESENT");
    expect(stateOf(deps).closed).toBe(false);
  });

  it("is the end: no step runs, and no entry may follow", async () => {
    const deps = beforeTheEnd();
    closeOnPaper(deps, { present });
    expect(codeOf(() => closeOnPaper(deps, { present }))).toBe("E-STATE-CLOSED");
    const last = journalOf(deps).entries.at(-1)!;
    const more = { ...last, seq: last.seq + 1, type: "recess-began", data: { step: "end" } };
    expect(codeOf(() => fold([...journalOf(deps).entries, more]))).toBe("E-STATE-RECORD");
  });

  it("is only in a step that began", async () => {
    const deps = beforeTheEnd();
    const [first] = journalOf(deps).entries;
    closeOnPaper(deps, { present });
    const last = journalOf(deps).entries.at(-1)!;
    expect(codeOf(() => fold([first!, last]))).toBe("E-STATE-RECORD");
  });
});
