// Axe's check of a page. Two thirds of its time go into the contrast of texts, and most texts of
// a screen are set as on the screens before: what was checked once is checked again in the long run
// alone.
import axe from "axe-core";
import type { Page } from "playwright";

const isLong = process.env["LONG"] === "1";

type Axe = typeof axe;
type Theme = "light" | "dark";

/** What this process has checked: theme and way. */
const judged = new Set<string>();

/**
 * By day everything; by night the same page has other colours and nothing else.
 * @returns each rule that is broken, and where
 */
export async function axeFindings(page: Page, theme: Theme): Promise<readonly string[]> {
  // Axe stays in a page: to read its half a megabyte again takes as long as to check.
  const ways = (await page.evaluate(waysOfTexts)) ?? (await begin(page));
  const fresh = ways.filter((way) => isLong || !judged.has(`${theme} ${way}`));
  for (const way of ways) judged.add(`${theme} ${way}`);
  return page.evaluate(judge, { fresh, isWhole: theme === "light" });
}

async function begin(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return (await page.evaluate(waysOfTexts)) ?? [];
}

/** In the page. */
declare const globalThis: {
  readonly axe?: Axe;
  textsByWay: ReadonlyMap<string, readonly Element[]>;
};

/**
 * In the page: finds all that has a text of its own, by the way it is set: colour, size, weight, and
 * what is behind it. Texts of one way have one contrast.
 * @returns the ways; null where axe is not there yet
 */
function waysOfTexts(): readonly string[] | null {
  if (globalThis.axe === undefined) return null;
  const grounds = new Map<Element, string>();
  const groundOf = (element: Element): string => {
    const known = grounds.get(element);
    if (known !== undefined) return known;
    const style = getComputedStyle(element);
    const { backgroundColor, backgroundImage, opacity, filter, position } = style;
    const above = element.parentElement === null ? "" : groundOf(element.parentElement);
    const ground = [backgroundColor, backgroundImage, opacity, filter, position, above].join(" ");
    grounds.set(element, ground);
    return ground;
  };
  const isSet = (element: Element): boolean =>
    element.matches("input, textarea, select")
    || [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim() !== "",
    );
  const wayOf = (element: Element): string => {
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    // Axe does not check the contrast of disabled elements.
    const isDisabled = element.closest(":disabled, [aria-disabled=true]") !== null;
    return [color, fontSize, fontWeight, textShadow, isDisabled, groundOf(element)].join(" ");
  };
  const texts = new Map<string, Element[]>();
  for (const element of [...document.querySelectorAll("body *")].filter(isSet)) {
    const way = wayOf(element);
    texts.set(way, [...(texts.get(way) ?? []), element]);
  }
  globalThis.textsByWay = texts;
  return [...texts.keys()];
}

/** In the page: the rules that are broken, of contrast for texts that are set in these ways. */
async function judge({
  fresh,
  isWhole,
}: {
  readonly fresh: readonly string[];
  readonly isWhole: boolean;
}): Promise<readonly string[]> {
  const COLOURS = ["color-contrast", "link-in-text-block"];
  const told = { resultTypes: ["violations"] as ["violations"], preload: false };
  const texts = fresh.flatMap((way) => [...(globalThis.textsByWay.get(way) ?? [])]);
  const others = Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]));
  const { axe } = globalThis;
  if (axe === undefined) return ["axe is gone"];
  const results = [
    ...(isWhole ? [await axe.run(document, { ...told, rules: others })] : []),
    ...(texts.length > 0
      ? [await axe.run({ include: texts as HTMLElement[] }, { ...told, runOnly: COLOURS })]
      : []),
  ];
  return results.flatMap(({ violations }) =>
    violations.map(
      ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    ),
  );
}
