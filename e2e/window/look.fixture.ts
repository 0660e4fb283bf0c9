// Looks at a screen: a picture by day and by night, and axe's judgement of both.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { ROOT } from "../bundle.fixture.ts";

/** Pictures of every screen come here; the folder is ignored. */
const FOLDER = join(ROOT, ".shots");
const THEMES = ["light", "dark"] as const;

/** What axe found, in one line each: screen, theme, rule, where. */
export type Findings = string[];

/** A look at each screen once, however often it comes. */
export function watcher(findings: Findings): (page: Page, name: string) => Promise<void> {
  const seen = new Set<string>();
  mkdirSync(FOLDER, { recursive: true });
  return async (page, name) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) });
      findings.push(...await judged(page, `${name} (${theme})`));
    }
    await page.emulateMedia({ colorScheme: "light" });
  };
}

async function judged(page: Page, screen: string): Promise<Findings> {
  // Electron opens no second page for axe: it works in this one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) =>
    `${screen}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
