// Words for bytes and back, by the PGP word list.
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHex } from "./bytes.ts";
import { refusalOf } from "./refusal.fixture.ts";
import { fromWords, toWords } from "./words.ts";

test("the list's own published example", () => {
  const bytes = fromHex("E58294F2E9A227486E8B061B31CC528FD7FA3F19") ?? new Uint8Array();
  expect(toWords(bytes).join(" ")).toBe(
    "topmost istanbul pluto vagabond treadmill pacific brackish dictator goldfish medusa "
      + "afflict bravado chatter revolver dupont midsummer stopwatch whimsical cowbell bottomless",
  );
});

test("any bytes come back, whatever is between the words", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 32 }), (bytes) => {
      expect(fromWords(toWords(bytes).join("-").toUpperCase())).toEqual(bytes);
    }),
  );
});

test("a word dropped, doubled or swapped is heard", () => {
  const words = toWords(Uint8Array.of(1, 2, 3, 4));
  const [a = "", b = "", c = "", d = ""] = words;
  for (const wrong of [
    [a, c, d],
    [a, a, b, c, d],
    [b, a, c, d],
  ])
    expect(refusalOf(() => fromWords(wrong.join(" "))).code).toBe("E-WORDS");
});
