// What a screen reader announces when the ceremony continues: the step, who acts, what they do, or
// that it is over. A refusal announces itself.
import { useEffect, useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { officerName } from "../../stores/people.ts";
import { closedSpoken, stepSpoken } from "../../text/frame.ts";
import { say } from "../../text/say.ts";
import { bandNow } from "../../steps/band-now.ts";
import { currentStep } from "../../steps/step.tsx";
import shared from "../../design/shared.module.css";

/** Heard, not seen. The element exists empty first, because only changes are read out. */
export function SpokenNow({ view }: { readonly view: WindowView }) {
  const [said, setSaid] = useState("");
  const now = spokenOf(view);
  useEffect(() => setSaid(now), [now]);
  return (
    <p role="status" className={shared["heard"]}>
      {said}
    </p>
  );
}

function spokenOf(view: WindowView): string {
  const { activity, away, ceremony, refusal, resumption } = view;
  if (refusal !== null) return "";
  // The small window, in which the officer types, announces itself.
  if (activity.kind === "typing") return "";
  if (activity.kind === "calling")
    return say("frame.called", { seat: activity.seat, name: officerName(view, activity.seat) });
  // In the order in which the window chooses its screen.
  if (away !== null) return say(`away.title.${away.at}`);
  if (ceremony === null) return "";
  if (resumption !== null) return say("running.resume.title");
  if (ceremony.recess !== null) return say("running.recess.title");
  if (ceremony.closed) return closedSpoken(ceremony.title);
  if (ceremony.abortDecided || ceremony.aborted !== null) return say("running.abort.title");
  const step = currentStep(view);
  return step === null ? "" : stepSpoken(step.number, step.title, bandNow(step));
}
