// Azure's log against the records on this computer, as the window asks for it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { utf8 } from "../../crypto/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { activation } from "../evidence/record.fixture.ts";
import { verifyRecord } from "../journal/verify.ts";
import { reconciled } from "./reconciled.ts";

const record = activation({
  "download-domain": [
    { type: "download-began", by: "administrator", data: { required: 2, thumbprints: [] } },
  ],
});
const { entries } = verifyRecord(record);
const { hsm } = entries[0]!.data as unknown as EventData["opened"];
const began = entries.find(({ type }) => type === "download-began")!;

const event = (change: object = {}) => ({
  time: new Date(Date.parse(began.at) + 2000).toISOString(),
  httpStatusCode: 202,
  operationName: "SecurityDomainBackup",
  callerIpAddress: "203.0.113.7",
  requestUri: `https://${hsm}.managedhsm.azure.net/securitydomain/download?api-version=7.5`,
  ...change,
});

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "reconciled-"));
  const folder = join(root, "1", ".ceremonies", "1-activation", "offline");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "record.jsonl"), record);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A file chosen by hand. */
function file(bytes: Uint8Array): string {
  const path = join(root, "log.json");
  writeFileSync(path, bytes);
  return path;
}

const against = (...events: readonly object[]) =>
  reconciled([file(utf8(JSON.stringify(events)))], root);

describe("Azure's log against the records on this computer", () => {
  it("explains a ceremony's download by its entry, and alarms about a second one", () => {
    const view = against(event(), event({ time: "2031-03-12T02:14:00.000Z" }));
    expect(view).toMatchObject({ records: 1, events: 2 });
    expect(view.operations).toMatchObject([
      { verdict: "alarm", at: "2031-03-12T02:14:00.000Z", address: "203.0.113.7", ceremony: null },
      {
        verdict: "explained",
        operation: "download",
        ceremony: { script: "activation", openedAt: entries[0]!.at, entry: began.seq },
      },
    ]);
  });

  it("tells what is not in the log, and what Azure refused", () => {
    const view = against(event({ httpStatusCode: 403, time: "2031-03-12T02:14:00Z" }));
    expect(view.operations.map(({ verdict }) => verdict)).toEqual(["tried", "unlogged"]);
  });

  it("shows what others wrote as printable text, and short", () => {
    const view = against(event({ resourceId: `/managedHSMs/x\u202e\u001b[2J${"y".repeat(300)}` }));
    const { hsm: shown } = view.operations[0]!;
    expect(shown).toMatch(/^x\?\?\[2Jy+$/);
    expect(shown).toHaveLength(100);
  });

  it("refuses what is no log, and what is no file that can be read", () => {
    const codeFor = (bytes: Uint8Array) => codeOf(() => reconciled([file(bytes)], root));
    expect(codeFor(utf8("{"))).toBe("E-AUDIT-FORM");
    expect(codeFor(utf8("{}\n".repeat(500_001)))).toBe("E-AUDIT-MANY");
    expect(codeFor(utf8("\n".repeat(500_001)))).toBe("E-AUDIT-MANY");
    expect(codeOf(() => reconciled([join(root, "gone")], root))).toBe("E-AUDIT-LOG");
    expect(codeOf(() => reconciled([root], root))).toBe("E-AUDIT-LOG");
    expect(codeOf(() => reconciled(["/dev/zero"], root))).toBe("E-AUDIT-LOG");
  });

  it("tells how many bytes of how many were read", () => {
    const told: (readonly [number, number])[] = [];
    const line = utf8(`${JSON.stringify(event())}\n`.repeat(2500));
    reconciled([file(line)], root, (done, of) => told.push([done, of]));
    expect(told[0]).toEqual([0, line.length]);
    expect(told.slice(1).map(([done]) => done)).toEqual([
      (line.length / 2500) * 1000,
      (line.length / 2500) * 2000,
    ]);
  });
});
