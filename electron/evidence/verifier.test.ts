// The page that verifies evidence: small, alone, and the very one whose digest is published.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { CEREMONIES, readScript, withCounts } from "../../ceremony-scripts/index.ts";
import { textOf, treeOf } from "../../ceremony-scripts/script.fixture.ts";
import { toWords } from "../../crypto/index.ts";
import { itemsOf, stepOf } from "../meaning/declared.fixture.ts";
import { blockIn, VERIFIER, verifierProgram } from "./verifier.fixture.ts";

const bytes = readFileSync(VERIFIER);
const page = bytes.toString();
const DECLARED = join(import.meta.dirname, "..", "meaning", "declared.json");
/** Every number of officers in the long run; without it the fewest, one more, and the most. */
const ALL_COUNTS = process.env["LONG"] === "1" ? [3, 4, 5, 6, 7, 8, 9, 10] : [3, 4, 10];
const { stepsFor, wordsOf } = verifierProgram();
const dataIn = (text: string): string => /^const DECLARED = (.*);$/m.exec(text)?.[1] ?? "";
const sourceOf = (text: string): string =>
  `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("the verifier's page", () => {
  it("is a program of less than 192 kB, beside the data of the released scripts", () => {
    expect(bytes.length - dataIn(page).length).toBeLessThan(192_000);
    expect(bytes.length).toBeLessThan(275_000);
  });

  it("declares each name once: a second one would take the place of the first", () => {
    const names = [...page.matchAll(/^(?:async )?function\*? (\w+)|^(?:const|let|class) (\w+)/gm)];
    const all = names.map(([, ofFunction, other]) => ofFunction ?? other);
    expect(all.filter((name, n) => all.indexOf(name) !== n)).toEqual([]);
    expect(all.length).toBeGreaterThan(200);
  });

  it("has the data that the rules of meaning need, as they are declared beside those rules", () => {
    expect(JSON.parse(dataIn(page))).toEqual(JSON.parse(readFileSync(DECLARED, "utf8")));
  });

  it.each(CEREMONIES)("reads the steps of each officer as the app does, up to ten: %s", (name) => {
    const counts = { officers: "chosen", quorum: "chosen" };
    const script = readScript(textOf({ ...treeOf(name), ...counts }), "");
    const items = JSON.parse(JSON.stringify(itemsOf(script.steps))) as ReturnType<typeof itemsOf>;
    for (const officers of ALL_COUNTS) {
      const wanted = withCounts(script, { officers, quorum: 2 }).steps.map(stepOf);
      expect(stepsFor(items, officers), `${officers} officers`).toEqual(wanted);
    }
  });

  it("is the one whose SHA-256 is published beside it", () => {
    const digest = createHash("sha256").update(bytes).digest("hex");
    expect(readFileSync(`${VERIFIER}.sha256`, "utf8")).toBe(`${digest}  verifier.html\n`);
  });

  it("lets its own script and style run and nothing else, and reaches no network", () => {
    expect(page).toContain(
      'http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        + `script-src '${sourceOf(blockIn(page, "script"))}'; `
        + `style-src '${sourceOf(blockIn(page, "style"))}'; base-uri 'none'; form-action 'none'"`,
    );
    const reaching = /<(script|style|link|img|iframe)|import\(|fetch\(|https?:|innerHTML|\beval\b/g;
    expect(page.match(reaching)).toEqual(["<style", "<script"]);
  });

  it("has the words of the PGP list for every byte at either place", () => {
    for (let byte = 0; byte < 256; byte++) {
      const ten = new Uint8Array(32).fill(byte);
      expect(wordsOf(Buffer.from(ten).toString("hex"))).toBe(toWords(ten.slice(0, 10)).join(" "));
    }
  });
});
