// A person's hands at a window: with a mouse and keys, or with keys alone.
import type { CDPSession, Locator, Page } from "playwright";

export interface Hands {
  /** Presses a button. */
  readonly press: (page: Page, name: string | RegExp) => Promise<void>;
  /** Ticks a box that is not ticked. */
  readonly tick: (page: Page, name: string | RegExp) => Promise<void>;
  /** Marks one of a few answers, of which one holds. */
  readonly mark: (page: Page, name: string | RegExp, group: string) => Promise<void>;
  /** Puts a text in place of what a field holds. */
  readonly write: (page: Page, field: string | RegExp, text: string) => Promise<void>;
  /** Opens a list by its button, and picks one of it. */
  readonly choose: (page: Page, button: string | RegExp, option: string) => Promise<void>;
  /** Picks a word from the list. */
  readonly pick: (page: Page, word: string) => Promise<void>;
}

/** One that waits for an answer takes no press, and people press it when it does. */
const button = (page: Page, name: string | RegExp): Locator =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .and(page.locator(':not([data-busy="true"])'));
const box = (page: Page, name: string | RegExp): Locator => page.getByRole("checkbox", { name });
const radioGroup = (page: Page, group: string): Locator =>
  page.getByRole("radiogroup", { name: group, exact: true });
const answers = (page: Page, group: string): Locator => radioGroup(page, group).getByRole("radio");
const answer = (page: Page, name: string | RegExp, group: string): Locator =>
  radioGroup(page, group).getByRole("radio", { name, exact: typeof name === "string" });
/** One with texts to pick from is a combobox. */
const field = (page: Page, name: string | RegExp): Locator =>
  page
    .getByRole("textbox", { name, exact: typeof name === "string" })
    .or(page.getByRole("combobox", { name, exact: typeof name === "string" }));
const option = (page: Page, name: string): Locator =>
  page.getByRole("option", { name, exact: true });
const words = (page: Page, word: string): Locator =>
  page
    .getByRole("option", { name: word, exact: true })
    .and(page.locator('[aria-selected="false"]'));

const isLong = process.env["LONG"] === "1";

/**
 * Types a text into what has the focus: its first and its last letter by keys, and what is between as
 * an input method gives it. Each key makes the page render. In the long run all are keys.
 */
async function type(page: Page, text: string): Promise<void> {
  // All of it is selected.
  if (text === "") return page.keyboard.press("Backspace");
  if (isLong || text.length < 3) return page.keyboard.type(text);
  await page.keyboard.type(text.slice(0, 1));
  await page.keyboard.insertText(text.slice(1, -1));
  await page.keyboard.type(text.slice(-1));
}

/** What one points at with a mouse. */
export const mouse: Hands = {
  press: (page, name) => button(page, name).click(),
  // The box itself is drawn; its label is what one clicks.
  tick: async (page, name) => {
    const one = box(page, name);
    if (!(await one.isChecked())) await page.locator("label").filter({ has: one }).click();
  },
  // The mark itself is drawn; its label is what one clicks.
  mark: (page, name, group) =>
    radioGroup(page, group)
      .locator("label")
      .filter({ has: page.getByRole("radio", { name }) })
      .click(),
  write: async (page, name, text) => {
    await field(page, name).click({ clickCount: 3 });
    await page.keyboard.press("Control+A");
    await type(page, text);
  },
  choose: async (page, name, wanted) => {
    await button(page, name).click();
    await option(page, wanted).click();
  },
  pick: (page, word) => words(page, word).first().click(),
};

/** What one reaches with Tab, arrows, Enter and Space. No mouse, and no focus set by the test. */
export const keys: Hands = {
  press: async (page, name) => {
    // One that is not ready yet takes no press: people wait until it is.
    await button(page, name).and(page.locator(":not([aria-disabled])")).first().waitFor();
    await reach(page, button(page, name));
    await page.keyboard.press("Enter");
  },
  tick: async (page, name) => {
    await reach(page, box(page, name));
    if (!(await box(page, name).isChecked())) await page.keyboard.press("Space");
  },
  mark: async (page, name, group) => {
    const one = answer(page, name, group);
    await reach(page, answers(page, group).first(), radioGroup(page, group));
    if (!(await pressUntilFocused(page, "ArrowDown", one)))
      throw new Error("the arrows do not come to that answer");
    if (!(await one.isChecked())) await page.keyboard.press("Space");
  },
  write: async (page, name, text) => {
    await reach(page, field(page, name));
    await page.keyboard.press("Control+A");
    await type(page, text);
  },
  choose: async (page, name, wanted) => {
    await keys.press(page, name);
    const one = option(page, wanted);
    await one.waitFor();
    if (!(await pressUntilFocused(page, "ArrowDown", one)))
      throw new Error("the arrows do not come to that option");
    await page.keyboard.press("Enter");
  },
  pick: async (page, word) => {
    const list = page.getByRole("listbox");
    await reach(page, list.getByRole("option").first(), list);
    if (!(await pressUntilFocused(page, "ArrowRight", words(page, word))))
      throw new Error(`the arrows do not come to the word ${word}`);
    await page.keyboard.press("Enter");
  },
};

const CHOICES = 12;
const STOPS = 120;
/** How many Tabs are sent before the page is asked where the focus is. */
const TOGETHER = 12;

/** Tabs until the focus is on it, or within what is given. */
async function reach(page: Page, wanted: Locator, within: Locator = wanted): Promise<void> {
  await wanted.first().waitFor();
  const found = () => within.first().elementHandle();
  let element = await found();
  for (let pressed = 0; pressed <= STOPS; pressed += TOGETHER) {
    const isThere = await element.evaluate(isReached);
    if (isThere === true) return;
    if (isThere === null) element = await found();
    else await pressTab(page, TOGETHER);
  }
  throw new Error("Tab does not come there");
}

declare const globalThis: { stopTab?: (event: KeyboardEvent) => void };

/**
 * In the page.
 * @returns whether it has the focus, or something in it; until then Tab goes there and no further. Null
 *   where the page has put another in its place
 */
function isReached(one: Element): boolean | null {
  if (globalThis.stopTab !== undefined)
    removeEventListener("keydown", globalThis.stopTab, { capture: true });
  delete globalThis.stopTab;
  const isThere = (): boolean | null =>
    one.isConnected ? one.matches(":focus") || one.querySelector(":focus") !== null : null;
  const reached = isThere();
  if (reached !== false) return reached;
  globalThis.stopTab = (event) => {
    if (event.key !== "Tab" || isThere() === false) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("keydown", globalThis.stopTab, { capture: true });
  return false;
}

const TAB = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Sent together: to send each key when the one before has arrived takes longer than all the rest, and
 * the page renders after each. Tab does its work when it goes down.
 */
export async function pressTab(page: Page, times: number): Promise<void> {
  const opened = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, opened);
  const session = await opened;
  const press = () => session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...TAB });
  await Promise.all(Array.from({ length: times }, press));
}

/**
 * Presses the key until the focus is on it, or so often that it never will be. It is looked up by
 * its role and name once: at every press that takes longer than the press.
 */
async function pressUntilFocused(
  page: Page,
  key: "ArrowDown" | "ArrowRight",
  wanted: Locator,
): Promise<boolean> {
  let element = await wanted.first().elementHandle();
  for (let presses = 0; presses <= CHOICES; presses++) {
    const isThere = await element.evaluate((one) =>
      one.isConnected ? one.matches(":focus") || one.querySelector(":focus") !== null : null,
    );
    if (isThere === true) return true;
    if (isThere === null) element = await wanted.first().elementHandle();
    await page.keyboard.press(key);
  }
  return false;
}

/** At the end the words are read aloud and written down, and only then people leave it. */
export async function leaveEnd(page: Page, hands: Hands): Promise<void> {
  await hands.tick(page, /^(They were read aloud|Everyone present has signed)/);
  await hands.press(page, "Back to Home");
}
