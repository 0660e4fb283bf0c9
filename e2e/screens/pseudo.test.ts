// Recorded views in a language that no one speaks: what is without brackets went past the catalogue,
// and what has no room for longer words is cut off.
import { OPENS } from "../../electron/text/pseudo.fixture.ts";
import { PSEUDO, PSEUDO_LOOK } from "./pseudo.fixture.ts";
import { isFirst, RECORDINGS } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";

/** In `npm test`: one screen of each part of the window. */
const FEW = ["home/whole", "activation/open", "made/refused-said"];
const isLong = process.env["LONG"] === "1";
const looked = [...RECORDINGS.values()].filter((one) =>
  isLong ? isFirst(one) : FEW.includes(one.name),
);

test.use({ trace: "off", hasPseudo: true });

for (const { name, view, replies } of looked)
  test(`${name} says nothing past the catalogue, and has room for longer words`, async ({
    display,
  }) => {
    await display.showIn(PSEUDO, name);
    await expect(display.page.locator("html")).toHaveAttribute("lang", PSEUDO);
    expect(await display.page.getByText(OPENS).count()).toBeGreaterThan(3);
    expect(await PSEUDO_LOOK.findings(display.page, [view, replies])).toEqual([]);
  });
