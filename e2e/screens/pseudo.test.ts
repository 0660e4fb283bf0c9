// Recorded views in a language that no one speaks: what is without brackets went past the catalogue,
// and what has no room for longer words is cut off.
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
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

test.use({ hasPseudo: true });
// A few come one after the other: each worker would need a browser more for these pages.
if (!isLong) test.describe.configure({ mode: "default" });

for (const { name, view, replies } of looked)
  test(`${name} says nothing past the catalogue, and has room for longer words`, async ({
    display,
  }) => {
    await display.showIn(PSEUDO, name);
    await expect(display.page.locator("html")).toHaveAttribute("lang", PSEUDO);
    expect(await display.page.getByText(OPENS).count()).toBeGreaterThan(3);
    expect(await PSEUDO_LOOK.findings(display.page, [view, replies])).toEqual([]);
  });

const TURN: PassphraseTurn = {
  seat: 2,
  name: "Jonas Lind",
  purpose: "new",
  mode: "REHEARSAL",
  networkUp: false,
  again: false,
  tries: 3,
};
const TURNS: readonly (readonly [what: string, turn: Partial<PassphraseTurn>])[] = [
  ["a new passphrase", {}],
  ["a key that is opened", { purpose: "open" }],
  ["a passphrase that was wrong", { purpose: "open", again: true, tries: 1 }],
  ["a turn in earnest", { mode: "PRODUCTION" }],
  ["a turn while a network is up", { mode: "PRODUCTION", networkUp: true }],
];

for (const [what, change] of isLong ? TURNS : TURNS.slice(0, 1))
  test(`the passphrase window says nothing past the catalogue: ${what}`, async ({ display }) => {
    const turn = { ...TURN, ...change };
    await display.openPassphrase(PSEUDO, turn);
    const findings = () => PSEUDO_LOOK.findings(display.page, turn);
    expect(await display.page.getByText(OPENS).count()).toBeGreaterThan(3);
    expect(await findings()).toEqual([]);
    for (const field of await display.page.locator("input").all()) await field.fill("too short");
    expect(await findings()).toEqual([]);
    // Words that are drawn are in no language; what is said of them is.
    const aside = display.page.locator("main button").first();
    if (turn.purpose === "new") await aside.press("Enter");
    expect(await findings()).toEqual([]);
  });
