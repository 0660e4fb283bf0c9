// One person at the real window, with the simulated crew in the other seats.
import type { Bridge } from "../../electron/bridge/contract.ts";
import type { WindowView } from "../../electron/bridge/view.ts";
import { officerOf } from "../../electron/ceremony/ceremony.ts";
import type { OpenApp } from "./app.fixture.ts";
import { untilChanged } from "./glance.fixture.ts";
import { doStep, look, takeTurns, typeCalled, type People } from "./people.fixture.ts";
import { expect } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

const SEATS = ["Administrator", "Witness", "Officer 1", "Officer 2", "Officer 3"];

/** Gives the crew every seat but this officer's, and lets it act as fast as possible. */
export async function seatCrew(open: OpenApp, { hands, see }: People, seat: number): Promise<void> {
  const { page } = open;
  await hands.press(page, "Simulated crew");
  for (const name of SEATS)
    if (name !== `Officer ${String(seat)}`) await hands.tick(page, new RegExp(`, ${name}$`));
  await see(page, "crew-sheet");
  await hands.mark(page, "as fast as possible", "Pace");
  await hands.press(page, "Use these seats");
}

/** Does what is this officer's to do, while the crew does the rest, until then or to the end. */
export async function playBeside(
  open: OpenApp,
  crowd: People,
  seat: number,
  end: (view: WindowView) => boolean,
): Promise<void> {
  const own = { ...crowd, seats: [seat] };
  for (;;) {
    const view = await look(open);
    const { ceremony, activity, refusal } = view;
    // Points of the pre-flight are the crew's to decide.
    if (refusal?.code !== "E-PREFLIGHT-DECIDE") expect(refusal).toBeNull();
    if (end(view) || ceremony?.closed === true) return;
    const step = ceremony?.step ?? null;
    const isMine =
      (step?.by === officerOf(seat) || step?.seat === seat) && ceremony?.isPerformed === false;
    const isCalled =
      (activity.kind === "calling" || activity.kind === "typing") && activity.seat === seat;
    if (isCalled) await takeTurns(open, own);
    else if (isMine && ["idle", "hearing"].includes(activity.kind)) await doStep(open, own, view);
    else await untilChanged(open, view);
  }
}

/**
 * The crew acts for everyone up to this step, as fast as it can: for what leads to a test's subject.
 * @param seats of the officers whose passphrases the crew does not know: typed by hand
 */
export async function crewUpTo(
  open: OpenApp,
  crowd: People,
  step: string,
  seats: readonly number[],
): Promise<void> {
  await open.page.evaluate((to) => window.ceremony.crew({ seats: [], to, pace: "fast" }), step);
  for (;;) {
    const view = await look(open);
    const { crew, activity, ceremony } = view;
    expect(crew?.fault ?? null).toBeNull();
    if (crew?.to === "") {
      expect(ceremony?.step?.id).toBe(step);
      return;
    }
    if (activity.kind === "typing" && seats.includes(activity.seat))
      await typeCalled(open, crowd, activity);
    else await untilChanged(open, view);
  }
}
