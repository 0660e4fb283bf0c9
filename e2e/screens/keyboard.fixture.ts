// What can be pressed or written on a screen, and how Tab comes to it.
import type { Page } from "playwright/test";

/** No screen has more stops; a circle that never closes ends here. */
const STOPS_MAX = 150;

interface Stop {
  readonly place: number;
  readonly name: string;
  /** What is wrong with where the focus is, or "". */
  readonly wrong: string;
}

/**
 * Tabs once around the screen.
 * @returns what is enabled and never had the focus, and each focus that cannot be seen
 */
export async function keyboardFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(markAll);
  const stops: Stop[] = [];
  let ends = 0;
  for (let presses = 0; presses < STOPS_MAX; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopNow);
    if (stop === null) {
      // From the end of the page Tab goes on at its top, for what stands before where it began.
      ends += 1;
      if (ends > 2) break;
      continue;
    }
    if (stops.some(({ place }) => place === stop.place)) break;
    stops.push(stop);
  }
  const missed = await page.evaluate(
    missedOf,
    stops.map(({ place }) => place),
  );
  return [
    ...missed.map((name) => `Tab does not come to ${name}`),
    ...stops.flatMap(({ name, wrong }) => (wrong === "" ? [] : [`${name}: ${wrong}`])),
  ];
}

/** In the page: numbers everything, and begins at its top. */
function markAll(): void {
  for (const [place, element] of [...document.querySelectorAll("*")].entries())
    element.setAttribute("data-place", String(place));
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** In the page: what has the focus; null for nothing. */
function stopNow(): Stop | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  // A box or a mark is drawn by what is around it: there its focus is shown.
  const around = element instanceof HTMLInputElement ? element.closest("label") : null;
  const shown = [element, ...(around === null ? [] : [around])];
  const isOutlined = shown.some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  });
  const box = (around ?? element).getBoundingClientRect();
  const isIn = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const text = element.getAttribute("aria-label") ?? (around ?? element).textContent;
  return {
    place: Number(element.getAttribute("data-place") ?? -1),
    name: `${element.tagName.toLowerCase()} "${text.trim().slice(0, 60)}"`,
    wrong: !isOutlined ? "its focus is not shown" : !isIn ? "it has the focus out of sight" : "",
  };
}

/** In the page: what is enabled and was none of these, nor in a group of which one was. */
function missedOf(places: readonly number[]): readonly string[] {
  const GROUPS = "[role=radiogroup], [role=listbox], [role=toolbar], [role=grid]";
  const reached = places.flatMap(
    (place) => document.querySelector(`[data-place="${place}"]`) ?? [],
  );
  const groups = reached.map((one) => one.closest(GROUPS)).filter((group) => group !== null);
  return [...document.querySelectorAll("button, input, textarea, select, a[href], [role=option]")]
    .filter(
      (one) => !one.matches(":disabled") && one.closest("[inert], [aria-hidden=true]") === null,
    )
    .filter((one) => one.checkVisibility())
    .filter((one) => !reached.includes(one) && !groups.some((group) => group.contains(one)))
    .map((one) => `${one.tagName.toLowerCase()} "${(one.textContent || one.id).slice(0, 60)}"`);
}
