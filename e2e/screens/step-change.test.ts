// From one step to the next: what moves, and what does not; and where a refusal is.
import { expect, test, type Screen } from "./screen.fixture.ts";

/** From one step to the next, as main sends it: what moves then, in milliseconds. */
async function moved(display: Screen): Promise<readonly (readonly [what: string, ms: number])[]> {
  const { page } = display;
  await display.open("activation/make-key");
  // What moves stays at its beginning, however slow this machine is.
  const tools = await page.context().newCDPSession(page);
  await tools.send("Animation.enable");
  await tools.send("Animation.setPlaybackRate", { playbackRate: 0 });
  await display.show("activation/sign-keys");
  const moves = await page.evaluate(() =>
    document.getAnimations().map(({ effect }) => {
      const what = effect instanceof KeyframeEffect ? (effect.pseudoElement ?? "step") : "";
      return [what, Number(effect?.getComputedTiming().duration)] as const;
    }),
  );
  await tools.send("Animation.setPlaybackRate", { playbackRate: 1 });
  await tools.detach();
  return moves;
}

test("the next step slides in, and the mark travels on the timetable", async ({ display }) => {
  const { page } = display;
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const moves = await moved(display);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(moves.map(([what]) => what).sort()).toEqual(["::after", "step"]);
  for (const [, ms] of moves) {
    expect(ms).toBeGreaterThanOrEqual(150);
    expect(ms).toBeLessThanOrEqual(200);
  }
});

test("nothing moves where the system asks for less motion", async ({ display }) => {
  expect(await moved(display)).toEqual([]);
});

test("a refusal keeps its distance from the band of who acts", async ({ display }) => {
  const { page } = display;
  await display.open("around/make-key/refused-e-key-passphrase");
  const sign = (await page.getByRole("alert").boundingBox())!;
  const band = (await page.locator("[data-officer]").first().boundingBox())!;
  expect(band.y - (sign.y + sign.height)).toBeGreaterThanOrEqual(8);
});
