// Everything that main says in the window is known in German: a sentence that is written anew, or
// changed, is missing here until it is translated.
import { describe, expect, it } from "vitest";
import { BUILT_IN } from "../../ceremony-scripts/built-in.ts";
import { glossary } from "../../ceremony-scripts/glossary.ts";
import { readScript } from "../../ceremony-scripts/schema.ts";
import { titleOf } from "../../ceremony-scripts/titles.ts";
import { german, TABLES } from "./german.ts";
import { translator } from "./sentences.ts";

const isEnglish = (text: string): boolean => german(text) === text;

describe("the German of what main says", () => {
  it.each([...BUILT_IN])("has every word of the script %s", (_, text) => {
    const script = readScript(text, "");
    const said = script.steps.flatMap((step) => [
      step.act,
      step.say,
      titleOf(step),
      ...(step.action.choices ?? []).map(({ when }) => when),
    ]);
    expect([script.title, ...said].filter(isEnglish)).toEqual([]);
  });

  it("has every term and its explanation", () => {
    const said = glossary().flatMap(({ term, text }) => [term, text]);
    const names = ["HSM", "SHA-256"];
    expect(said.filter((text) => isEnglish(text) && !names.includes(text))).toEqual([]);
  });

  it("keeps every hole of a sentence", () => {
    const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
    const lost = TABLES.flatMap((table) => Object.entries(table)).filter(
      ([english, its]) => [...new Set(holes(english))].join() !== [...new Set(holes(its))].join(),
    );
    expect(lost).toEqual([]);
  });
});

describe("a translator", () => {
  const table = {
    "Bring officer {n}.": "Holen Sie Schlüsselinhaber {n}.",
    "It is {what}.": "Es ist {what}.",
    "a key": "ein Schlüssel",
    "Stop.": "Halten Sie an.",
  };
  const inGerman = translator([table]);

  it("puts into the German what stands in a hole, in German where it is known", () => {
    expect(inGerman("Bring officer 2.")).toBe("Holen Sie Schlüsselinhaber 2.");
    expect(inGerman("It is a key.")).toBe("Es ist ein Schlüssel.");
    expect(inGerman("It is Contoso-HSM.")).toBe("Es ist Contoso-HSM.");
  });

  it("says sentence by sentence what it knows so, and leaves what it does not know wholly", () => {
    expect(inGerman("Stop. Bring officer 3.")).toBe("Halten Sie an. Holen Sie Schlüsselinhaber 3.");
    expect(inGerman("Stop. Wait for Asha.")).toBe("Stop. Wait for Asha.");
  });
});
