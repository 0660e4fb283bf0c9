// Azure's log against the records on this computer, as the window asks for it.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { utf8 } from "../../crypto/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import { lineOf } from "../journal/entry.ts";
import { verifyRecord } from "../journal/verify.ts";
import { ceremonyOf, UNEVENTFUL } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { reconciled } from "./reconciled.ts";

const pool = makePool("PRODUCTION");
const { record } = ceremonyOf("activation", pool, 1);
const { entries, head, signatures } = verifyRecord(record);
const { hsm } = entries[0]!.data as unknown as EventData["opened"];
const began = entries.find(({ type }) => type === "download-began")!;
const VOUCHED = { heads: [head], cards: [] };
const NOTHING = { heads: [], cards: [] };

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
  stored(1, record);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A record on this computer. */
function stored(number: number, bytes: Uint8Array): void {
  const folder = join(root, String(number), ".ceremonies", "1-activation", "offline");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "record.jsonl"), bytes);
}

/** A file chosen by hand. */
function file(bytes: Uint8Array): string {
  const path = join(root, "log.json");
  writeFileSync(path, bytes);
  return path;
}

const against = (...events: readonly object[]) =>
  reconciled([file(utf8(JSON.stringify(events)))], VOUCHED, root);

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

  it("reads what is in folders too, and counts an event once that several exports have", () => {
    const hours = join(root, "logs");
    for (const hour of ["h=00", "h=01"]) {
      mkdirSync(join(hours, hour), { recursive: true });
      writeFileSync(join(hours, hour, "PT1H.json"), JSON.stringify([event()]));
    }
    writeFileSync(join(hours, "notes.txt"), "not a log");
    const view = reconciled([file(utf8(JSON.stringify([event()]))), hours], VOUCHED, root);
    expect(view).toMatchObject({ files: 3, passedOver: 1, events: 3 });
    expect(view.operations.map(({ verdict }) => verdict)).toEqual(["explained"]);
    const empty = join(root, "empty");
    mkdirSync(empty);
    expect(codeOf(() => reconciled([empty], VOUCHED, root))).toBe("E-AUDIT-LOG");
  });

  it("explains nothing by a record for which nothing entered vouches, and names it", () => {
    const log = file(utf8(JSON.stringify([event()])));
    const opened = { script: "activation", openedAt: entries[0]!.at };
    expect(reconciled([log], NOTHING, root)).toMatchObject({
      undecided: [{ ...opened, lack: "anchor", code: "" }],
      operations: [
        { verdict: "alarm", ceremony: { ...opened, entry: began.seq }, why: "undecided" },
      ],
    });
    const cards = [...new Set(signatures.map((one) => `${one.officer} ${one.certificate}`))];
    expect(reconciled([log], { heads: [], cards }, root)).toMatchObject({
      undecided: [],
      operations: [
        { verdict: "explained", why: "", notCompared: ["caller", "address", "request"] },
      ],
    });
    const refused = (vouching: Parameters<typeof reconciled>[1]) =>
      codeOf(() => reconciled([log], vouching, root));
    expect(refused({ heads: ["0".repeat(64)], cards: [] })).toBe("E-LOG-HEAD");
    expect(refused({ heads: [], cards: ["0".repeat(64)] })).toBe("E-SIGNER-CARD");
  });

  it("explains nothing by what was aborted, is not closed, or lies, whatever is entered", () => {
    const happening = { ...UNEVENTFUL, abortedBefore: "match-domain" };
    const aborted = ceremonyOf("activation", pool, 2, { happening });
    stored(1, aborted.record);
    stored(2, Buffer.concat(entries.slice(0, -1).map(lineOf)));
    const lie = copyOf(ceremonyOf("activation", pool, 3));
    draftOf(lie.drafts, "download-began")!.data.required = 3;
    stored(3, sealed(lie));
    const heads = [verifyRecord(aborted.record).head];
    const at = (made: readonly { readonly type: string; readonly at: string }[]) =>
      made.find(({ type }) => type === "download-began")!.at;
    const events = [began.at, at(verifyRecord(aborted.record).entries)].map((time) =>
      event({ time }),
    );
    const log = file(utf8(JSON.stringify(events)));
    const view = reconciled([log], { heads, cards: [] }, root);
    expect(view.operations.map(({ verdict }) => verdict).slice(0, 2)).toEqual(["alarm", "alarm"]);
    expect(view.undecided).toMatchObject([
      { lack: "aborted", code: "" },
      { lack: "open", code: "" },
      { lack: "refused", code: "E-MEAN-REQUESTED" },
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
    const codeFor = (bytes: Uint8Array) => codeOf(() => reconciled([file(bytes)], NOTHING, root));
    expect(codeFor(utf8("{"))).toBe("E-AUDIT-FORM");
    expect(codeFor(utf8("{}\n".repeat(500_001)))).toBe("E-AUDIT-MANY");
    expect(codeFor(utf8("\n".repeat(500_001)))).toBe("E-AUDIT-MANY");
    expect(codeOf(() => reconciled([join(root, "gone")], NOTHING, root))).toBe("E-AUDIT-LOG");
    expect(codeOf(() => reconciled([join(root, "log.json", "x")], NOTHING, root))).toBe(
      "E-AUDIT-LOG",
    );
    expect(codeOf(() => reconciled(["/dev/zero"], NOTHING, root))).toBe("E-AUDIT-LOG");
    const many = Array<string>(10_001).fill(join(root, "log.json"));
    expect(codeOf(() => reconciled(many, NOTHING, root))).toBe("E-AUDIT-FILES");
    truncateSync(join(root, "log.json"), 256 * 1024 * 1024 + 1);
    expect(codeOf(() => reconciled(many.slice(0, 1), NOTHING, root))).toBe("E-AUDIT-SIZE");
  });

  it("tells how many bytes of how many were read", () => {
    const told: (readonly [number, number])[] = [];
    const line = utf8(`${JSON.stringify(event())}\n`.repeat(2500));
    reconciled([file(line)], NOTHING, root, (done, of) => told.push([done, of]));
    expect(told[0]).toEqual([0, line.length]);
    expect(told.slice(1).map(([done]) => done)).toEqual([
      (line.length / 2500) * 1000,
      (line.length / 2500) * 2000,
    ]);
  });
});
