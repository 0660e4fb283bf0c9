// The audit of what lies on this computer, and of what was chosen by hand.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { utf8 } from "../../crypto/index.ts";
import type { Earlier } from "../ceremony/ceremony.ts";
import { bundleOf } from "../evidence/bundle.ts";
import { verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { Audits } from "./audits.ts";
import type { ChosenRecord } from "./options.ts";

const pool = makePool();
const ceremony = ceremonyOf("activation", pool, 1);
const { record: first, script } = ceremony;
const { head } = verifyRecord(first);
const left = after(ceremony);
/** The next ceremony's record; it says this of the first one, in place of what that one left. */
const continuing = (says: Partial<Earlier> = {}) =>
  ceremonyOf("hand-off", pool, 2, { before: { ...left, earlier: { ...left.earlier, ...says } } });
const next = continuing();
const second = next.record;
const headOfSecond = verifyRecord(second).head;
const bundle = bundleOf({ record: first, script: utf8(script.text), papers: [] });

let root = "";
let chosen: ChosenRecord | null = null;
let audits: Audits;

function put(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
}

const EVIDENCE = "1/records/1-activation";
const putEvidence = (files: ReadonlyMap<string, Uint8Array>): void => {
  for (const [path, bytes] of files) put(`${EVIDENCE}/${path}`, bytes);
};

describe("an audit of this computer's ceremonies", () => {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "audits-"));
    chosen = null;
    put("1/.ceremonies/1-activation/offline/record.jsonl", first);
    const options = {
      root,
      chooseRecord: () => Promise.resolve(chosen),
      clock: () => new Date("2026-11-25T10:00:00.000Z"),
    };
    // Nothing else is asked of what the desk is given.
    audits = new Audits(options, { root });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("judges all the evidence that was put beside the record, not the record alone", async () => {
    putEvidence(bundle);
    expect((await audits.audit({ of: head }))?.files).toBe(bundle.size);
    put(`${EVIDENCE}/script.yaml`, utf8("other"));
    expect(await codeOf(() => audits.audit({ of: head }))).toBe("E-BUNDLE-HASH");
    expect(audits.record).toBe(null);
  });

  it("says that it judged the record alone where no evidence lies there", async () => {
    expect((await audits.audit({ of: head }))?.files).toBe(null);
  });

  it("refuses evidence of another record than this computer wrote", async () => {
    putEvidence(bundleOf({ record: second, script: utf8(next.script.text), papers: [] }));
    expect(await codeOf(() => audits.audit({ of: head }))).toBe("E-AUDIT-OTHER");
  });

  it("compares the one that is looked at with what came another way", async () => {
    expect(codeOf(() => audits.compare({ head, cards: [] }))).toBe("E-DESK-STALE");
    await audits.audit({ of: head });
    expect(audits.compare({ head, cards: [] }).headGiven).toBe(true);
    expect(codeOf(() => audits.compare({ head: headOfSecond, cards: [] }))).toBe("E-LOG-HEAD");
    expect(audits.compare({ head: "", cards: [] }).headGiven).toBe(false);
  });

  it("says what a record here lacks, until its head is entered from paper", async () => {
    put("1/.ceremonies/2-hand-off/offline/record.jsonl", second);
    const found = await audits.audit({ of: headOfSecond });
    expect(found).toMatchObject({
      follows: "as-left",
      anchoring: { anchor: "none", lacks: ["paper"] },
    });
    const compared = audits.compare({ head: headOfSecond, cards: [] });
    expect(compared.anchoring).toEqual({ anchor: "typed", lacks: [] });
    expect((await audits.audit({ of: headOfSecond }))?.anchoring?.anchor).toBe("typed");
  });

  it("refuses a record that contradicts the one here that it continues", async () => {
    chosen = { record: continuing({ domainFile: "other.json" }).record, bundle: null };
    expect(await codeOf(() => audits.audit({ of: "" }))).toBe("E-EARLIER-DIFFERS");
    expect(audits.record).toBe(null);
    chosen = { record: second, bundle: null };
    expect(await audits.audit({ of: "" })).toMatchObject({ follows: "as-left", anchoring: null });
  });

  it("puts what was chosen by hand onto the timeline, where it can be judged again", async () => {
    expect(await audits.audit({ of: "" })).toBe(null);
    chosen = { record: second, bundle: null };
    const found = await audits.audit({ of: "" });
    expect(found?.head).toBe(headOfSecond);
    expect(audits.timeline().map(({ byHand, follows }) => [byHand, follows])).toEqual([
      [false, "nothing"],
      [true, "here"],
    ]);
    expect((await audits.audit({ of: head }))?.continuedAt).toBe(audits.timeline()[1]!.closedAt);
    expect((await audits.audit({ of: headOfSecond }))?.continuedAt).toBe(null);
    expect(await codeOf(() => audits.audit({ of: "ab".repeat(32) }))).toBe("E-DESK-STALE");
  });
});
