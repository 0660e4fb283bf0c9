// Every recorded view on the real page: by day, by night and at 200 %, for axe, with the longest
// words, by keyboard, and without a complaint of the page's policy or its console.
import { isFirst, RECORDINGS } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";
import { say } from "../../renderer/text/say.ts";

const isLong = process.env["LONG"] === "1";
/** Of those that look alike the first is checked; in the long run all are. */
const looked = [...RECORDINGS.values()].filter((one) => isLong || isFirst(one));

for (const { name } of looked)
  test(`${name} can be read and used by everyone`, async ({ display }) => {
    const { page } = display;
    await display.show(name);
    // The button of the person who confirms is not ready at once.
    await page.getByText(say("running.confirm.readFirst")).waitFor({ state: "detached" });
    // What a test before has left on the page is no part of this screen.
    await expect(page.getByText(/^E-(WINDOW|NOT-RECORDED)$/)).toHaveCount(0);
    const findings = await display.look(name);
    expect([...findings, ...(await display.complaints())]).toEqual([]);
  });
