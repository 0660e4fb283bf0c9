// What papers say about custody: gaps that were found, and an officer's words large enough to read.
import { describe, expect, it } from "vitest";
import { walkthroughMarkdown, type Block } from "../../ceremony-scripts/index.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
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
    const text = even(walkthroughMarkdown(paperIn("en", minutes({ ...reading, gaps }))));
    const rows = [
      ...text.matchAll(/\| own medium of officer 9 \| [^|]+ \| ([^|]+) \| ([^|]+) \|/g),
    ];
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

  it.each([2, 3, 4, 10])("names %i officers' keys where as many are needed", (required) => {
    const officers = Array.from({ length: 10 }, (_, i) => ({
      ...reading.after.officers[0]!,
      ...{ officer: `officer-${i + 1}`, keyName: `cert_${i}` },
    }));
    const [first] = officerCards({ ...reading, after: { ...reading.after, officers, required } });
    const lines = first![1].blocks.flatMap((block) =>
      block.sort === "preformatted" ? block.lines : [],
    );
    const here = officers.slice(0, required);
    expect(lines.join(" ").match(/officer-\d+\/cert_\d+\.key/g)).toEqual(
      here.map(({ officer, keyName }) => `${officer}/${keyName}.key`),
    );
    expect(lines.join(" ").match(/PASSPHRASE-\d+/g)).toEqual(
      here.map((_, i) => `PASSPHRASE-${i + 1}`),
    );
    expect(lines.filter((line) => line.length > 88)).toEqual([]);
  });
});
