// Azure's log against the records on this computer, as the window asks for it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isFault, utf8 } from "../../crypto/index.ts";
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

const against = (...events: readonly object[]) =>
  reconciled({ chooseLogs: async () => [utf8(JSON.stringify(events))] }, { root });

describe("Azure's log against the records on this computer", () => {
  it("explains a ceremony's download by its entry, and alarms about a second one", async () => {
    const view = (await against(event(), event({ time: "2031-03-12T02:14:00.000Z" })))!;
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

  it("tells what is not in the log, and what Azure refused", async () => {
    const view = (await against(event({ httpStatusCode: 403, time: "2031-03-12T02:14:00Z" })))!;
    expect(view.operations.map(({ verdict }) => verdict)).toEqual(["tried", "unlogged"]);
  });

  it("shows what others wrote as printable text, and short", async () => {
    const view = (await against(
      event({ resourceId: `/managedHSMs/x\u202e\u001b[2J${"y".repeat(300)}` }),
    ))!;
    const { hsm: shown } = view.operations[0]!;
    expect(shown).toMatch(/^x\?\?\[2Jy+$/);
    expect(shown).toHaveLength(100);
  });

  it("does nothing where nobody chose, and refuses what is no log or cannot be read", async () => {
    expect(await reconciled({ chooseLogs: async () => null }, { root })).toBeNull();
    const codeOf = async (chooseLogs: () => Promise<readonly Uint8Array[]>) => {
      const error: unknown = await reconciled({ chooseLogs }, { root }).catch((e: unknown) => e);
      return isFault(error) ? error.code : error;
    };
    expect(await codeOf(async () => [utf8("{")])).toBe("E-AUDIT-FORM");
    const many = async () => [utf8("{}\n".repeat(500_001))];
    expect(await codeOf(many)).toBe("E-AUDIT-MANY");
    expect(await codeOf(async () => [utf8("\n".repeat(500_001))])).toBe("E-AUDIT-MANY");
    expect(await codeOf(() => Promise.reject(new Error("gone")))).toBe("E-AUDIT-LOG");
  });
});
