// What papers tell of custody: gaps that were found, and an officer's words large enough to be read.
import { describe, expect, it } from "vitest";
import { walkthroughMarkdown, type Block } from "../../ceremony-scripts/index.ts";
import { minutes } from "./minutes.ts";
import { officerCards } from "./officer-card.ts";
import { even } from "./pdf.fixture.ts";
import { readingOf } from "./reading.ts";
import { activation } from "./record.fixture.ts";

const reading = readingOf(activation());

describe("a gap in the chain of custody", () => {
  it("is told with what was recorded and what was found, or a dash where there is nothing", () => {
    const object = "officer-9 medium";
    const gaps = [
      { object, kind: "missing", expected: "Ines Okafor", seen: "" },
      { object, kind: "custodian", expected: "Ines Okafor", seen: "Asha Rao" },
      { object, kind: "unrecorded", expected: "", seen: "Asha Rao" },
    ] as const;
    const text = even(walkthroughMarkdown(minutes({ ...reading, gaps })));
    const rows = [...text.matchAll(/\| officer-9 medium \| [^|]+ \| ([^|]+) \| ([^|]+) \|/g)];
    expect(rows.map(([, expected, seen]) => [expected, seen])).toEqual([
      ["Ines Okafor", "-"],
      ["Ines Okafor", "Asha Rao"],
      ["-", "Asha Rao"],
    ]);
  });
});

describe("an officer's card", () => {
  it("has the words of both certificates once more, in large print", () => {
    for (const [, { blocks }] of officerCards(reading)) {
      const wordsIn = (isLarge: boolean): readonly string[] =>
        blocks.flatMap((block: Block) =>
          block.sort === "words" && block.large === isLarge ? [block.hex] : [],
        );
      expect(wordsIn(true)).toHaveLength(2);
      expect(wordsIn(false)).toEqual([...wordsIn(true), reading.after.domainSha256]);
    }
    expect(officerCards(reading)).toHaveLength(3);
  });
});
