// Recorded views on the page in German: nothing is left in English, and the longer words hold in the
// same places, by day, by night and at 200 %.
import { CONFIRM } from "../../renderer/text/running.de.ts";
import { isFirst, RECORDINGS } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";

/** In `npm test`: where most words stand in the least room. */
const FEW = ["home/new", "activation/open", "activation/record-custody"];
const isLong = process.env["LONG"] === "1";
const looked = [...RECORDINGS.values()].filter((one) =>
  isLong ? isFirst(one) : FEW.includes(one.name),
);

test.use({ trace: "off" });

for (const { name } of looked)
  test(`${name} holds in German, and is German`, async ({ display }) => {
    await display.showInGerman(name);
    await display.page.getByText(CONFIRM.readFirst).waitFor({ state: "detached" });
    const findings = await display.look(`german/${name}`);
    expect([...findings, ...(await display.complaints())]).toEqual([]);
    expect(await display.page.evaluate(englishIn)).toEqual([]);
  });

/** In the page: what is written in English, and not marked so. */
function englishIn(): readonly string[] {
  const words = /\b(the|is|are|was|of|with|from|this|that|and|not|has|have|to|be|by|for)\b/;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode;
    const isMarked = parentElement?.closest("[lang]")?.getAttribute("lang") === "en";
    if (!isMarked && words.test(textContent ?? "")) found.push(textContent ?? "");
  }
  return found;
}
