// Every sentence of a paper comes from the catalogue: in the pseudo-language no other is left.
import { describe, expect, it } from "vitest";
import { paragraph, table, theirs, type Paper } from "../../ceremony-scripts/index.ts";
import { sentence } from "../text/sentence.ts";
import { acknowledgement, custodyLabels } from "./custody-papers.ts";
import { officerCards } from "./officer-card.ts";
import { unsaidOn } from "./pseudo-papers.fixture.ts";
import { quorumCertificate } from "./quorum-certificate.ts";
import { readingOf } from "./reading.ts";
import { activation } from "./record.fixture.ts";

const reading = readingOf(activation());
const names = [reading.opened.hsm, ...reading.after.officers.map(({ name }) => name)];

describe("a paper in the pseudo-language", () => {
  it.each<readonly [string, Paper]>([
    ["the quorum certificate", quorumCertificate(reading)!],
    ["the labels", custodyLabels(reading)!],
    ["the acknowledgement", acknowledgement(reading)!],
    ...officerCards(reading).map(([officer, card]) => [`the card of ${officer}`, card] as const),
  ])("has nothing of ours that went past the catalogue: %s", (_, paper) => {
    expect(unsaidOn(paper, names)).toEqual([]);
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
