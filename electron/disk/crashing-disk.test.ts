// The disk of the crash tests itself, on the smallest cases: what it may lose, and what never.
import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import { CrashingDisk, type Change, type Files } from "./crashing-disk.fixture.ts";

const create: Change = { kind: "create", path: "/a.new" };
const write: Change = { kind: "write", path: "/a.new", at: null, bytes: utf8("four") };
const force = (path: string): Change => ({ kind: "force", path });
const rename: Change = { kind: "rename", from: "/a.new", path: "/a" };

/** Everything that may be there after these changes, as text. */
function after(...changes: readonly Change[]): readonly string[] {
  const disk = new CrashingDisk();
  for (const change of changes) disk.apply(change);
  return [...new Set([...disk.crashes("all", () => 0.5)].map(told))].sort();
}

const told = (files: Files): string =>
  [...files].map(([path, bytes]) => `${path}=${Buffer.from(bytes).toString("latin1")}`).join(" ");

describe("a power cut", () => {
  it("may lose a file whose name was not forced, even if its bytes were", () => {
    expect(after(create, write, force("/a.new"))).toEqual(["", "/a.new=four"]);
  });

  it("may lose, tear or blank what was not forced, where the name was", () => {
    expect(after(create, force("/"), write)).toEqual(
      ["/a.new=", "/a.new=f", "/a.new=fo", "/a.new=fou", "/a.new=\0\0\0\0", "/a.new=\0\0ur"]
        .concat("/a.new=four")
        .sort(),
    );
  });

  it("loses nothing that was forced, whatever came later", () => {
    const done = [create, write, force("/a.new"), rename, force("/a"), force("/")];
    expect(after(...done)).toEqual(["/a=four"]);
    expect(after(...done, { kind: "remove", path: "/a" })).toEqual(["", "/a=four"]);
    expect(after(...done, { kind: "truncate", path: "/a", size: 1 })).toEqual(["/a=f", "/a=four"]);
  });

  it("may leave a renamed file empty that was not forced again", () => {
    const named = [create, write, force("/a.new"), rename, force("/")];
    expect(after(...named)).toEqual(["/a=", "/a=four"]);
  });

  it("leaves an old file or the new one if one is renamed over it", () => {
    const old: readonly Change[] = [
      { ...create, path: "/a" },
      { ...write, path: "/a" },
      force("/a"),
      force("/"),
    ];
    const next: readonly Change[] = [
      create,
      { ...write, bytes: utf8("five!") },
      force("/a.new"),
      force("/"),
      rename,
    ];
    expect(after(...old, ...next)).toEqual(["/a=four /a.new=five!", "/a=four", "/a=five!"].sort());
  });

  it("may leave a file in both folders or in none if it was moved across them", () => {
    const folders = ["/x", "/y"].map((path): Change => ({ kind: "make-folder", path }));
    const made: readonly Change[] = [
      ...folders,
      force("/"),
      { ...create, path: "/x/a" },
      force("/x"),
    ];
    expect(after(...made, { kind: "rename", from: "/x/a", path: "/y/a" })).toEqual(
      ["", "/x/a=", "/x/a= /y/a=", "/y/a="].sort(),
    );
  });

  it("is tried once per change: what the last one made possible", () => {
    const disk = new CrashingDisk();
    disk.apply(create);
    expect([...disk.crashes("change", () => 0.5)].map(told)).toEqual(["/a.new="]);
    expect([...disk.crashes("all", () => 0.5)].map(told)).toEqual(["", "/a.new="]);
  });
});
