// Which file names are allowed (B083).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { checkName, sameName } from "./name.ts";
import { checkNewName, checkOwnName } from "./written-name.ts";

describe("a file name", () => {
  it.each(["cert_0.cer", "hsm-SD.json", "a", "A-1_b.c.d", "x".repeat(64), "console.txt", "com10"])(
    "%s is taken",
    (name) => expect(codeOf(() => checkName(name))).toBe("nothing thrown"),
  );

  it.each([
    "",
    ".",
    "..",
    "../a",
    "/etc/passwd",
    "a/b",
    "a\\b",
    "C:a",
    "\\\\?\\C:",
    "a:b",
    "a\0b",
    "a b",
    "a.",
    "a ",
    ".hidden",
    "CON",
    "con.txt",
    "nul",
    "Aux.json",
    "COM1",
    "lpt9.cer",
    "x".repeat(65),
    "ä",
    "a\nb",
    "a\u202eb",
  ])("%j is refused", (name) => expect(codeOf(() => checkName(name))).toBe("E-MEDIA-NAME"));

  it("that is taken is always safe as one part of a path", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (name) => {
        if (codeOf(() => checkName(name)) !== "nothing thrown") return;
        expect(name).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/);
        expect(name.endsWith(".")).toBe(false);
      }),
    );
  });

  it("of the marker can be neither written nor removed, whatever its capitals", () => {
    for (const name of ["medium.json", "Medium.JSON"]) {
      expect(codeOf(() => checkOwnName(name))).toBe("E-MEDIA-NAME");
    }
  });

  it("of an unfinished file is not a new file's, but may be removed", () => {
    for (const name of ["a.part", "a.PART", "a.partial", "a.partial-2"]) {
      expect(codeOf(() => checkNewName(name))).toBe("E-MEDIA-NAME");
      expect(codeOf(() => checkOwnName(name))).toBe("nothing thrown");
    }
  });

  it("is the same as another that differs in capitals or Unicode form only (B084)", () => {
    expect(sameName("cert_0.cer", "CERT_0.cer")).toBe(true);
    expect(sameName("\u00e9", "e\u0301")).toBe(true);
    expect(sameName("\u212a", "k")).toBe(true);
    expect(sameName("cert_0.cer", "cert_1.cer")).toBe(false);
  });
});
