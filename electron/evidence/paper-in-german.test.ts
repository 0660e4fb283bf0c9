// A paper in German: every word of ours is, and nothing of what people wrote.
import { describe, expect, it } from "vitest";
import { BUILT_IN } from "../../ceremony-scripts/built-in.ts";
import {
  named,
  paragraph,
  said,
  table,
  theirs,
  walkthrough,
  type Block,
  type Cell,
  type Line,
  type Paper,
  type SaidSpan,
} from "../../ceremony-scripts/index.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
import { readScript } from "../../ceremony-scripts/schema.ts";
import { fromScript } from "../text/text.ts";
import { cardsToWrite } from "./cards-to-write.ts";
import { acknowledgement, custodyLabels } from "./custody-papers.ts";
import { minutes } from "./minutes.ts";
import { officerCards } from "./officer-card.ts";
import { paperInGerman } from "./paper-in-german.ts";
import { minutesPages, paperOf, walkthroughPdf } from "./papers.ts";
import { readPdf, withoutPoppler } from "./pdf.fixture.ts";
import { quorumCertificate } from "./quorum-certificate.ts";
import { readingOf } from "./reading.ts";
import { activation } from "./record.fixture.ts";

const record = activation();
const reading = readingOf(record);

/** Names of standards, and what is no word. */
const ALIKE = ["PCI DSS 4.0.1", "ISO/IEC 27001:2022", "NIST SP 800-57 Part 1 Rev. 5"];

const linesOf = (cell: Cell<SaidSpan>): readonly Line<SaidSpan>[] =>
  typeof cell === "string" ? [[cell]] : cell;

function linesIn(block: Block<SaidSpan>): readonly Line<SaidSpan>[] {
  switch (block.sort) {
    case "heading":
    case "paragraph":
      return [block.line];
    case "table":
      return [
        block.columns.map(({ head }) => head),
        ...block.rows.flat().flatMap(linesOf),
        ...(block.bands ?? []).flatMap((band) =>
          band === null ? [] : [...band.cells, ...band.again].flatMap(linesOf),
        ),
      ];
    case "preformatted":
    case "words":
    case "triangle":
    case "new-page":
      return [];
  }
}

/** Our own words on a paper that are English: such as are not ten words of a digest. */
const englishOn = ({ title, blocks }: Paper<SaidSpan>): readonly string[] =>
  [title, ...blocks.flatMap(linesIn).flat()]
    .filter((span) => typeof span === "string")
    .filter((text) => /\b(the|is|are|of|with|from|this|not|and|by|at|no)\b/i.test(text))
    .filter((text) => !/^([a-z]+ ){9}[a-z]+$/.test(text) && !ALIKE.includes(text));

const inGerman = (paper: Paper): Paper<SaidSpan> => paperInGerman(paperIn("de", paper));

describe("a paper in German", () => {
  it.each<readonly [string, Paper]>([
    ["the minutes", minutes(reading)],
    ["the quorum certificate", quorumCertificate(reading)!],
    ["the labels", custodyLabels(reading)!],
    ["the acknowledgement", acknowledgement(reading)!],
    ...officerCards(reading).map(([officer, card]) => [`the card of ${officer}`, card] as const),
  ])("has no English word of ours: %s", (_, paper) => {
    expect(englishOn(inGerman(paper))).toEqual([]);
    expect(englishOn(paperIn("en", paper)).length).toBeGreaterThan(0);
  });

  it.each([...BUILT_IN])("has no English word of ours: the walkthrough of %s", (_, text) => {
    const script = readScript(text, "");
    const paper = walkthrough(script, ["first", "second"]);
    const whole = { ...paper, blocks: [...paper.blocks, ...cardsToWrite(script)] };
    expect(englishOn(inGerman(whole))).toEqual([]);
  });

  it("leaves what people wrote, names and commands as they are", () => {
    const written = theirs("Refused. The app refused nothing.");
    const { blocks } = inGerman({
      title: "Contoso",
      blocks: [
        paragraph(
          "Exceptions",
          written,
          named("sd verify"),
          said(fromScript("Insert the medium.")),
        ),
        table([["Role", 1]], [[[["Witness"], [theirs("None")]]]]),
      ],
    });
    expect(blocks).toEqual([
      paragraph("Ausnahmen", written, named("sd verify"), {
        ...said("Stecken Sie den Datenträger ein."),
        quotes: ["\u201e", "\u201c"],
      }),
      table([["Rolle", 1]], [[[["Zeuge"], [theirs("None")]]]]),
    ]);
  });

  it.skipIf(withoutPoppler)(
    "can be copied with its full stops, though letters have dots",
    async () => {
      const script = readScript(BUILT_IN.get("activation") ?? "", "0".repeat(64));
      const { all } = readPdf((await walkthroughPdf(script, false, "de")).bytes);
      expect(all).toContain(
        "unsere Schlüssel aufbewahrt und aus der niemand sie herausnehmen kann. Geht",
      );
    },
  );

  it("is a PDF of its own, and the record's evidence is not", async () => {
    const [english, german] = [
      await paperOf(record, "officer-1-card.pdf"),
      await paperOf(record, "officer-1-card.pdf", "de"),
    ];
    expect(Buffer.compare(english!.bytes, german!.bytes)).not.toBe(0);
    const pages = await minutesPages(record, "de");
    expect([...pages.keys()]).toEqual(reading.entries.map(({ seq }) => seq));
  });
});
