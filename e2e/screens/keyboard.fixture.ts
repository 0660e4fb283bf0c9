// What can be pressed or written on a screen, and how Tab comes to it.
import type { Page } from "playwright/test";
import { pressTab } from "../window/hands.fixture.ts";

/** No screen has more stops; a circle that never closes ends here. */
const STOPS_MAX = 150;

/**
 * Tabs once around the screen.
 * @returns what is enabled and never had the focus, and each focus that cannot be seen
 */
export async function keyboardFindings(page: Page): Promise<readonly string[]> {
  let pressed = 0;
  for (let presses = await page.evaluate(begin); presses > 0 && pressed < STOPS_MAX;) {
    await pressTab(page, presses);
    pressed += presses;
    presses = await page.evaluate(left);
  }
  return page.evaluate(end);
}

/** In the page: one way around it by Tab. */
interface Round {
  /** What had the focus, and what is wrong there, or "". */
  readonly stops: Map<Element, string>;
  /** Whether what has the focus is the top of the page, or was noted already. */
  isNoted: boolean;
  /** Whether it came to the end of the page, or to something for the second time. */
  isOver: boolean;
  readonly note: () => void;
}

declare const globalThis: { round: Round };

/** In the page: goes to its top. @returns how often Tab is to be pressed */
function begin(): number {
  const note = () => {
    const { round } = globalThis;
    if (round.isNoted) {
      round.isNoted = false;
      return;
    }
    const element = document.activeElement;
    if (element === null || element === document.body || round.stops.has(element))
      round.isOver = true;
    else if (!round.isOver) round.stops.set(element, wrongAt(element));
  };
  const wrongAt = (element: Element): string => {
    // A box or a mark is drawn by what is around it: there its focus is shown.
    const around =
      element instanceof HTMLInputElement ? (element.closest("label") ?? element) : element;
    const isOutlined = [element, around].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
    });
    if (!isOutlined) return "its focus is not shown";
    const { top, bottom, left, right } = around.getBoundingClientRect();
    const isIn = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return isIn ? "" : "it has the focus out of sight";
  };
  globalThis.round = { stops: new Map(), isNoted: true, isOver: false, note };
  // When Tab goes down again the focus has moved, and what has it was scrolled into sight.
  addEventListener("keydown", note, { capture: true });
  // Tab continues from what had the focus last. At the end it leaves the page, and where it goes from
  // there the browser decides in its own time: so it begins at the top.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  return document.querySelectorAll("button:enabled, input:enabled, a[href], [tabindex]").length + 1;
}

/** In the page, after the last Tab. @returns how often it is still to be pressed */
function left(): number {
  const { round } = globalThis;
  round.note();
  round.isNoted = true;
  return round.isOver ? 0 : 5;
}

/** In the page. @returns what is wrong at a stop, and what is enabled and was none */
function end(): readonly string[] {
  const { stops, note } = globalThis.round;
  removeEventListener("keydown", note, { capture: true });
  const named = (element: Element) => {
    const around =
      element instanceof HTMLInputElement ? (element.closest("label") ?? element) : element;
    const text = element.getAttribute("aria-label") ?? (around.textContent || element.id);
    return `${element.tagName.toLowerCase()} "${text.trim().slice(0, 60)}"`;
  };
  const GROUPS = "[role=radiogroup], [role=listbox], [role=toolbar], [role=grid]";
  const groups = [...stops.keys()].map((one) => one.closest(GROUPS));
  const missed = [
    ...document.querySelectorAll("button, input, textarea, select, a[href], [role=option]"),
  ]
    .filter(
      (one) => !one.matches(":disabled") && one.closest("[inert], [aria-hidden=true]") === null,
    )
    .filter((one) => one.checkVisibility())
    .filter((one) => !stops.has(one) && !groups.some((group) => group?.contains(one)));
  return [
    ...missed.map((one) => `Tab does not come to ${named(one)}`),
    ...[...stops].flatMap(([one, wrong]) => (wrong === "" ? [] : [`${named(one)}: ${wrong}`])),
  ];
}
