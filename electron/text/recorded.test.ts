// A record's English is found among today's sentences, also where it was worded otherwise then.
import { expect, it } from "vitest";
import { EARLIER } from "./earlier.ts";
import { english } from "./english.ts";
import { simpleParts } from "./message-parts.ts";
import { recordedSentence } from "./recorded.ts";
import type { Id, Value } from "./sentence.ts";
import { saidIn } from "./text.ts";

const holesIn = (message: string): readonly string[] =>
  (simpleParts(message) ?? []).flatMap((part) => (typeof part === "string" ? [] : [part.hole]));

it.each(Object.entries(EARLIER))(
  "%s is found in its former words, and said in German",
  (id, old) => {
    const given = Object.fromEntries(holesIn(old).map((hole) => [hole, `${hole} 7`]));
    const text = Object.entries(given).reduce(
      (said, [hole, value]) => said.replace(`{${hole}}`, value),
      old,
    );
    const found = recordedSentence(text);
    expect(found).toEqual({ id, with: given });
    const today = { id: id as Id, with: given } satisfies Value;
    expect(english(today)).not.toBe(text);
    expect(saidIn("de", found)).toBe(saidIn("de", today));
  },
);
