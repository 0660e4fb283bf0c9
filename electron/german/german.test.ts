// The German of what papers still say in English.
import { describe, expect, it } from "vitest";
import { TABLES } from "./german.ts";
import { translator } from "./sentences.ts";

describe("the German of what main says", () => {
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
