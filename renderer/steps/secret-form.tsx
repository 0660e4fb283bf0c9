// Before a secret step: the witness looks, the media are inserted, and then one person presses.
import { useEffect, useState } from "react";
import { Check } from "../parts/check.tsx";
import { Icon } from "../parts/icon.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { OfficerMark } from "../parts/officer-mark.tsx";
import type { StepProps } from "./step-row.ts";
import { perform } from "../stores/action.ts";
import { nameOf, officerName, officerRole } from "../stores/people.ts";
import { say } from "../text/say.ts";
import { ConsentList } from "./consent-list.tsx";
import { mediaTrouble, NeededMedia } from "./needed-media.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import shared from "../design/shared.module.css";
import styles from "./step.module.css";

/** The screen before officers are called. */
export function SecretForm({ step }: StepProps) {
  const { id, view, words, traits } = step;
  const [projector, setProjector] = useState(false);
  const [camera, setCamera] = useState(false);
  const trouble =
    projector && camera ? mediaTrouble(view.media) : say("step-frame.step.checksFirst");
  const isReady = trouble === null;
  const isCrews = isCrewsPress(step);
  useEffect(() => {
    if (!isReady || !isCrews) return undefined;
    // Long enough to see who presses.
    const press = setTimeout(() => void perform({ id }, {}, SEEN), CREWS_PRESS_MS);
    return () => clearTimeout(press);
  }, [isReady, isCrews, id]);
  const press = (
    <MainAction
      label={words.button}
      ready={isReady}
      why={trouble ?? undefined}
      onPress={() => void perform(step, {}, SEEN)}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      {traits.signs == null ? <Lead step={step} /> : <Signatures step={step} />}
      <div className={styles["columns"]}>
        <div className={styles["group"]}>
          <h3 className={styles["heading"]}>
            {say("step-frame.step.witnessSays", { name: nameOf(view, "witness") })}
          </h3>
          <Check isSelected={projector} onChange={setProjector} autoFocus>
            {say("step-frame.step.projector")}
          </Check>
          <Check isSelected={camera} onChange={setCamera}>
            {say("step-frame.step.camera")}
          </Check>
        </div>
        <NeededMedia view={view} />
      </div>
      <ConsentList step={step} />
    </StepFrame>
  );
}

const CREWS_PRESS_MS = 1500;
/** Both ticked: otherwise nothing is pressed. */
const SEEN = { projector: true, camera: true };

/** A simulated officer presses what is theirs, once a person as the witness has ticked. */
function isCrewsPress({ view: { crew }, by }: StepProps["step"]): boolean {
  const seats = crew?.seats ?? [];
  return seats.includes(by) && !seats.includes("witness");
}

/** Who has signed. */
export function Signatures({ step: { view } }: StepProps) {
  const signed = view.ceremony?.signed ?? [];
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>{say("step-frame.step.signatures")}</h3>
      <ul className={`${shared["marked"]} ${styles["signers"]}`} aria-live="polite">
        {(view.ceremony?.signers ?? []).map((seat) => {
          const has = signed.includes(officerRole(seat));
          return (
            <li key={seat} data-signed={has}>
              <OfficerMark seat={seat} />
              <span>{officerName(view, seat)}</span>
              <span className={styles["done"]}>
                {has ? <Icon name="check" /> : null}
                {has ? say("step-frame.step.signed") : say("step-frame.step.notSigned")}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
