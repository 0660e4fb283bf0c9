// What is looked for on a page in German.
import { textsOfOthers } from "./sent.fixture.ts";

/** In the page: words that are wider than what they are in, and so lie over what is beside it. */
export function overrun(): readonly string[] {
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

/** In the page: what is written in English, and not marked so. */
export function englishIn(people: readonly string[]): readonly string[] {
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

/** What people wrote, in whatever language, the longest first: the window shows it as it is. */
export const peoplesWords = (sent: unknown): readonly string[] =>
  [...textsOfOthers(sent)]
    .filter((text) => text.includes(" "))
    .toSorted((a, b) => b.length - a.length);
