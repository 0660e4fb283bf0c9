// Every sentence of a paper comes from the catalogue: in the pseudo-language no other is left.
import { describe, expect, it } from "vitest";
import { BUILT_IN } from "../../ceremony-scripts/built-in.ts";
import { paragraph, table, theirs, walkthrough, type Paper } from "../../ceremony-scripts/index.ts";
import { readScript } from "../../ceremony-scripts/schema.ts";
import { SAMPLE_ENTRIES } from "../ceremony/samples.fixture.ts";
import { sentence } from "../text/sentence.ts";
import { cardsToWrite } from "./cards-to-write.ts";
import { unsaidIn, unsaidOn } from "./pseudo-papers.fixture.ts";
import { readingOf, sentenceOf } from "./reading.ts";
import { activation } from "./record.fixture.ts";

describe("a paper in the pseudo-language", () => {
  it("has nothing of ours that went past the catalogue, whatever an activation left", () => {
    const { papers, unsaid } = unsaidIn(readingOf(activation()));
    expect(papers).toBe(8);
    expect(unsaid).toEqual([]);
  });

  it("has none in what it says of an entry of any type", () => {
    const blocks = SAMPLE_ENTRIES.map((entry) => paragraph(...sentenceOf(entry)));
    expect(unsaidOn({ title: "", blocks }, [])).toEqual([]);
  });

  it.each([...BUILT_IN])("has none where it is the walkthrough of %s", (_, text) => {
    const script = readScript(text, "");
    const { title, blocks } = walkthrough(script, ["abide", "absurd"]);
    expect(unsaidOn({ title, blocks: [...blocks, ...cardsToWrite(script)] }, [])).toEqual([]);
  });

  it("shows what did: in a title, a line, a head, a cell, a band and a sentence's hole", () => {
    const columns = [{ head: "Head", share: 1 }];
    const band = { shares: [1], cells: ["Band"], again: [[[theirs("A name"), " again"]]] };
    const paper: Paper = {
      title: "Title of Contoso",
      blocks: [
        paragraph("09:00:00, ", theirs("They wrote this."), sentence("paper.object")),
        paragraph(sentence("custody-papers.custodian", { name: "nobody" })),
        { ...table([], [["Cell"]]), columns, bands: [band] },
      ],
    };
    expect(unsaidOn(paper, ["Contoso"]).map((text) => /[A-Za-z]+(?=\W*$)/.exec(text)?.[0])).toEqual(
      ["of", "nobody", "Head", "Cell", "Band", "again"],
    );
  });
});
