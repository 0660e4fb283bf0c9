// Looks at a screen: a picture by day and by night, and axe's judgement of both.
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";
import { ROOT } from "./bundle.fixture.ts";

/** Pictures of every screen come here; the folder is ignored. */
const FOLDER = join(ROOT, ".shots");
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
 * recording: e2e/screens looks at the others, without the ceremony that leads to them.
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

/** Looks at the screen by day, by night and at 200 %, and leaves its pictures. */
export async function lookAt(page: Page, name: string): Promise<Findings> {
  const findings: Findings = [];
  mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
    findings.push(...(await judged(page, name, theme)));
    findings.push(...(await sideways(page, `${name} (${theme})`)));
  }
  await page.emulateMedia({ colorScheme: "light" });
  findings.push(...(await small(page, name)));
  findings.push(...(await overlapping(page, name)));
  findings.push(...(await zoomed(page, name)));
  return findings;
}

/** In the foot, where there is little room, nothing lies over anything else. */
async function overlapping(page: Page, name: string): Promise<Findings> {
  const over = await page.evaluate(() => {
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
        .map((other) => `"${text}" and "${other.text}"`),
    );
  });
  return over.map((two) => `${name}: ${two} lie over each other`);
}

/** Nothing that is read is set in less than 16 px. */
async function small(page: Page, name: string): Promise<Findings> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement: element, nodeValue } = node;
      const text = nodeValue?.trim() ?? "";
      if (element === null || text === "" || !element.checkVisibility()) continue;
      if (parseFloat(getComputedStyle(element).fontSize) < 16) found.push(text.slice(0, 40));
    }
    return [...new Set(found)];
  });
  return texts.map((text) => `${name}: "${text}" is smaller than 16 px`);
}

/** At 200 % the window is half as wide: one column, nothing to be scrolled sideways. */
async function zoomed(page: Page, name: string): Promise<Findings> {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.setViewportSize({
    width: Math.round(size.width / 2),
    height: Math.round(size.height / 2),
  });
  await page.screenshot({ path: join(FOLDER, `${name}-zoomed.png`) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize(size);
  return wide > 0 ? [`${name} (200 %): ${String(wide)} px are cut off at the side`] : [];
}

/** Nothing is cut off or scrolled sideways, were the head's words the longest of the list. */
async function sideways(page: Page, screen: string): Promise<Findings> {
  const wide = await page.evaluate(() => {
    const words = [...document.querySelectorAll("[data-words] li")];
    const before = words.map(({ firstChild }) => firstChild?.nodeValue ?? "");
    const write = (text: (place: number) => string) => {
      words.forEach(({ firstChild }, i) => {
        if (firstChild !== null) firstChild.nodeValue = text(i);
      });
    };
    write(() => "chambermaid");
    const scrolling = [...document.querySelectorAll("*")].filter(
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
    return [...cut, ...scrolling.map(named), ...leaving.map((word) => `a word in ${named(word)}`)];
  });
  return wide.map((what) => `${screen}: ${what} runs off`);
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

async function judged(page: Page, name: string, theme: (typeof THEMES)[number]): Promise<Findings> {
  // Axe stays in a page: to read its half a megabyte again, four times a look, takes as long as
  // to judge. What is no violation is not told either.
  const isThere = await page.evaluate("typeof axe === 'object'");
  // Electron opens no second page for axe: it works in this one.
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: "0" } : {}) })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] });
  // By night the same page has other colours and nothing else.
  if (theme === "dark") axe.withRules(["color-contrast", "link-in-text-block"]);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${name} (${theme}): ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
