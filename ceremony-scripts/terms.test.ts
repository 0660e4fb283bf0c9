// Every text can be read by somebody who has never seen Azure: what the scripts say explains each
// term where it first stands.
import { describe, expect, it } from "vitest";
import { BUILT_IN, readScript } from "./index.ts";

/** A term, and what the sentence around its first use must contain. */
const TERMS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bHSM\b/, /a machine in which Azure keeps/],
  [/\bsecurity domain\b/, /\bfile\b/],
  [/\bquorum\b/, /\bthat number is called\b/],
  [/\b(medium|media)\b/, /\bsticks?\b/],
  [/\btransfer medium\b/, /\bthe stick that goes between\b/],
  [/\bcertificates?\b/, /\bpublic half\b/],
  [/\bSHA-256\b/, /\bidentified by its SHA-256: a number\b/],
  [/\bthumbprint\b/, /\bidentified by its thumbprint, a number\b/],
  [/\bexchange key\b/, /\bthe lock\b/],
  [/\bblob\b/, /\bThe resulting file is called the restore blob\b/],
  [/\bfull backup\b/, /\bcopy of all keys\b/],
  [/\bcustodian\b/, /\bkeeps\b/],
  [/\bhead\b/, /\b(ten|sixteen) words that stand for\b/],
];

describe.each([...BUILT_IN.keys()])("the script %s", (name) => {
  const says = readScript(BUILT_IN.get(name) ?? "", "").steps.map(({ say }) => say);

  it.each(TERMS)("explains %s where it first stands", (term, explained) => {
    const first = says.find((say) => term.test(say));
    if (first !== undefined) expect(first).toMatch(explained);
  });

  it("speaks in sentences that can be said in one breath", () => {
    const long = says
      .flatMap((say) => say.split(/[.?:;]\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 34);
    expect(long).toEqual([]);
  });
});
