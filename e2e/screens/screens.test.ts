// Every recorded view on the real page: by day, by night and at 200 %, for axe, with the longest
// words, by keyboard, and without a complaint of the page's policy or its console.
import { CONFIRM } from "../../renderer/text/running.ts";
import { cutOff } from "../look.fixture.ts";
import { isFirst, RECORDINGS } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";

/** Of those that look alike the first is looked at in full; in the long run all are. */
const isLong = process.env["LONG"] === "1";

for (const recording of RECORDINGS.values()) {
  const { name } = recording;
  const isFull = isLong || isFirst(recording);
  test(`${name} ${isFull ? "can be read and used by everyone" : "is not cut off"}`, async ({
    display,
  }) => {
    const { page } = display;
    await display.show(name);
    // The button of the person who confirms is not ready at once.
    await page.getByText(CONFIRM.readFirst).waitFor({ state: "detached" });
    const findings = isFull ? await display.look(name) : await cutOff(page, name);
    expect([...findings, ...(await display.complaints())]).toEqual([]);
  });
}
