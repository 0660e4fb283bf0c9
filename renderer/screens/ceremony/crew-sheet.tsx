// The sheet on which a rehearsal's simulated crew is given seats, or asked to act for everyone.
import { useState } from "react";
import type { Pace } from "../../../electron/bridge/crew-view.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { Check, toggled } from "../../parts/check.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Picker } from "../../parts/picker.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { peopleOf, personLine } from "../../stores/people.ts";
import { useSheetStep } from "../../stores/sheet.ts";
import { CREW } from "../../text/crew.ts";
import { numberOf } from "./timetable.ts";
import styles from "./crew-sheet.module.css";
import { Fields, Sheet } from "./sheet.tsx";
import sheet from "./sheet.module.css";

interface CrewSheetProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

/** Seats, pace, and how far. */
export function CrewSheet({ view, onClose }: CrewSheetProps) {
  const { crew } = view;
  const [seats, setSeats] = useState<readonly string[]>(crew?.seats ?? []);
  const [pace, setPace] = useState<Pace>(crew?.pace ?? "watch");
  const { pending } = useAction();
  const isBusy = pending !== null;
  const ahead = stepsAhead(view);
  const asked = useSheetStep();
  const here = ahead.find(({ id }) => id === asked);
  const want = async (to: string) => {
    if (await ask("crew", { seats: [...seats], to, pace })) onClose();
  };
  return (
    <Sheet title={CREW.title} intro={CREW.intro} onClose={onClose}>
      <Fields>
        <div role="group" aria-label={CREW.seats} className={styles["seats"]}>
          <p className={styles["label"]}>{CREW.seats}</p>
          {peopleOf(view).map((person) => (
            <Check
              key={person.role}
              isSelected={seats.includes(person.role)}
              onChange={() => setSeats(toggled(seats, person.role))}>
              {personLine(person)}
            </Check>
          ))}
        </div>
        <Choice
          label={CREW.pace}
          value={pace}
          onChange={(chosen) => setPace(chosen as Pace)}
          options={[
            { value: "watch", label: CREW.watch },
            { value: "fast", label: CREW.fast },
          ]}
        />
        <div role="group" aria-label={CREW.everyone} className={styles["far"]}>
          <p className={styles["label"]}>{CREW.everyone}</p>
          {here === undefined ? null : (
            <Button
              kind="second"
              small
              autoFocus
              isBusy={isBusy}
              onPress={() => void want(here.id)}>
              {CREW.playTo(here.label)}
            </Button>
          )}
          {(["step", "act", "end"] as const).map((to) => (
            <Button key={to} kind="second" small isBusy={isBusy} onPress={() => void want(to)}>
              {CREW[to]}
            </Button>
          ))}
          <Picker
            button={CREW.upTo}
            side="top start"
            options={ahead}
            onPick={(id) => void want(id)}
          />
        </div>
      </Fields>
      <div className={sheet["buttons"]}>
        <Button kind="second" onPress={onClose}>
          {CREW.close}
        </Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void want("")}>
          {CREW.take}
        </Button>
      </div>
    </Sheet>
  );
}

/** The steps after the current one, as the timetable names them. */
function stepsAhead({ ceremony }: WindowView): readonly { id: string; label: string }[] {
  if (ceremony === null) return [];
  const steps = ceremony.acts.flatMap((act) => act.steps);
  const now = steps.findIndex(({ id }) => id === ceremony.step?.id);
  return steps
    .slice(now + 1)
    .map((step) => ({ id: step.id, label: `${numberOf(ceremony, step.id)} ${step.title}` }));
}
