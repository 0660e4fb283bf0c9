// One form of signing certificates: what the Audit screen asks, `sd verify` and the page take the same
// texts of many makers, and refuse the same.
import { constants, createPrivateKey, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { opened } from "../ceremony/record.fixture.ts";
import { SAMPLES } from "../ceremony/samples.fixture.ts";
import type { JsonData } from "../journal/journal.ts";
import { RecordMaker } from "../journal/record.fixture.ts";
import { resealed } from "./bundle.fixture.ts";
import { bundleOf, type Files } from "./bundle.ts";
import {
  certificateForms,
  thumbprintOf,
  type CertificateForm,
} from "./certificate-forms.fixture.ts";
import { onTheCommandLine } from "./command.fixture.ts";
import { inTheApp } from "./verdicts.fixture.ts";
import { onThePage, verifierProgram } from "./verifier.fixture.ts";

const page = verifierProgram();
const script = utf8("script: made\n");
const forms = certificateForms();

/** A record whose end is signed under a certificate of this form: by its key, and rightly. */
function signedUnder(form: CertificateForm, type = "signer-known"): Files {
  const record = new RecordMaker();
  const { data } = opened({ scriptSha256: sha256Hex(script) });
  record.add("opened", data);
  record.add(type, { officer: "officer-1", certificate: form.text });
  record.add("step-began", { step: "close" });
  const consent = SAMPLES.closing.consent as unknown as JsonData;
  const over = record.add("closing", { present: ["officer-1"], consent });
  record.add("signed", signatureUnder(form, over));
  const files = new Map([
    ["script.yaml", script],
    ["not-included.sha256", utf8("")],
  ]);
  return resealed(files, record.lines);
}

/** The data of a `signed` entry of officer 1. */
function signatureUnder({ der, pkcs8 }: CertificateForm, over: string) {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: "der", type: "pkcs8" });
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  return {
    officer: "officer-1",
    over,
    algorithm: "RSA-PSS-SHA256",
    signature: sign("sha256", Buffer.from(over), pss).toString("base64"),
    certificate: thumbprintOf(der),
  };
}

describe("a signing certificate", () => {
  it(`counts in one form alone, for all three verifiers (${forms.size} forms)`, async () => {
    const wrong: Record<string, readonly string[]> = {};
    for (const [name, form] of forms) {
      const files = signedUnder(form);
      // What counts is found to be no ceremony, which comes after all signatures.
      const all = [inTheApp(files, null), onTheCommandLine(files, null)];
      all.push(await onThePage(page, files, null));
      const right = (one: string) =>
        one === (form.counts ? "E-NOT-A-CEREMONY -" : "E-LOG-SIGNATURE 4");
      if (!all.every((one) => one === all[0] && right(one))) wrong[name] = all;
    }
    expect(wrong).toEqual({});
    expect([...forms.values()].filter(({ counts }) => counts).length).toBeGreaterThan(8);
    expect(forms.size).toBeGreaterThan(100);
  });

  it("gives a key to nobody through a member that an object inherits", async () => {
    const [form] = [...forms.values()];
    const script = utf8("script: made\n");
    const inherited = String(Object.prototype.constructor);
    expect(form).toBeDefined();
    const record = new RecordMaker();
    record.add("opened", { scriptSha256: sha256Hex(script) });
    record.add("constructor", { officer: "officer-2", [inherited]: form!.text });
    const over = record.add("closing", { present: ["officer-1"] });
    record.add("signed", signatureUnder(form!, over));
    const files = bundleOf({ record: record.bytes, script, papers: [] });
    const verdict = await onThePage(page, files, null, [], true);
    expect(verdict).toMatch(/^good signatures /);
    expect(verdict).toBe(onTheCommandLine(files, null, [], true));
  });
});
