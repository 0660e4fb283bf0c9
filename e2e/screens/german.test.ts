// Recorded views on the page in German: nothing is left in English, and the longer words hold in the
// same places, by day, by night and at 200 %.
import { german } from "../../electron/german/german.ts";
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

for (const { name, view } of looked)
  test(`${name} holds in German, and is German`, async ({ display }) => {
    await display.showInGerman(name);
    await display.page.getByText(CONFIRM.readFirst).waitFor({ state: "detached" });
    const findings = await display.look(`german/${name}`);
    expect([...findings, ...(await display.complaints())]).toEqual([]);
    expect(await display.page.evaluate(overrun)).toEqual([]);
    expect(await display.page.evaluate(englishIn, peoplesWords(view))).toEqual([]);
  });

/** In the page: words that are wider than what they are in, and so lie over what is beside it. */
function overrun(): readonly string[] {
  return [...document.querySelectorAll("body *")].flatMap((element) => {
    const hasText = [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && (nodeValue ?? "").trim() !== "",
    );
    const isBox = getComputedStyle(element).display !== "inline" && element.clientWidth > 2;
    // An officer's number is drawn as large as its shape.
    const isNumber = /^\d$/.test(element.textContent);
    const isWide = hasText && isBox && !isNumber && element.scrollWidth > element.clientWidth + 1;
    return isWide && element.checkVisibility() ? [element.textContent] : [];
  });
}

/** What people wrote, in whatever language, the longest first: the window shows it as it is. */
function peoplesWords(sent: unknown): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string" && value.includes(" ") && german(value) === value)
      found.push(value);
    if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(sent);
  return found.toSorted((a, b) => b.length - a.length);
}

/** In the page: what is written in English, and not marked so. */
function englishIn(people: readonly string[]): readonly string[] {
  const words = /\b(the|is|are|of|with|from|this|that|and|not|has|have|be|by|for)\b/i;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode;
    const text = people.reduce(
      (rest, said) => rest.replaceAll(said, ""),
      (textContent ?? "").replaceAll(/\bE-[A-Z-]+/g, ""),
    );
    const isMarked = parentElement?.closest("[lang]")?.getAttribute("lang") === "en";
    if (!isMarked && words.test(text)) found.push(text);
  }
  return found;
}
