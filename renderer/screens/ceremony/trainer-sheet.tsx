// Text for the trainer only, during the ceremony: covered until the others look away.
import { useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import type { TrainerView } from "../../../electron/bridge/trial-views.ts";
import { Button } from "../../parts/button.tsx";
import { Check } from "../../parts/check.tsx";
import { officerName } from "../../stores/people.ts";
import { said, say } from "../../text/say.ts";
import { answer, useAction } from "../../stores/action.ts";
import { placeLine } from "../../text/trainer.ts";
import { Sheet } from "./sheet.tsx";
import sheet from "./sheet.module.css";
import styles from "./trainer-sheet.module.css";

interface TrainerSheetProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

/** The sheet: first its cover, then the trials with their instructions. */
export function TrainerSheet({ view, onClose }: TrainerSheetProps) {
  const [trials, setTrials] = useState<TrainerView["trials"] | null>(null);
  const { pending } = useAction();
  const show = async (done: string) => {
    const view = await answer("trainer", { done });
    if (view !== null) setTrials(view.trials);
  };
  return (
    <Sheet
      title={say("trainer.sheet.title")}
      intro={trials === null ? say("trainer.sheet.cover") : say("trainer.sheet.intro")}
      onClose={onClose}>
      {trials === null ? null : (
        <ul className={styles["trials"]}>
          {trials.map((trial) => (
            <Trial
              key={trial.name}
              view={view}
              trial={trial}
              onDone={() => void show(trial.name)}
            />
          ))}
        </ul>
      )}
      <div className={sheet["buttons"]}>
        <Button kind="second" onPress={onClose}>
          {say("trainer.sheet.close")}
        </Button>
        {trials === null ? (
          <Button kind="main" isBusy={pending !== null} onPress={() => void show("")}>
            {say("trainer.sheet.show")}
          </Button>
        ) : null}
      </div>
    </Sheet>
  );
}

interface TrialProps {
  readonly view: WindowView;
  readonly trial: TrainerView["trials"][number];
  readonly onDone: () => void;
}

function Trial({ view, trial, onDone }: TrialProps) {
  const { title, sentence, instruction, isSet, step, seat } = trial;
  return (
    <li>
      <p>
        <strong>{said(title)}.</strong> {said(sentence)}
      </p>
      <p className={styles["place"]}>
        {placeLine(
          step === null ? null : step.title,
          seat === 0 ? null : { seat, name: officerName(view, seat) },
        )}
      </p>
      {instruction === null ? (
        <p>{isSet ? say("trainer.sheet.appDone") : say("trainer.sheet.app")}</p>
      ) : (
        <p>{said(instruction)}</p>
      )}
      {instruction === null || step === null ? null : isSet ? (
        <p>{say("trainer.sheet.isDone")}</p>
      ) : (
        <Check isSelected={false} onChange={onDone}>
          {say("trainer.sheet.done")}: {said(title)}
        </Check>
      )}
    </li>
  );
}
