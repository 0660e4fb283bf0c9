// The sheet on which the simulated crew of a rehearsal gets seats, or is asked to act for everyone.
import { useState } from "react";
import type { Pace } from "../../../electron/bridge/crew-view.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { list } from "../../../electron/text/text.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Check, toggled } from "../../parts/check.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Picker } from "../../parts/picker.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useDraft } from "../../stores/draft.ts";
import { peopleIn } from "../../steps/open-form.ts";
import { inputOf, openingIn, type Opening } from "../../steps/opening.ts";
import { peopleOf, personLine, type Person } from "../../stores/people.ts";
import { rememberSeats, useLastSeats } from "../../stores/crew-seats.ts";
import { said, say } from "../../text/say.ts";
import { numberOf } from "../../stores/timetable.ts";
import styles from "./crew-sheet.module.css";
import { Fields, Sheet } from "./sheet.tsx";
import sheet from "./sheet.module.css";

interface CrewSheetProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

/** Seats, pace, and how far to act. */
export function CrewSheet({ view, onClose }: CrewSheetProps) {
  const { crew } = view;
  const last = useLastSeats();
  const [seats, setSeats] = useState(crew?.seats.length === 0 ? last : (crew?.seats ?? []));
  const [pace, setPace] = useState<Pace>(crew?.pace ?? "watch");
  const { pending } = useAction();
  const { opening, people } = useOpening(view);
  const trouble = opening?.trouble ?? null;
  const opens = (to: string): boolean => to !== "" || seats.includes("administrator");
  const isNobody = seats.length === 0 && crew?.seats.length === 0;
  const missing = isNobody ? say("crew.tickFirst") : opens("") ? trouble : null;
  const want = async (to: string) => {
    const entered = opening === null || !opens(to) ? {} : { opening: inputOf(opening) };
    // Ticks that are only proposed, from an earlier ceremony, are no seats of this one.
    const theirs = to === "" ? seats : (crew?.seats ?? []);
    if (!(await ask("crew", { seats: [...theirs], to, pace, ...entered }))) return;
    if (to === "") rememberSeats(seats);
    onClose();
  };
  return (
    <Sheet title={say("crew.title")} intro={say("crew.intro")} onClose={onClose}>
      <Fields>
        <div role="group" aria-label={say("crew.seats")} className={styles["seats"]}>
          <p className={styles["label"]}>{say("crew.seats")}</p>
          {people.map((person) => (
            <Check
              key={person.role}
              isSelected={seats.includes(person.role)}
              onChange={() => setSeats(toggled(seats, person.role))}>
              {personLine(person)}
            </Check>
          ))}
        </div>
        <Choice
          label={say("crew.pace")}
          value={pace}
          onChange={(chosen) => setPace(chosen as Pace)}
          options={[
            { value: "watch", label: say("crew.watch") },
            { value: "fast", label: say("crew.fast") },
          ]}
        />
        <Everyone view={view} trouble={trouble} onWant={(to) => void want(to)} />
      </Fields>
      <div className={sheet["buttons"]}>
        <Button kind="second" onPress={onClose}>
          {say("crew.close")}
        </Button>
        {missing === null ? (
          <Button kind="main" isBusy={pending !== null} onPress={() => void want("")}>
            {say("crew.take")}
          </Button>
        ) : (
          <WaitingButton reason={missing}>{say("crew.take")}</WaitingButton>
        )}
      </div>
    </Sheet>
  );
}

interface EveryoneProps {
  readonly view: WindowView;
  /** What the opening's form lacks, in a sentence; else null. */
  readonly trouble: string | null;
  readonly onWant: (to: string) => void;
}

/** How far the crew acts for everyone. */
function Everyone({ view, trouble, onWant }: EveryoneProps) {
  const isBusy = useAction().pending !== null;
  const ahead = stepsAhead(view);
  if (trouble !== null) return <p>{say("crew.unopened", { trouble })}</p>;
  return (
    <div role="group" aria-label={say("crew.everyone")} className={styles["far"]}>
      <p className={styles["label"]}>{say("crew.everyone")}</p>
      {(["step", "act", "end"] as const).map((to) => (
        <Button key={to} kind="second" small isBusy={isBusy} onPress={() => onWant(to)}>
          {say(`crew.${to}`)}
        </Button>
      ))}
      <Picker
        button={say("crew.upTo")}
        side="top start"
        options={ahead}
        onPick={(id) => onWant(id)}
      />
    </div>
  );
}

interface Unopened {
  /** The entries so far, if the ceremony is still to be opened; otherwise null. */
  readonly opening: Opening | null;
  /** Everyone, by the entered or proposed name. */
  readonly people: readonly Person[];
}

function useOpening(view: WindowView): Unopened {
  const { ceremony } = view;
  const draft = useDraft(ceremony?.step?.id ?? "");
  const isHere = ceremony?.step?.action.kind === "open" && ceremony.ledger.length === 0;
  const people = peopleOf(view);
  if (!isHere || !draft.isTouched) return { opening: null, people };
  const opening = openingIn(view, ceremony, draft);
  return { opening, people: peopleIn(opening.form) };
}

/** The steps after the current one, as the timetable names them. */
function stepsAhead({ ceremony }: WindowView): readonly { id: string; label: string }[] {
  if (ceremony === null) return [];
  const steps = ceremony.acts.flatMap((act) => act.steps);
  const now = steps.findIndex(({ id }) => id === ceremony.step?.id);
  return steps
    .slice(now + 1)
    .map(({ id, title }) => ({ id, label: said(list([numberOf(ceremony, id), title], " ")) }));
}
