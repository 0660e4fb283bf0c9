// Who is awaited while the simulated crew has nothing to do, and for what.
import { sentence, type Value } from "../../../electron/text/text.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import type { CurrentStep } from "../../steps/current-step.ts";
import { currentStep } from "../../steps/step.tsx";
import { officerRole } from "../../stores/people.ts";
import { roleInText } from "../../text/frame.ts";
import { say } from "../../text/say.ts";

/** "Waiting for you, officer 1: your passphrase, in the small window." */
export function awaitedLine(view: WindowView): string {
  const step = currentStep(view);
  const { ceremony, refusal, incident, away, resumption } = view;
  const isDecided =
    refusal === null
    && incident === null
    && away === null
    && resumption === null
    && (ceremony === null || (ceremony.recess === null && !ceremony.abortDecided));
  if (step === null || !isDecided) return say("crew.awaitsDecision");
  const [role, what] = awaitedIn(step, view.crew?.seats ?? []);
  return say("crew.awaits", { role: roleInText(role), what });
}

/** The person's role, and what is awaited: the other half of `deedOf`, in the desk's crew-deed.ts. */
function awaitedIn(step: CurrentStep, simulated: readonly string[]): readonly [string, Value] {
  const { view, by, confirm, kind, seat, traits, words } = step;
  const { activity, ceremony } = view;
  if (activity.kind === "calling")
    return [officerRole(activity.seat), sentence("crew.awaiting.come")];
  if (activity.kind === "typing")
    return [officerRole(activity.seat), sentence("crew.awaiting.type")];
  if (activity.kind === "hearing" && activity.phase === "copy")
    return [traits.hears === "certificate" ? by : "witness", sentence("crew.awaiting.copy")];
  if (activity.kind === "hearing" && !activity.heard) return [by, sentence("crew.awaiting.hear")];
  if (ceremony?.isPerformed === true) return [confirm, sentence("crew.awaiting.confirm")];
  const button = { button: words.button };
  if (kind === "choose") return [by, sentence("crew.awaiting.choose")];
  if (traits.typed === true && simulated.includes("witness") !== simulated.includes(by))
    return simulated.includes(by)
      ? ["witness", sentence("crew.awaiting.witness", button)]
      : [by, sentence("crew.awaiting.seen", button)];
  // An officer's own bags and trouble are theirs to check, also if another person enters them.
  const whose = simulated.includes(by) && seat !== null ? officerRole(seat) : by;
  return [whose, sentence("crew.awaiting.perform", button)];
}
