// Papers as PDFs: letters of any script, rows that are not cut, rows that must be, dates.
import { describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  blank,
  heading,
  named,
  paragraph,
  said,
  table,
  theirs,
  type Block,
} from "../../ceremony-scripts/paper.ts";
import { paperIn } from "../../ceremony-scripts/paper-language.ts";
import { paperPdf, type Printing } from "./paper-pdf.ts";
import { readPdf, withoutPoppler, type Read } from "./pdf.fixture.ts";

const digest = sha256Hex(utf8("a record"));
const PLAIN: Printing = {
  bound: { what: "Record", digest },
  rehearsal: false,
  date: null,
  page: "lying",
  language: "en",
};
const NOTE = "A letter for which this paper has no type";

async function printed(blocks: readonly Block[], printing = PLAIN, title = "T"): Promise<Read> {
  return readPdf((await paperPdf(paperIn("en", { title, blocks }), printing)).bytes);
}

describe.skipIf(withoutPoppler)("a paper as a PDF (needs poppler)", () => {
  it("has names of Latin, Greek and Cyrillic letters as they are written", async () => {
    const names = [
      "Łukasz Żółw",
      "Þórdís Æ. Ørsted",
      "Nguyễn Thị Hường",
      "Οδυσσέας Ελύτης",
      "Щукин Її Қанат",
      "Zoë d’Été",
      "Ġorġ Ħal-Għaxaq",
      "Ş. Öğüt İnce",
    ];
    const spans = names.flatMap((name) => [theirs(name), named(name), said(name)]);
    const { all, fonts } = await printed(
      spans.map((span) => paragraph(span)),
      PLAIN,
      names[2],
    );
    for (const name of names) expect(all.split(name).length - 1, name).toBeGreaterThanOrEqual(3);
    expect(all).not.toContain(NOTE);
    // Embedded, a part of the face only, and with a way back to the letters.
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+IBMPlex\w+-\w+ CID TrueType Identity-H yes yes yes /);
  });

  it("writes a letter that it has no type for as its number, and says so", async () => {
    const { all } = await printed([paragraph(theirs("王 Wáng, עדי"))], PLAIN, "書");
    expect(all).toContain("\\u{738b} Wáng, \\u{5e2}\\u{5d3}\\u{5d9}");
    expect(all).toContain("\\u{66f8}");
    expect(all).toContain(NOTE);
  });

  it("cannot be made to look so, and shows what would steer or hide", async () => {
    const { all } = await printed([paragraph(theirs("\\u{41} a\u202eb\u200bc\u0007"))]);
    expect(all).toContain("\\u{5c}u{41} a\\u{202e}b\\u{200b}c\\u{7}");
  });

  it("puts the letter and its mark together", async () => {
    expect((await printed([paragraph(theirs("Ame\u0301lie"))])).all).toContain("Amélie");
  });

  it("cuts no row that fits on a page, and repeats the table's head on each", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      `begin-${String(i)}`,
      [[`${"word ".repeat(260)}end-${String(i)}`]],
    ]);
    const { pages } = await printed([
      heading("H"),
      table(
        [
          ["First", 10],
          ["Second", 30],
        ],
        rows,
      ),
    ]);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      const ends = (which: string) =>
        [...page.matchAll(new RegExp(`${which}-(\\d+)`, "g"))].map(([, at]) => at);
      expect(ends("begin")).toEqual(ends("end"));
      expect(page).toContain("First Second begin-");
    }
  });

  it("cuts no small table at all", async () => {
    const small = table(
      [
        ["A", 1],
        ["B", 1],
      ],
      Array.from({ length: 6 }, (_, i) => [`row ${String(i + 1)}`, ""]),
    );
    for (let lines = 6; lines <= 20; lines += 1) {
      const filling = Array.from({ length: lines }, () => paragraph("filling"));
      const { pages } = await printed([...filling, small]);
      expect(pages.filter((page) => page.includes("A B row 1 row 2"))).toHaveLength(1);
      expect(pages.filter((page) => page.includes("row 5 row 6"))).toHaveLength(1);
      expect(pages.find((page) => page.includes("row 1"))).toContain("row 6");
    }
  });

  it("continues on the next page with a row that is higher than one", async () => {
    const words = Array.from({ length: 4000 }, (_, i) => `w${String(i)}`);
    const { pages, all } = await printed([
      table(
        [
          ["A", 1],
          ["B", 1],
        ],
        [
          ["x", ""],
          [[[words.join(" ")]], "beside"],
          ["after", ""],
        ],
      ),
    ]);
    expect(pages.length).toBeGreaterThan(2);
    expect(all.match(/\bw\d+/g)).toEqual(words);
    expect(all).toContain("after");
  });

  it("breaks a word that no line holds, and loses nothing of it", async () => {
    const long = "0123456789abcdef".repeat(30);
    const { all } = await printed([
      table(
        [
          ["A", 1],
          ["B", 4],
        ],
        [[[[named(long)]], "b"]],
      ),
    ]);
    expect(all.replace(/ /g, "")).toContain(long);
  });

  it("breaks a digest into equally long lines, so that people can compare them", async () => {
    for (const share of [3, 5, 9, 20]) {
      const head = [
        ["A", share],
        ["B", 20],
      ] as const;
      const { all } = await printed([table(head, [[[[named(digest)]], "b"]])]);
      const parts = all.split(/\s+/).filter((word) => word.length >= 8 && digest.includes(word));
      expect(parts.join("")).toBe(digest);
      expect(new Set(parts.map(({ length }) => length)).size).toBe(1);
    }
  });

  it("keeps a heading with what follows it", async () => {
    for (let lines = 12; lines <= 30; lines += 1) {
      const filling = Array.from({ length: lines }, () => paragraph("filling"));
      const { pages } = await printed([...filling, heading("Heading"), paragraph("Follows.")]);
      expect(pages.filter((page) => page.includes("Heading Follows."))).toHaveLength(1);
    }
  });

  it("keeps lines to write on together", async () => {
    for (let lines = 8; lines <= 20; lines += 1) {
      const filling = Array.from({ length: lines }, () => paragraph("filling"));
      const { pages } = await printed([...filling, paragraph("Words: ", blank(6), ". Then.")]);
      expect(pages.filter((page) => page.includes("Words: Then."))).toHaveLength(1);
    }
  });

  it("leaves out the stop behind lines to write on", async () => {
    const { all } = await printed([paragraph("Words: ", blank(3), ". Then ", blank(), ".")]);
    expect(all).toContain("Words: Then .");
  });

  it("tells the date that it is given, and has the same bytes for that date alone", async () => {
    const paper = paperIn("en", { title: "T", blocks: [paragraph("P")] });
    const at = async (date: Date | null) => (await paperPdf(paper, { ...PLAIN, date })).bytes;
    const [one, two, three] = [new Date(1.8e12), new Date(1.8e12), new Date(1.9e12)];
    const bytes = await at(one);
    expect(readPdf(bytes).info.get("CreationDate")).toContain("2027");
    expect(await at(two)).toEqual(bytes);
    expect(await at(three)).not.toEqual(bytes);
  });

  it("has an identifier of its own for each digest", async () => {
    const paper = paperIn("en", { title: "T", blocks: [paragraph("P")] });
    const idOf = async (of: string) =>
      /\/ID \[<([0-9a-f]+)>/.exec(
        Buffer.from(
          (await paperPdf(paper, { ...PLAIN, bound: { what: "Record", digest: of } })).bytes,
        ).toString("latin1"),
      )?.[1];
    const [first, again] = [await idOf(digest), await idOf(digest)];
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(again).toBe(first);
    expect(await idOf(sha256Hex(utf8("another")))).not.toBe(first);
  });
});
