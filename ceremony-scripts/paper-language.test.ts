// A paper in a language: sentences become text, everything else is unchanged.
import { describe, expect, it } from "vitest";
import { and, capital, sentence } from "../electron/text/text.ts";
import { paperIn } from "./paper-language.ts";
import { blank, heading, named, newPage, paragraph, said, table, theirs } from "./paper.ts";

const lost = (of: number) => sentence("custody.lost.key", { seat: of });
const seal = sentence("custody.seal");
const medium = named("officer-1");
const trouble = sentence("custody.reason.trouble", {
  seat: 2,
  name: theirs("Ines"),
  state: medium,
});

const PAPER = {
  title: sentence("custody.handOff", { object: "A", from: "B", to: "C", place: "D" }),
  blocks: [
    heading(trouble),
    paragraph("1: ", capital(and([lost(1), lost(2)])), blank(2), said("Sit down.")),
    newPage,
    {
      ...table([[seal, 1]], [["", seal, [[trouble], [medium]]]]),
      bands: [{ shares: [1], cells: [seal], again: [[["x", seal]]] }, null],
    },
  ],
};

describe("a paper", () => {
  it("has each sentence as one text, with drawn parts between its texts", () => {
    expect(paperIn("en", PAPER)).toEqual({
      title: "A: from B to C, now in D",
      blocks: [
        heading("Officer 2, ", theirs("Ines"), ": ", medium, "."),
        paragraph("1: ", "The key of officer 1 and the key of officer 2", blank(2), {
          ...said("Sit down."),
          quotes: ["\u201c", "\u201d"],
        }),
        newPage,
        {
          ...table(
            [["Seal number", 1]],
            [
              [
                "",
                [["Seal number"]],
                [["Officer 2, ", theirs("Ines"), ": ", medium, "."], [medium]],
              ],
            ],
          ),
          bands: [
            { shares: [1], cells: [[["Seal number"]]], again: [[["x", "Seal number"]]] },
            null,
          ],
        },
      ],
    });
  });

  it("is in the requested language, with its quotation marks", () => {
    const { title, blocks } = paperIn("de", PAPER);
    expect(title).toBe("A: von B an C, jetzt in D");
    expect(blocks[1]).toEqual(
      paragraph(
        "1: ",
        "Der Schlüssel von Schlüsselinhaber 1 und der Schlüssel von Schlüsselinhaber 2",
        blank(2),
        { ...said("Sit down."), quotes: ["\u201e", "\u201c"] },
      ),
    );
  });

  it("has a title and heads of tables that are text alone", () => {
    expect(() => paperIn("en", { title: trouble, blocks: [] })).toThrow("drawn");
  });
});
