// Looks at a screen: a picture by day and by night, and axe's check of both.
import { join } from "node:path";
import type { Page } from "playwright";
import { axeFindings } from "./axe.fixture.ts";
import { ROOT } from "./bundle.fixture.ts";

/** Pictures of every screen come here; the folder is ignored. */
const FOLDER = join(ROOT, ".shots");
/** The whole suite looks by axe alone: to take and to write a picture takes as long. */
const areKept = process.env["SD_PICTURES"] === "1";
/** Other windows' screens, real drives, and forms as they are once people have filled them in. */
const UNRECORDED = new RegExp(
  "^((passphrase|verifier|sticks)-.*|opening-printed|audit|sign-in-(again|cancelled)|"
    + "hand-off-(form|differs)|replacement-(opening|destroy-differs)|part-trouble|"
    + "custody-(accepted|rules))$",
);
const THEMES = ["light", "dark"] as const;

/** What axe found, in one line each: screen, theme, rule, where. */
export type Findings = string[];

/**
 * A look at each screen once, however often it comes. In `npm test` only at those which have no
 * recording: e2e/screens checks the others, without the ceremony that leads to them.
 */
export function watcher(findings: Findings): (page: Page, name: string) => Promise<void> {
  const seen = new Set<string>();
  const isLong = process.env["LONG"] === "1";
  return async (page, name) => {
    if (seen.has(name) || !(isLong || UNRECORDED.test(name))) return;
    seen.add(name);
    findings.push(...(await lookAt(page, name)));
  };
}

/** Looks at the screen by day, by night and at 200 %, and leaves its pictures where they are kept. */
export async function lookAt(page: Page, name: string): Promise<Findings> {
  const findings: Findings = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await picture(page, `${name}-${theme}`);
    const found = [...(await axeFindings(page, theme)), ...(await page.evaluate(misplaced))];
    findings.push(...found.map((what) => `${name} (${theme}): ${what}`));
  }
  await page.emulateMedia({ colorScheme: "light" });
  const wide = await zoomed(page, name);
  if (wide > 0) findings.push(`${name} (200 %): ${String(wide)} px are cut off at the side`);
  return findings;
}

async function picture(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  if (areKept) await page.screenshot({ path });
}

/**
 * At 200 % the window is half as wide: one column, nothing to be scrolled sideways.
 * @returns how many pixels are cut off
 */
async function zoomed(page: Page, name: string): Promise<number> {
  const [width, height] = await page.evaluate(() => [innerWidth, innerHeight] as const);
  await page.setViewportSize({ width: Math.round(width / 2), height: Math.round(height / 2) });
  await picture(page, `${name}-zoomed`);
  const wide = await page.evaluate(cutOff);
  await page.setViewportSize({ width, height });
  return wide;
}

/** In the page: how many pixels, once what watches its own size has seen it. */
function cutOff(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        resolve(document.documentElement.scrollWidth - innerWidth);
      }),
    );
  });
}

/** In the page: what is too small, is over something else, or runs off. */
function misplaced(): readonly string[] {
  /** Nothing that is read is set in less than 16 px. */
  const small = (): readonly string[] => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: element, nodeValue } = node;
      const text = nodeValue?.trim() ?? "";
      if (element === null || text === "" || !element.checkVisibility()) continue;
      if (parseFloat(getComputedStyle(element).fontSize) < 16) found.add(text.slice(0, 40));
    }
    return [...found].map((text) => `"${text}" is smaller than 16 px`);
  };

  /** In the foot, where there is little room, nothing is over anything else. */
  const overlapping = (): readonly string[] => {
    const parts = [...document.querySelectorAll("footer button, footer p")]
      .filter((one) => one.checkVisibility() && one.textContent !== "")
      .map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }));
    return parts.flatMap(({ text, box }, i) =>
      parts
        .slice(i + 1)
        .filter(
          ({ box: { left, right, top, bottom } }) =>
            left < box.right - 1
            && right > box.left + 1
            && top < box.bottom - 1
            && bottom > box.top + 1,
        )
        .map((other) => `"${text}" and "${other.text}" lie over each other`),
    );
  };

  /** Nothing is cut off or scrolled sideways, were the head's words the longest of the list. */
  const sideways = (): readonly string[] => {
    const words = [...document.querySelectorAll("[data-words] li")];
    const before = words.map(({ firstChild }) => firstChild?.nodeValue ?? "");
    const write = (text: (place: number) => string) => {
      words.forEach(({ firstChild }, i) => {
        if (firstChild !== null) firstChild.nodeValue = text(i);
      });
    };
    write(() => "chambermaid");
    const scrolled = [...document.querySelectorAll("*")].filter(
      (element) =>
        element.scrollWidth > element.clientWidth
        && ["auto", "scroll"].includes(getComputedStyle(element).overflowX),
    );
    const leaving = words.filter((word) => {
      const [inner, outer] = [word, word.parentElement?.parentElement].map((element) =>
        element?.getBoundingClientRect(),
      );
      return (
        inner !== undefined
        && outer !== undefined
        && (inner.bottom > outer.bottom + 1 || inner.right > outer.right + 1)
      );
    });
    const cut = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
    write((place) => before[place] ?? "");
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
    return [
      ...cut,
      ...scrolled.map(named),
      ...leaving.map((word) => `a word in ${named(word)}`),
    ].map((what) => `${what} runs off`);
  };

  return [...small(), ...overlapping(), ...sideways()];
}

/** What must be scrolled to be seen whole: each element by its name and class. */
export const scrolling = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter(
        (element) =>
          element.scrollHeight > element.clientHeight + 1
          && ["auto", "scroll"].includes(getComputedStyle(element).overflowY),
      )
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
  );
