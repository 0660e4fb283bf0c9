// `sd minutes`: every paper of a real record, the same bytes in every process, and nothing over
// another file.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Hex } from "../../crypto/index.ts";
import { readPdf, withoutPoppler } from "../evidence/pdf.fixture.ts";
import { rehearsedActivation, type Activation } from "./activation.fixture.ts";
import {
  AS_PROGRAM,
  CANARY,
  expectRefusal,
  sd,
  sdJson,
  temporaryFolder,
} from "./program.fixture.ts";

let activation: Activation;
const home = mkdtempSync(join(tmpdir(), "sd-minutes-"));
const out = join(home, "papers");

beforeAll(async () => {
  activation = await rehearsedActivation();
  const { code, errors } = await sd(["minutes", activation.out, "--out", out]);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const NAMES = [
  "custodian-acknowledgement.pdf",
  "custody-labels.pdf",
  "head-slips.pdf",
  "minutes.pdf",
  "officer-1-card.pdf",
  "officer-2-card.pdf",
  "officer-3-card.pdf",
  "quorum-certificate.pdf",
];

describe("sd minutes", () => {
  it("makes every paper, and a fresh process makes the same bytes", async () => {
    expect(readdirSync(out).toSorted()).toEqual(NAMES);
    const again = join(temporaryFolder(), "again");
    const { result } = await sdJson(["minutes", activation.record, "--out", again], AS_PROGRAM);
    const papers = result["papers"] as readonly {
      readonly file: string;
      readonly sha256: string;
    }[];
    expect(papers).toHaveLength(NAMES.length);
    for (const { file, sha256 } of papers) {
      const bytes = readFileSync(file);
      expect(sha256Hex(bytes)).toBe(sha256);
      expect(bytes.equals(readFileSync(join(out, file.slice(again.length + 1)))), file).toBe(true);
    }
    expect(result).toMatchObject({ closedBy: "signatures" });
  });

  it("writes over nothing", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "custody-labels.pdf"), CANARY);
    expectRefusal(await sd(["minutes", activation.out, "--out", folder]), "E-FILE-EXISTS");
    expect(readdirSync(folder)).toEqual(["custody-labels.pdf"]);
    expect(readFileSync(join(folder, "custody-labels.pdf"), "utf8")).toBe(CANARY);
  });

  it("makes nothing of a record that was changed, and says so", async () => {
    const folder = temporaryFolder();
    const changed = join(folder, "record.jsonl");
    writeFileSync(
      changed,
      readFileSync(activation.record, "utf8").replace("Walter Brandt", "Walter Brand"),
    );
    expectRefusal(await sd(["minutes", changed, "--out", join(folder, "new")]), "E-LOG-HASH");
    expect(readdirSync(folder)).toEqual(["record.jsonl"]);
  });

  it("says of a record that is not closed that it is not", async () => {
    const folder = temporaryFolder();
    const cut = join(folder, "record.jsonl");
    const lines = readFileSync(activation.record, "utf8").split("\n").slice(0, 30);
    writeFileSync(cut, `${lines.join("\n")}\n`);
    const { out: said, code } = await sd(["minutes", cut, "--out", join(folder, "new")]);
    expect(code).toBe(0);
    expect(said).toContain("The record is not closed, and the minutes say so.");
  });

  it("needs a record and a folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "empty"));
    expectRefusal(await sd(["minutes"]), "E-USAGE", 2);
    expectRefusal(await sd(["minutes", activation.out]), "E-USAGE", 2);
    expectRefusal(await sd(["minutes", join(folder, "empty"), "--out", folder]), "E-LOG-MISSING");
    expectRefusal(
      await sd(["minutes", activation.out, "--out", join(folder, "no", "where")]),
      "E-FILE-WRITE",
    );
  });
});

describe.skipIf(withoutPoppler)("the minutes of a rehearsed activation (need poppler)", () => {
  it("contain no private key, no share and no passphrase, but every thumbprint", () => {
    const { all, pages } = readPdf(readFileSync(join(out, "minutes.pdf")));
    const record = readFileSync(activation.record, "utf8");
    for (const [, hex] of record.matchAll(/"[a-z]*[tT]humbprint":"([0-9a-f]{64})"/g))
      expect(all.replaceAll(" ", "")).toContain(hex);
    expect(all).not.toMatch(/PRIVATE KEY|BEGIN/);
    for (const line of readFileSync(activation.passphraseFile, "utf8").split("\n"))
      if (line !== "") expect(all).not.toContain(line.trim());
    expect(pages.every((page) => page.includes("REHEARSAL"))).toBe(true);
  });

  it("say when each certificate ends", () => {
    expect(readPdf(readFileSync(join(out, "minutes.pdf"))).all).toMatch(
      /RSA 2048; key file: PBES2, AES-256 Valid 20\d\d-\d\d-\d\d to 20/,
    );
  });
});
