// Exchange keys' certificates in many forms: the app, the page and the verifier in another language read the
// same of each, its name, its quote and which checks of it are so.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import {
  checkAttestation,
  exchangeKeyDer,
  isFault,
  readCertificate,
  utf8,
  type Certificate,
} from "../../crypto/index.ts";
import { exchangeForms } from "./exchange-forms.fixture.ts";
import { verifierProgram } from "./verifier.fixture.ts";

const count = process.env["LONG"] === "1" ? 5000 : 80;
const seed = Number(process.env["SEED"] ?? 9);
const page = verifierProgram();

/** The later checks, of which the rules ask nothing. */
const UNASKED: readonly string[] = ["qe-isv-svn", "isv-prod-id", "isv-svn"];

/** What is read of one, as `e2e/stranger --exchange` prints it; null where it does not read. */
function inTheApp(text: string): unknown {
  const certificate = readOrNull(text, ["E-CERT-NAME"]);
  if (certificate === null) return null;
  const { thumbprint, commonName, organization, der } = certificate;
  const root = checkAttestation(der, "", ["E-CERT-NAME"]).quote?.root ?? "";
  const { checks, quote } = checkAttestation(der, root, ["E-CERT-NAME"]);
  const hasQuote = checks.some(({ check }) => check === "quote-form");
  const said = hasQuote ? [quote?.mrsigner ?? "", quote?.mrenclave ?? "", quote?.root ?? ""] : null;
  const so = checks.flatMap(({ check, ok }) => (ok && !UNASKED.includes(check) ? check : []));
  // A certificate of which nothing is verified is read, too.
  const all = [...new Set([...so, "certificate"])].filter(
    (one) => one !== "pck-root" || root !== "",
  );
  return [
    thumbprint,
    commonName,
    organization,
    readOrNull(text, []) !== null,
    said,
    all.toSorted(),
  ];
}

function readOrNull(text: string, accepted: readonly string[]): Certificate | null {
  try {
    exchangeKeyDer(utf8(text));
    return readCertificate(utf8(text), accepted);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

async function onThePage(text: string): Promise<unknown> {
  const found = await page.readExchange(text);
  if (found === null) return null;
  const { thumbprint, commonName, organization, isPlain, quote, so } = found;
  const said = quote === null ? null : [quote.mrsigner, quote.mrenclave, quote.root];
  return [thumbprint, commonName, organization, isPlain, said, [...so].toSorted()];
}

function ofTheStranger(texts: readonly string[]): readonly unknown[] {
  const stranger = join(import.meta.dirname, "..", "..", "e2e", "stranger");
  const input = texts.map((text) => `${Buffer.from(text).toString("base64")}\n`).join("");
  const { stdout, stderr } = spawnSync("python3", ["-B", stranger, "--exchange"], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  expect(stderr).toBe("");
  return stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

describe(`${count} exchange keys' certificates (seed ${seed})`, () => {
  it("read the same for three verifiers", async () => {
    const forms = exchangeForms(seed, count);
    const strangers = ofTheStranger(forms.map(({ text }) => text));
    expect(strangers).toHaveLength(forms.length);
    const differing: Record<string, unknown> = {};
    const verdicts = new Set<string>();
    for (const [n, { what, text }] of forms.entries()) {
      const all = [inTheApp(text), await onThePage(text), strangers[n]].map((one) =>
        JSON.stringify(one),
      );
      if (new Set(all).size > 1) differing[what] = all;
      verdicts.add((JSON.parse(all[0] ?? "null") as unknown[] | null)?.slice(3).join() ?? "");
    }
    expect(differing).toEqual({});
    expect(verdicts.size).toBeGreaterThan(6);
  });
});
