// SAS tokens: what is taken, what is refused in plain words, and that no signature is ever said.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { isFault } from "../../../crypto/index.ts";
import { clean } from "../faults.ts";
import { checkSas, type SasUse } from "./sas.ts";
import { sasIn } from "./sas-file.ts";

const NOW = new Date("2026-11-25T12:00:00Z");
/** As az storage container generate-sas prints it (azure-cli 2.74). */
const BY_AZ =
  "se=2027-01-01T00%3A00Z&sp=rcwd&spr=https&sv=2022-11-02&sr=c"
  + "&sig=Oo3CbsqB3oTgRIOVLzvZai5xVftMcY4P5ZJ70ieZLco%3D";
const SIG = "Oo3CbsqB3oTgRIOVLzvZai5xVftMcY4P5ZJ70ieZLco";

/** The fault's code; "" where the token is taken. */
function codeOf(text: string, use: SasUse = "backup"): string {
  try {
    checkSas(text, use, NOW);
    return "";
  } catch (error) {
    if (!isFault(error)) throw error;
    expect(`${error.message} ${error.next}`).not.toContain("Oo3Cbsq");
    return error.code;
  }
}

const changed = (from: string | RegExp, to: string) => BY_AZ.replace(from, to);

describe("a SAS token", () => {
  it("is accepted as az and the portal give it, with a question mark or an end of line", () => {
    for (const text of [BY_AZ, `?${BY_AZ}`, `${BY_AZ}\r\n`])
      expect(checkSas(text, "backup", NOW)).toBe(BY_AZ);
    const account = changed("sr=c", "ss=b&srt=sco").replace("sp=rcwd", "sp=rwdlac");
    const policy = "sv=2022-11-02&si=backups&sr=c&sig=AAAA";
    for (const text of [account, policy]) expect(codeOf(text)).toBe("");
    for (const until of ["2026-11-26", "2026-11-25T12:01Z", "2026-11-25T12%3A00%3A01Z"])
      expect(codeOf(changed("2027-01-01T00%3A00Z", until))).toBe("");
  });

  it("is refused when it is over, not valid yet, or lacks what can be seen to be needed", () => {
    for (const until of ["2026-11-25T12:00Z", "2026-11-25", "1999-01-01T00:00:00Z"])
      expect(codeOf(changed("2027-01-01T00%3A00Z", until))).toBe("E-SAS-EXPIRED");
    expect(codeOf(`st=2026-11-25T12:00:01Z&${BY_AZ}`)).toBe("E-SAS-EARLY");
    for (const rights of ["rl", "rcw", "rwd", "rcd", "cwd", ""])
      expect(codeOf(changed("sp=rcwd", `sp=${rights}`))).toBe("E-SAS-RIGHTS");
    expect(codeOf(changed("sp=rcwd", "sp=rl"), "restore")).toBe("");
    expect(codeOf(changed("sp=rcwd", "sp=l"), "restore")).toBe("E-SAS-RIGHTS");
    for (const of of ["sr=b", "sr=d", "ss=fqt&srt=sco", "ss=b&srt=s"])
      expect(codeOf(changed("sr=c", of))).toBe("E-SAS-RIGHTS");
  });

  it("is refused if it is something else, appears twice, or is incomplete", () => {
    const texts = [
      "",
      "?",
      "sig",
      SIG,
      `https://contoso.blob.core.windows.net/backups?${BY_AZ}`,
      `${BY_AZ}&sig=AAAA`,
      `${BY_AZ}\n${BY_AZ}`,
      `"${BY_AZ}"`,
      `${BY_AZ}&x=%zz`,
      changed(/&sig=.*/, ""),
      changed(/&sig=.*/, "&sig="),
      changed("sv=2022-11-02&", ""),
      changed("se=2027-01-01T00%3A00Z&", ""),
      changed("sp=rcwd&", ""),
      changed("2027-01-01T00%3A00Z", "tomorrow"),
      changed("2027-01-01T00%3A00Z", "2027-13-01"),
      `${BY_AZ}&rscd=${"a".repeat(5000)}`,
    ];
    for (const text of texts) expect([text, codeOf(text)]).toEqual([text, "E-SAS-FORM"]);
  });

  it("is accepted or refused by a code, and never repeated, whatever the text is", () => {
    const member = fc.constantFrom(
      "se=2027-01-01",
      "se=2020-01-01",
      "sp=crdw",
      "sp=r",
      "sv=2022-11-02",
      "sr=c",
      "sr=b",
      "si=p",
      `sig=${SIG}`,
      "st=2030-01-01",
      "ss=b",
      "srt=sco",
      "spr=https",
    );
    const texts = fc.oneof(
      fc.array(member, { maxLength: 9 }).map((all) => all.join("&")),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom("backup" as const, "restore" as const), (text, use) => {
        const code = codeOf(text, use);
        expect(code).toMatch(/^(E-SAS-(FORM|EARLY|EXPIRED|RIGHTS))?$/);
        // What is taken has a signature, an end that is to come, and the right to read.
        if (code === "" && !text.includes("si=")) {
          expect(text).toContain("sig=");
          expect(text).toContain("se=2027-01-01");
          expect(text).toMatch(/sp=(crdw|r)/);
        }
      }),
    );
  });
});

describe("the file of a SAS token", () => {
  it("is read each time, and must be a small file of its own", () => {
    const folder = mkdtempSync(join(tmpdir(), "sas-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const file = join(folder, "token");
    const valid = changed("2027-01-01T00%3A00Z", "2999-01-01");
    writeFileSync(file, `${valid}\n`);
    expect(sasIn(file, "backup")).toEqual([valid]);
    expect(sasIn(undefined, "backup")).toEqual([]);
    writeFileSync(file, changed("2027-01-01T00%3A00Z", "2020-01-01"));
    const refused = (path: string, code: string) => {
      expect(() => sasIn(path, "restore")).toThrow(expect.objectContaining({ code }) as Error);
    };
    refused(file, "E-SAS-EXPIRED");
    symlinkSync(file, join(folder, "link"));
    writeFileSync(join(folder, "large"), "a".repeat(9000));
    for (const path of [folder, join(folder, "none"), join(folder, "link"), join(folder, "large")])
      refused(path, "E-SAS-FILE");
  });
});

describe("what an HSM says of a token", () => {
  it("is shown without the signature", () => {
    for (const said of [`No: ?${BY_AZ}`, `${BY_AZ}&sp=r`, `sig%3D${SIG}`, `Sig=${SIG}.`])
      expect(clean(said, 200)).not.toContain("Oo3C");
    expect(clean("The signature is wrong.", 200)).toBe("The signature is wrong.");
  });
});
