// What one record of a chain says of a domain, a medium or a test message, no later one says
// otherwise.
import { describe, expect, it } from "vitest";
import { english } from "../text/english.ts";
import { contradictionIn } from "./chain-facts.ts";
import { digestOf } from "./record.fixture.ts";
import type { RecordEntry } from "../record/kind.ts";

const entryOf = (type: string, data: object): RecordEntry => ({
  ...{ type, data, by: "app", at: "2026-01-31T09:00:00.000Z", hash: "", seq: 1 },
  station: "offline",
});
const domainSha256 = digestOf("domain");
const opened = (...names: readonly string[]) =>
  names.map((tag) => ({ tag, sha256: digestOf(tag) }));
const proof = (all: readonly object[]) => entryOf("quorum-proven", { domainSha256, opened: all });
const dryRun = (all: readonly object[]) => entryOf("dry-run-passed", { domainSha256, opened: all });
const checked = (medium: string, officer: string, challenge: string) =>
  entryOf("key-checked", { medium, officer, challengeSha256: digestOf(challenge) });
const written = (medium: string, label: string) =>
  entryOf("domain-written", { files: [{ medium, label, name: "a" }] });

/** What the second of two records contradicts in the first, or in one before it. */
const found = (now: readonly RecordEntry[], ...before: readonly (readonly RecordEntry[])[]) => {
  const what = contradictionIn(now, before);
  return what === null ? null : english(what);
};

describe("a record of a chain", () => {
  it("opens of a domain what was opened of it before, in any order", () => {
    expect(found([dryRun(opened("a", "b"))], [], [proof(opened("b", "a"))])).toBeNull();
    const another = "what was opened of a security domain";
    expect(found([dryRun(opened("a", "c"))], [], [proof(opened("a", "b"))])).toBe(another);
    expect(found([dryRun(opened("a"))], [proof(opened("a", "b"))])).toBe(another);
    expect(found([dryRun([{ tag: "a", sha256: digestOf("x") }])], [proof(opened("a"))])).toBe(
      another,
    );
  });

  it("is not compared with a proof of another domain, or with one that says nothing", () => {
    const other = entryOf("quorum-proven", {
      domainSha256: digestOf("other"),
      opened: opened("z"),
    });
    const early = entryOf("quorum-proven", { domainSha256 });
    expect(found([dryRun(opened("a"))], [other], [early])).toBeNull();
  });

  it("has each medium under its one label", () => {
    expect(found([checked("m1", "officer-1", "x")], [written("m1", "officer-1")])).toBeNull();
    const whose = "whose medium one is";
    expect(found([checked("m1", "officer-2", "x")], [], [written("m1", "officer-1")])).toBe(whose);
    expect(found([written("m1", "transfer")], [checked("m1", "officer-1", "x")])).toBe(whose);
  });

  it("has test messages of its own", () => {
    const again = [checked("m1", "officer-1", "x")];
    expect(found(again, [checked("m1", "officer-1", "y")])).toBeNull();
    expect(found(again, [checked("m1", "officer-1", "x")])).toBe("that a test message is new");
  });
});
