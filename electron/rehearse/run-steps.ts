// A ceremony in which simulated people have every seat: what the session does without a window, and
// its steps to the end.
import type { Script } from "../../ceremony-scripts/index.ts";
import type { CeremonyView } from "../ceremony/ceremony.ts";
import type { Session, SessionHooks } from "../session/session.ts";
import type { RehearsedStep } from "./rehearsed-step.ts";
import { EVERY_SEAT } from "./rehearsal-people.ts";
import { viewAt } from "./view-at.ts";

/** They come when called and type once; a second attempt would be the same. */
export const WITHOUT_WINDOW = {
  simulated: () => EVERY_SEAT,
  call: () => Promise.resolve(),
  leave: () => undefined,
  dismiss: () => undefined,
  seeSeconds: 0,
  patience: 1,
} as const satisfies Partial<SessionHooks>;

/** Acts on each step in turn, from the current one. @param act performs and confirms it */
export async function runSteps(
  script: Script,
  { stations, settleMedia }: Session,
  act: (now: Pick<RehearsedStep, "deps" | "step">, before: CeremonyView) => Promise<CeremonyView>,
): Promise<void> {
  for (let now = viewAt(stations, script); now.step !== null;) {
    now = await act({ deps: stations[now.step.station], step: now.step }, now);
    settleMedia();
  }
}
