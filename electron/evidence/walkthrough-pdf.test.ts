// The walkthrough as pages: all of the paper is on them, each is numbered and bound to the script,
// and two printings are one and the same file.
import { describe, expect, it } from "vitest";
import { fromHex, sha256Hex, toWords, utf8 } from "../../crypto/index.ts";
import { BUILT_IN, readScript, type Script } from "../../ceremony-scripts/index.ts";
import { EN } from "../text/en/en.ts";
import { even, readPdf, withoutPoppler } from "./pdf.fixture.ts";
import { walkthroughPdf } from "./papers.ts";

function scriptOf(name: string): Script {
  const text = BUILT_IN.get(name) ?? "";
  return readScript(text, sha256Hex(utf8(text)));
}

const NAMES = ["activation", "recovery"] as const;

describe.skipIf(withoutPoppler).each(NAMES)("the pages of the %s (need poppler)", (name) => {
  const script = scriptOf(name);
  const acts = [...new Set(script.steps.map(({ act }) => act))];
  const numberOf = (at: number): string => {
    const { act } = script.steps[at]!;
    const before = script.steps.slice(0, at).filter((step) => step.act === act).length;
    return `${String(acts.indexOf(act) + 1)}.${String(before + 1)}`;
  };

  it("have every step's number, and what is done and said, on one page and uncut", async () => {
    const { pages } = readPdf((await walkthroughPdf(script, false)).bytes);
    script.steps.forEach(({ say, action }, at) => {
      const [sentence = ""] = EN.steps[`${action.kind}.activity`].split(/[{]/);
      const whole = pages.filter((page) => page.includes(`\u201c${even(say)}\u201d`));
      expect(whole.length, numberOf(at)).toBeGreaterThanOrEqual(1);
      expect(
        whole.some((page) => page.includes(` ${numberOf(at)} `) && page.includes(even(sentence))),
        numberOf(at),
      ).toBe(true);
    });
  });

  it("have every act, material and table, with its head again on each page", async () => {
    const { pages, all } = readPdf((await walkthroughPdf(script, false)).bytes);
    acts.forEach((act, i) => {
      expect(all).toContain(`Act ${String(i + 1)}: ${act} Step Actor Activity Expected`);
    });
    for (const { name: thing } of script.materials) expect(all).toContain(` ${thing} `);
    for (const page of pages.filter((text) => /“.*”/.test(text)))
      expect(page).toContain("Step Actor Activity Expected Initials Time UTC");
    expect(all).toContain("Exceptions A refusal by the app is not an exception");
    expect(all).toContain(script.sha256);
  });

  it("are numbered and bound to the script's digest, and tell no date", async () => {
    const { bytes, pages: count } = await walkthroughPdf(script, false);
    const { pages, info } = readPdf(bytes);
    const bound = toWords(fromHex(script.sha256)!).slice(0, 10).join(" ");
    expect(pages).toHaveLength(count);
    expect(info.get("Pages")).toBe(String(count));
    pages.forEach((page, i) => {
      expect(page).toContain(
        `Script ${name}, SHA-256 in words: ${bound} ` + `page ${String(i + 1)} of ${String(count)}`,
      );
      expect(page).toContain(script.title);
    });
    expect(info.get("Title")).toBe(script.title);
    expect(info.get("Subject")).toContain(script.sha256);
    expect([...info.keys()]).not.toContain("CreationDate");
    expect(info.get("Page size")).toMatch(/^841\.89 x 595\.28 pts/);
  });

  it("say REHEARSAL each in a rehearsal, and else nowhere", async () => {
    const rehearsed = readPdf((await walkthroughPdf(script, true)).bytes);
    for (const page of rehearsed.pages) expect(page.match(/REHEARSAL/g)).toHaveLength(2);
    expect(rehearsed.info.get("Subject")).toContain("REHEARSAL");
    expect(readPdf((await walkthroughPdf(script, false)).bytes).all).not.toContain("REHEARSAL");
  });

  it("are the same bytes twice, and other bytes in a rehearsal", async () => {
    const [once, again, rehearsed] = await Promise.all(
      [false, false, true].map((rehearsal) => walkthroughPdf(script, rehearsal)),
    );
    expect(sha256Hex(again!.bytes)).toBe(sha256Hex(once!.bytes));
    expect(sha256Hex(rehearsed!.bytes)).not.toBe(sha256Hex(once!.bytes));
  });
});

it.skipIf(withoutPoppler)(
  "can be copied with its full stops, though letters of German have dots (needs poppler)",
  async () => {
    const { all } = readPdf((await walkthroughPdf(scriptOf("activation"), false, "de")).bytes);
    expect(all).toContain(
      "unsere Schlüssel aufbewahrt und aus der niemand sie herausnehmen kann. Geht",
    );
  },
);
