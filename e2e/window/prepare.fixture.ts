// Empty sticks made media at the real window, as the screen asks.
import type { Locator, Page } from "playwright";
import { MEDIA_LABELS, type MediaLabel } from "../../electron/bridge/view.ts";
import { mediumName } from "../../renderer/text/objects.ts";
import type { People } from "./people.fixture.ts";
import type { Stick } from "./sticks.fixture.ts";

/** The media of three officers, and of the domain: no others are offered to them. */
export const EIGHT_LABELS: readonly MediaLabel[] = MEDIA_LABELS.filter(
  (label) => !/^officer-(?:[4-9]|10)/.test(label),
);

/** The row of a stick that is in. */
export const rowOf = (page: Page, { name }: Stick): Locator =>
  page.getByRole("row", { name: new RegExp(`^${name} `) });

/** Waits until that row says so. */
export const shows = (page: Page, stick: Stick, text: string): Promise<void> =>
  rowOf(page, stick).getByRole("paragraph").filter({ hasText: text }).waitFor();

/** Prepares an empty stick that is in as this medium. */
export async function prepare(
  page: Page,
  { hands, see }: Pick<People, "hands" | "see">,
  stick: Stick,
  label: MediaLabel,
): Promise<void> {
  await shows(page, stick, "can be prepared");
  await hands.press(page, new RegExp(`Prepare as.*: ${stick.name}$`));
  await see(page, "sticks-labels");
  await page.getByRole("option", { name: mediumName(label), exact: true }).click();
  await see(page, "sticks-asked");
  await hands.press(page, "Prepare it");
  await page.getByText(`Write on the outside: “${mediumName(label)}”.`).waitFor();
  await shows(page, stick, mediumName(label));
}
