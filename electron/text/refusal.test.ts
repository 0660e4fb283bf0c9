// A refusal's sentences: found by its code, and said in English by every process.
import { describe, expect, it } from "vitest";
import { fault as cryptoFault } from "../../crypto/faults.ts";
import { REFUSALS } from "./english-refusals.ts";
import { simpleParts } from "./message-parts.ts";
import { refusalText } from "./refusal.ts";
import { saidIn, sentence } from "./text.ts";

describe("a refusal", () => {
  it("is data, and says what is refused and what to do next in every language", () => {
    const { sentences, message, next } = cryptoFault("E-SD-TRUNCATED", { at: 7 });
    expect([message, next]).toEqual([
      "The security domain file ends early, at character 7.",
      "Copy it again from the original medium.",
    ]);
    expect([saidIn("en", sentences.message), saidIn("en", sentences.next)]).toEqual([
      message,
      next,
    ]);
    expect(saidIn("de", sentences.message)).toBe(
      "Die Datei der Sicherheitsdomäne endet vorzeitig, bei Zeichen 7.",
    );
  });

  it("has in its English what stands in its holes, which may be a sentence of refusals", () => {
    const rule = sentence("rules.E-MEAN-ORDER");
    const one = sentence("meaning-faults.contradicts", { n: 3, m: 1, rule });
    expect(refusalText(one)).toBe("Entry 3 contradicts entry 1: this was not the step that comes.");
    expect(() => refusalText(sentence("custody.title"))).toThrow("not said in a refusal");
  });

  it("has no message that the library must read: most processes do not have it", () => {
    const read = Object.entries(REFUSALS).flatMap(([noun, rows]) =>
      Object.entries<string>(rows)
        .filter(([, text]) => simpleParts(text) === null)
        .map(([key]) => `${noun}.${key}`),
    );
    expect(read).toEqual([]);
  });
});
