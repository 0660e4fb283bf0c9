// The evidence goes only where it should: nothing in the folder diverts it.
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { temporaryFolder } from "../journal/record.fixture.ts";
import { checkOut, isDelivered } from "./deliver.ts";

describe("the output folder", () => {
  it("may contain what a stopped try left, and nothing else", () => {
    const out = temporaryFolder();
    for (const folder of ["papers", "certificates"]) mkdirSync(join(out, folder));
    writeFileSync(join(out, "record.jsonl.new"), "half");
    expect(codeOf(() => checkOut(out))).toBe("nothing thrown");
    writeFileSync(join(out, "notes.txt"), "mine");
    expect(codeOf(() => checkOut(out))).toBe("E-REHEARSE-OUT");
  });

  it("has no finished record if a crash left its name reserved", () => {
    const out = temporaryFolder();
    expect(isDelivered(out)).toBe(false);
    writeFileSync(join(out, "record.jsonl"), "");
    expect(isDelivered(out)).toBe(false);
    writeFileSync(join(out, "record.jsonl"), "{}");
    expect(isDelivered(out)).toBe(true);
  });

  it.each(["papers", "certificates", "record.jsonl", "manifest.sha256"])(
    "with a planted link %s is refused, and nothing lands where it leads",
    (name) => {
      const [out, elsewhere] = [temporaryFolder(), temporaryFolder()];
      symlinkSync(elsewhere, join(out, name));
      expect(codeOf(() => checkOut(out))).toBe("E-REHEARSE-OUT");
      expect(readdirSync(elsewhere)).toEqual([]);
    },
  );
});
