// A handful of screens, and the window for the room, as large windows show them: type grows with the
// window, and what must be pressed or read is in sight without scrolling.
import { zoomFor } from "../../electron/main/zoom.ts";
import { scrolling } from "../look.fixture.ts";
import { expect, SIZE, test } from "./screen.fixture.ts";

/** Of screens and projectors, wide and less wide, in pixels. */
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1920, height: 1200 },
  { width: 2560, height: 1080 },
  { width: 2560, height: 1440 },
  { width: 3840, height: 2160 },
] as const;

const SCREENS = [
  "home/whole",
  "activation/make-key",
  "activation/read-domain-aloud/copy",
  "activation/prove-quorum/working-2",
  "activation/end",
];

/** What only shows, and is read from four metres away. */
const ROOM = [
  "activation/open",
  "activation/make-key",
  "activation/read-domain-aloud/copy",
  "activation/match-domain/heard",
  "activation/prove-quorum/working-2",
  "activation/end",
  "recovery-alone/end",
];

test.afterEach(({ display }) => display.page.setViewportSize(SIZE));

for (const size of SIZES) {
  const zoom = zoomFor(size);
  const [width, height] = [size.width / zoom, size.height / zoom].map(Math.floor);
  const drawn = { width: width!, height: height! };
  const name = `${String(size.width)}x${String(size.height)}`;

  test(`every part of a screen is in its place at ${name}`, async ({ display }) => {
    const { page } = display;
    // 18 px where the window is as small as it opens: at least one part in 76 of its width or height.
    expect(18 * zoom).toBeGreaterThanOrEqual(Math.min(size.width / 76, size.height / 43));
    await page.setViewportSize(drawn);
    for (const screen of SCREENS) {
      await display.open(screen);
      expect(await display.look(`${name}-${screen}`)).toEqual([]);
      const last = page.getByRole("contentinfo").or(page.getByRole("complementary")).last();
      await expect(last).toBeInViewport({ ratio: 0.99 });
    }
  });

  test(`nothing in the room is out of sight at ${name}`, async ({ display }) => {
    const { page } = display;
    await page.setViewportSize(drawn);
    for (const screen of ROOM) {
      await display.openRoom(screen);
      expect(await scrolling(page), screen).toEqual([]);
      expect(await display.look(`room/${name}-${screen}`)).toEqual([]);
    }
  });
}
