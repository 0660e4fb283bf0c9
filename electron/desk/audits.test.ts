// The audit of what is on this computer, and of what was chosen by hand.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { utf8 } from "../../crypto/index.ts";
import type { Earlier } from "../ceremony/ceremony.ts";
import { bundleOf } from "../evidence/bundle.ts";
import { headLineOf, writeHeadLine } from "../evidence/heads.ts";
import { headWords, verifyRecord } from "../journal/verify.ts";
import { after, ceremonyOf } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { yearsOf } from "../meaning/years.fixture.ts";
import { Audits } from "./audits.ts";
import { KNOWN_MAX } from "./checker.ts";

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
let audits: Audits;
const clock = () => new Date("2026-11-25T10:00:00.000Z");

/** A file chosen by hand. */
function file(bytes: Uint8Array): string {
  put("chosen/record.jsonl", bytes);
  return join(root, "chosen", "record.jsonl");
}

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
    put("1/.ceremonies/1-activation/offline/record.jsonl", first);
    audits = new Audits({ root, clock });
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("checks all the evidence that was put beside the record, not the record alone", async () => {
    putEvidence(bundle);
    expect(audits.audit(head, "").files).toBe(bundle.size);
    put(`${EVIDENCE}/script.yaml`, utf8("other"));
    expect(codeOf(() => audits.audit(head, ""))).toBe("E-BUNDLE-HASH");
    expect(audits.record).toBe(null);
  });

  it("says that it checked only the record if there is no evidence", async () => {
    expect(audits.audit(head, "").files).toBe(null);
  });

  it("refuses evidence of another record than this computer wrote", async () => {
    putEvidence(bundleOf({ record: second, script: utf8(next.script.text), papers: [] }));
    expect(codeOf(() => audits.audit(head, ""))).toBe("E-AUDIT-OTHER");
  });

  it("compares the one that is open with what came by another way", async () => {
    expect(codeOf(() => audits.compare({ head, cards: [] }))).toBe("E-DESK-STALE");
    audits.audit(head, "");
    expect(audits.compare({ head, cards: [] }).headGiven).toBe(true);
    expect(codeOf(() => audits.compare({ head: headOfSecond, cards: [] }))).toBe("E-LOG-HEAD");
    expect(audits.compare({ head: "", cards: [] }).headGiven).toBe(false);
  });

  it("says what a record here lacks, until its head is entered from paper", async () => {
    put("1/.ceremonies/2-hand-off/offline/record.jsonl", second);
    const found = audits.audit(headOfSecond, "");
    expect(found).toMatchObject({
      follows: "as-left",
      anchoring: { anchor: "none", lacks: ["paper"] },
    });
    const compared = audits.compare({ head: headOfSecond, cards: [] });
    expect(compared.anchoring).toEqual({ anchor: "typed", lacks: [] });
    expect(audits.audit(headOfSecond, "").anchoring?.anchor).toBe("typed");
  });

  it("B202 takes a list of heads beside a record: gaps and forks are named, and it stays for the next one", () => {
    const lines = [first, second].map((bytes) =>
      writeHeadLine(headLineOf(verifyRecord(bytes).entries)),
    );
    const listOf = (...of: readonly string[]) => {
      put("heads.txt", utf8(`# Kept by the auditor since 2026 – Köln\n${of.join("")}`));
      return audits.beside([join(root, "heads.txt")]);
    };
    expect(audits.audit(head, "").heads).toBe(null);
    const { view, known } = listOf(...lines);
    expect(known).toEqual([{ path: join(root, "heads.txt"), head: "" }]);
    const successor = headWords(headOfSecond);
    expect(view.heads).toEqual({ refused: null, lines: 2, isListed: true, successor, gaps: [] });
    const gap = { words: successor, before: headWords(head) };
    expect(listOf(lines[1]!).view.heads).toMatchObject({ isListed: false, gaps: [gap] });
    const other = lines[1]!.replace(headOfSecond, head.replace(/^./, "e").replace(/.$/, "e"));
    expect(listOf(...lines, other).view.heads).toMatchObject({
      refused: { id: "evidence-faults.E-HEADS-FORK" },
    });
    const { notAdded } = listOf("no line\n").view;
    expect(notAdded).toMatchObject([{ code: "E-HEADS-FORM" }]);
    const again = new Audits({ root, clock });
    again.recall([{ path: join(root, "heads.txt"), head: "" }], head);
    listOf(lines[0]!);
    again.recall([{ path: join(root, "heads.txt"), head: "" }], head);
    expect(again.audit(head, "").heads).toMatchObject({ lines: 1, isListed: true });
  });

  it("refuses a record that contradicts the one here that it continues", async () => {
    const contradicting = file(continuing({ domainFile: "other.json" }).record);
    expect(codeOf(() => audits.audit("", contradicting))).toBe("E-EARLIER-DIFFERS");
    expect(audits.record).toBe(null);
    expect(audits.audit("", file(second))).toMatchObject({ follows: "as-left", anchoring: null });
  });

  it("puts what was chosen by hand onto the timeline, where it can be checked again", async () => {
    const found = audits.audit("", file(second));
    expect(found.head).toBe(headOfSecond);
    expect(audits.timeline().map(({ byHand, follows }) => [byHand, follows])).toEqual([
      [false, "nothing"],
      [true, "here"],
    ]);
    expect(audits.audit(head, "").continuedAt).toBe(audits.timeline()[1]!.closedAt);
    expect(audits.audit(headOfSecond, "").continuedAt).toBe(null);
    expect(codeOf(() => audits.audit("ab".repeat(32), ""))).toBe("E-DESK-STALE");
  });

  it("says what it was not compared with, until that is chosen beside it (B193)", async () => {
    audits = new Audits({ root: join(root, "none"), clock });
    expect(codeOf(() => audits.beside([root]))).toBe("E-DESK-STALE");
    const found = audits.audit("", file(second));
    const words = headWords(head);
    expect(found.notCompared).toEqual([{ what: "head" }, { what: "before", words, code: null }]);
    audits.compare({ head: headOfSecond, cards: [] });
    put("stick/evidence/deep/record.jsonl", first);
    put("stick/.hidden/record.jsonl", first);
    put("stick/broken/record.jsonl", utf8("{}"));
    const { view, known } = audits.beside([join(root, "stick")]);
    expect(view).toMatchObject({
      follows: "as-left",
      notCompared: [],
      headGiven: true,
      notAdded: [{ name: "broken/record.jsonl", code: "E-LOG-TORN" }],
    });
    expect(known).toEqual([{ path: join(root, "stick/evidence/deep/record.jsonl"), head }]);
    expect(audits.timeline()).toHaveLength(2);
    const empty = audits.beside([join(root, "stick/.hidden/gone")]);
    expect(empty.view.notAdded).toEqual([{ name: ".hidden/gone", code: "E-AUDIT-FILE" }]);
  });

  it("asks each record of five years once, however many others name it", () => {
    const kinds = ["activation", ...Array.from({ length: 20 }, () => "attestation")];
    const { links, parts } = yearsOf(kinds, pool, 11);
    // Asked once for each way to it, they would be asked twenty million times.
    expect(parts).toHaveLength(30);
    const all = [...links, ...parts];
    for (const [n, { verdict, ceremony }] of all.entries())
      put(`stick/${n}-${verdict.head.slice(0, 8)}/record.jsonl`, ceremony.record);
    const last = links.at(-1)!.ceremony.record;
    audits = new Audits({ root: join(root, "none"), clock });
    audits.audit("", file(last));
    const { notCompared, follows, notAdded } = audits.beside([join(root, "stick")]).view;
    expect(notAdded).toEqual([]);
    expect({ notCompared, follows }).toEqual({
      notCompared: [{ what: "head" }],
      follows: "as-left",
    });
  });

  it("names what is too much to be compared at once (B197)", () => {
    audits.audit("", file(second));
    for (let n = 0; n <= KNOWN_MAX; n++)
      put(`stick/${String(n).padStart(3, "0")}/record.jsonl`, utf8("{}"));
    const { notAdded } = audits.beside([join(root, "stick")]).view;
    expect(notAdded.map(({ code }) => code).slice(-2)).toEqual(["E-LOG-TORN", "E-AUDIT-MANY"]);
    expect(notAdded.at(-1)?.name).toBe(`${KNOWN_MAX}/record.jsonl`);
  });

  it("names a record before it that is here and breaks a rule", async () => {
    const copy = copyOf(ceremony);
    draftOf(copy.drafts, "custody-recorded")!.data.objects.pop();
    const lie = sealed(copy);
    put("1/.ceremonies/1-activation/offline/record.jsonl", lie);
    const on = ceremonyOf("hand-off", pool, 2, { before: after({ ...ceremony, record: lie }) });
    const { notCompared } = audits.audit("", file(on.record));
    expect(notCompared).toContainEqual({
      what: "before",
      words: headWords(verifyRecord(lie).head),
      code: "E-MEAN-CUSTODY",
    });
  });

  it("says that another record continues the one before it", async () => {
    const other = ceremonyOf("hand-off", pool, 9, { before: left });
    expect(audits.audit("", file(second)).isForked).toBe(false);
    put("2/.ceremonies/2-hand-off/offline/record.jsonl", other.record);
    expect(audits.audit("", file(second)).isForked).toBe(true);
  });

  it("recalls what another process knew, as far as it is as it was", () => {
    const path = file(second);
    const gone = { path: join(root, "gone"), head: "ab".repeat(32) };
    audits.recall([{ path, head: headOfSecond }, { path, head }, gone], headOfSecond);
    expect(audits.timeline().map((row) => [row.head, row.byHand])).toEqual([
      [head, false],
      [headOfSecond, true],
    ]);
    expect(audits.record).toEqual(second);
    const other = new Audits({ root, clock });
    put("chosen/record.jsonl", utf8("another file by now"));
    other.recall([{ path, head: headOfSecond }], headOfSecond);
    expect(other.timeline()).toHaveLength(1);
    expect(other.record).toBe(null);
  });
});
