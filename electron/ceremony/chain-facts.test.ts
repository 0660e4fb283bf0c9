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

const opening = (rules?: number) => entryOf("opened", rules === undefined ? {} : { rules });
const made = (thumbprint: string, ...media: readonly string[]) =>
  entryOf("key-made", {
    thumbprint: digestOf(thumbprint),
    signingThumbprint: digestOf(`${thumbprint}, for signing`),
    files: media.map((medium, i) => ({
      medium,
      label: i === 0 ? "officer-1" : "officer-1-backup",
    })),
  });
const keyOf = (medium: string, thumbprint: string) =>
  entryOf("key-checked", {
    medium,
    officer: "officer-1",
    thumbprint: digestOf(thumbprint),
    challengeSha256: digestOf(`${medium} ${thumbprint}`),
  });
const destroyed = (...objects: readonly string[]) =>
  entryOf("objects-destroyed", { objects: objects.map((object) => ({ object })) });

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

  const first = [opening(2), made("one", "m1", "m2")];
  const replaced = [
    opening(2),
    made("two", "m3", "m4"),
    destroyed("officer-1 medium", "officer-1 backup medium", "officer-1 card"),
  ];

  it("makes each key once in the chain", () => {
    const again = "that a key is new";
    expect(found([opening(2), made("two", "m3")], first)).toBeNull();
    expect(found([opening(2), made("one", "m3")], [], first)).toBe(again);
    const signing = entryOf("key-made", {
      thumbprint: digestOf("three"),
      signingThumbprint: digestOf("one, for signing"),
      files: [],
    });
    expect(found([opening(2), signing], first)).toBe(again);
  });

  it("finds on a medium the key that was made on it", () => {
    const other = "whose key a medium has";
    expect(found([opening(2), keyOf("m1", "one")], first)).toBeNull();
    expect(found([opening(2), keyOf("m2", "two")], [], first)).toBe("whose medium one is");
    expect(found([opening(2), keyOf("m1", "two")], [], first)).toBe(other);
    expect(found([opening(2), keyOf("m5", "two")], first)).toBeNull();
  });

  it("has no medium that was destroyed, before or in it", () => {
    const gone = "that a medium was destroyed";
    const checked3 = [opening(2), keyOf("m3", "two")];
    expect(found(replaced, first)).toBeNull();
    expect(found(checked3, replaced, first)).toBeNull();
    expect(found([opening(2), keyOf("m1", "one")], replaced, first)).toBe(gone);
    expect(found([opening(2), written("m2", "officer-1-backup")], [], replaced, first)).toBe(gone);
    expect(found([...replaced, written("m1", "officer-1")], first)).toBe(gone);
    // Nobody knows which medium that was.
    expect(found([opening(2), keyOf("m1", "one")], replaced)).toBeNull();
    const backup = [opening(2), destroyed("officer-1 backup medium")];
    expect(found([opening(2), keyOf("m1", "one")], backup, first)).toBeNull();
  });

  it("is not asked for these if it is of the first version of the rules", () => {
    const again = [keyOf("m1", "one"), made("one", "m1")];
    expect(found([opening(), ...again], replaced, first)).toBeNull();
    expect(found([opening(2), ...again], replaced, first)).not.toBeNull();
  });
});
