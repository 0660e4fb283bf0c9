// Someone who has never seen Azure can read every text: the scripts explain each term where it
// first appears.
import { describe, expect, it } from "vitest";
import { saidIn } from "../electron/text/text.ts";
import { glossary, TERMS } from "./glossary.ts";
import { BUILT_IN, readScript } from "./index.ts";

describe.each([...BUILT_IN.keys()])("the script %s", (name) => {
  const says = readScript(BUILT_IN.get(name) ?? "", "").steps.map(({ say }) => say);

  it.each(TERMS)("explains $term.id where it first appears", ({ used, explained }) => {
    const first = says.find((say) => used.test(say));
    if (first !== undefined) expect(first).toMatch(explained);
  });

  it("has sentences that can be said in one breath", () => {
    const long = says
      .flatMap((say) => say.split(/[.?:;]\s/))
      .filter((sentence) => sentence.split(/\s+/).length > 34);
    expect(long).toEqual([]);
  });
});

describe("the glossary", () => {
  it("explains every term in one or a few sentences of the scripts", () => {
    expect(glossary().map(({ term }) => term)).toEqual(TERMS.map(({ term }) => term));
    for (const { term, text: value } of glossary()) {
      const { used, explained } = TERMS.find((one) => one.term === term)!;
      const text = saidIn("en", value);
      expect(text, term.id).toMatch(explained);
      expect(text, term.id).toMatch(used);
      expect(text.length, term.id).toBeLessThan(420);
    }
  });
});
