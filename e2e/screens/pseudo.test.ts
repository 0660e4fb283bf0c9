// Recorded views in a language that no one speaks: what is without brackets went past the catalogue,
// and what has no room for longer words is cut off.
import { LANGUAGES } from "../../electron/text/text.ts";
import { overrun } from "./german.fixture.ts";
import { pseudoPages, PSEUDO, textsSent, textsShown, unsaidIn } from "./pseudo.fixture.ts";
import { isFirst, RECORDINGS } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";

/** In `npm test`: one screen of each part of the window. */
const FEW = ["home/whole", "activation/open", "made/refused-said"];
const isLong = process.env["LONG"] === "1";
const looked = [...RECORDINGS.values()].filter((one) =>
  isLong ? isFirst(one) : FEW.includes(one.name),
);

/** What is the same in every language: how the clock counts, and what the languages call themselves. */
const NAMES = ["UTC", ...LANGUAGES.map(({ name }) => name)];

test.use({ trace: "off", folder: await pseudoPages() });

for (const { name, view, replies } of looked)
  test(`${name} says nothing past the catalogue, and has room for longer words`, async ({
    display,
  }) => {
    const { page } = display;
    await display.showIn(PSEUDO, name);
    await expect(page.locator("html")).toHaveAttribute("lang", PSEUDO);
    const shown = await page.evaluate(textsShown);
    expect(shown.length).toBeGreaterThan(3);
    expect(unsaidIn(shown, [...NAMES, ...textsSent([view, replies])])).toEqual([]);
    expect(await page.evaluate(overrun)).toEqual([]);
  });
