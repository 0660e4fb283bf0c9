// The irreversible call: whom it is made for is read aloud, and two people decide.
import { DecideForm } from "./decide-form.tsx";
import { LostAnswer } from "./lost-answer.tsx";
import shared from "./step.module.css";
import { officerName, presentSeats } from "../stores/people.ts";
import { say } from "../text/say.ts";
import type { StepProps } from "./step-row.ts";

export function DownloadDomainForm({ step }: StepProps) {
  const seats = presentSeats(step.view);
  return (
    <DecideForm
      step={step}
      lead={<p className={shared["warning"]}>{step.words.happens}</p>}
      rows={[
        [say("step-frame.step.forHsm"), step.view.ceremony?.hsm ?? ""],
        [
          say("step-frame.step.forOfficers"),
          seats.map((seat) => officerName(step.view, seat)).join(", "),
        ],
        [
          say("step-frame.step.opens"),
          say("step-frame.step.anyOf", { quorum: step.quorum, officers: seats.length }),
        ],
      ]}>
      <LostAnswer step={step} />
    </DecideForm>
  );
}
