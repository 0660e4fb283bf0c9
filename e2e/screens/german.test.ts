// Recorded views in German: nothing is left in English, and the longer words hold in the
// same places, by day, by night and at 200 %.
import { inGerman } from "../said.fixture.ts";
import { englishIn, overrun, peoplesWords } from "./german.fixture.ts";
import { isFirst, RECORDINGS } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";

/** In `npm test`: where most words are in the least room. */
const FEW = ["home/new", "activation/open", "activation/record-custody", "made/refused-said"];
const isLong = process.env["LONG"] === "1";
const looked = [...RECORDINGS.values()].filter((one) =>
  isLong ? isFirst(one) : FEW.includes(one.name),
);

for (const { name, view } of looked)
  test(`${name} holds in German, and is German`, async ({ display }) => {
    await display.showIn("de", name);
    await display.page
      .getByText(inGerman("running.confirm.readFirst"))
      .waitFor({ state: "detached" });
    const findings = await display.look(`german/${name}`);
    expect([...findings, ...(await display.complaints())]).toEqual([]);
    expect(await display.page.evaluate(overrun)).toEqual([]);
    expect(await display.page.evaluate(englishIn, peoplesWords(view))).toEqual([]);
  });
