// Home at a glance: three groups beside the verbs, nothing to scroll, no word over another.
import { scrolling } from "../look.fixture.ts";
import { saidIn, sentence, type Language } from "../../electron/text/text.ts";
import { RECORDINGS, recordingOf } from "./recordings.fixture.ts";
import { expect, SIZE, test, type Screen } from "./screen.fixture.ts";

const isLong = process.env["LONG"] === "1";
/** What is fullest there; in the long run every Home. */
const HOMES = isLong
  ? [...RECORDINGS.keys()].filter((name) => /^(home|made\/home)/.test(name))
  : ["home/overdue", "home/parts-waiting", "made/home-example", "made/home-traces"];
const LANGUAGES: readonly Language[] = ["en", "de"];

test.afterEach(({ display }) => display.page.setViewportSize(SIZE));

/** The quorum's picture: which of its words are over others, or outside it. */
const colliding = (display: Screen): Promise<readonly string[]> =>
  display.page.getByRole("img").evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const around = picture.getBoundingClientRect();
      const words = [...picture.querySelectorAll("p")]
        .map((one) => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return { text: one.textContent, box: range.getBoundingClientRect() };
        })
        .filter(({ box }) => box.width > 0);
      return words.flatMap(({ text, box }, at) => {
        const isOut = box.left < around.left - 1 || box.right > around.right + 1;
        const over = words
          .slice(at + 1)
          .filter(
            ({ box: other }) =>
              box.left < other.right - 1
              && other.left < box.right - 1
              && box.top < other.bottom - 1
              && other.top < box.bottom - 1,
          );
        return [
          ...(isOut ? [`${text} is outside`] : []),
          ...over.map((one) => `${text} | ${one.text}`),
        ];
      });
    }),
  );

for (const language of LANGUAGES)
  test(`all of Home is in sight and apart as the window opens (${language})`, async ({
    display,
  }) => {
    for (const name of HOMES) {
      await display.showIn(language, name);
      expect([name, await scrolling(display.page)]).toEqual([name, []]);
      expect([name, await colliding(display)]).toEqual([name, []]);
    }
  });

test("Home has three groups below the verbs", async ({ display }) => {
  await display.open("home/new");
  const names = (["home.order", "home.papers", "station-role.group"] as const).map((id) =>
    saidIn("en", sentence(id)),
  );
  await expect(display.page.locator("main section h2").filter({ hasNotText: "?" })).toHaveText(
    names,
  );
});

test("no name or state is over another in the picture of the proof, in any width", async ({
  display,
}) => {
  const { view, replies } = recordingOf("activation/prove-quorum/confirm");
  const { ceremony } = view;
  if (ceremony === null) throw new Error("the recording has no ceremony");
  const people = ceremony.people.map((one) => ({
    ...one,
    name: "Maximiliane Oberstolzenfels-Okafor",
  }));
  for (const language of LANGUAGES)
    for (const width of [1366, 1100, 683]) {
      await display.page.setViewportSize({ ...SIZE, width });
      display.speak(language);
      await display.send({ ...view, ceremony: { ...ceremony, people } }, replies);
      expect([language, width, await colliding(display)]).toEqual([language, width, []]);
    }
});

test("at 200 % the bar leaves the screen to the step, and shows its date once", async ({
  display,
}) => {
  const { page } = display;
  for (const name of ["home/whole", "activation/make-key"]) {
    await page.setViewportSize(SIZE);
    await display.open(name);
    const banner = page.getByRole("banner");
    const dates = (await banner.innerText()).match(/\d{1,2}\.?\s\p{L}+\s20\d\d/gu) ?? [];
    expect([name, dates.length]).toEqual([name, 1]);
    await page.setViewportSize({ width: SIZE.width / 2, height: SIZE.height / 2 });
    const { height } = (await banner.boundingBox())!;
    expect(height).toBeLessThan(SIZE.height / 2 / 4);
  }
});

test("in a wide window no row gets longer than it can be read", async ({ display }) => {
  await display.page.setViewportSize({ width: 2560, height: 1080 });
  await display.open("home/whole");
  for (const row of await display.page.locator("main button").all())
    expect((await row.boundingBox())!.width).toBeLessThan(1200);
});
