// What "Show me" says of a ceremony, and for how long: it can be read, and takes three minutes.
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../electron/text/languages.ts";
import { saidIn, sentence } from "../../electron/text/text.ts";
import { momentsIn, readingMs } from "./moments.ts";
import { SPEEDS } from "./show.ts";

const spoken = (["activation", "recovery"] as const).flatMap((ceremony) =>
  LANGUAGES.map(({ id }) => [ceremony, id] as const),
);

describe.each(spoken)("the %s, shown in %s", (ceremony, language) => {
  const captions = momentsIn(ceremony).map((moment) =>
    (["what", "why"] as const).map((part) => saidIn(language, sentence(`show.${moment}.${part}`))),
  );

  it("has a dozen moments, each with one sentence of what and one of why", () => {
    expect(captions).toHaveLength(12);
    for (const one of captions.flat()) expect(one).toMatch(/^[A-Z][^.!?]*\.$/);
    expect(new Set(captions.flat()).size).toBe(24);
  });

  it("takes three minutes at its own pace, and shows nothing for two seconds at any", () => {
    const times = captions.map((one) => readingMs(one.join(" ")));
    const minutes = times.reduce((sum, ms) => sum + ms, 0) / 60_000;
    expect(minutes).toBeGreaterThan(2.7);
    expect(minutes).toBeLessThan(3.3);
    // A fast reader takes 200 ms for a word: also at the highest speed there is time for all of them.
    for (const [i, ms] of times.entries()) {
      const words = (captions[i] ?? []).join(" ").split(" ").length;
      expect(ms / Math.max(...SPEEDS)).toBeGreaterThan(words * 190);
      expect(ms / Math.max(...SPEEDS)).toBeGreaterThan(5000);
    }
  });
});

it("no other ceremony is shown", () => expect(momentsIn("attestation")).toEqual([]));
