// The form of an exception: what was expected, what happened, what was decided, and by whom.
import type { RoomView } from "../../../electron/bridge/room.ts";
import { Choice } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { ask } from "../../stores/action.ts";
import { dropDrafts, useDraft } from "../../stores/draft.ts";
import { peopleOf } from "../../stores/people.ts";
import { EXCEPTION } from "../../text/running.ts";
import { Deciders, Fields, Sheet, SheetEnd } from "./sheet.tsx";
import styles from "./sheet.module.css";

const LONGEST = 400;

type Decision = keyof typeof EXCEPTION.decisions;

interface ExceptionProps {
  readonly room: RoomView;
  /** What is chosen before anybody chooses. */
  readonly first?: Decision;
  readonly onClose: () => void;
}

/** The dialog. */
export function ExceptionDialog({ room, first = "continue", onClose }: ExceptionProps) {
  return (
    <Sheet title={EXCEPTION.title} intro={EXCEPTION.intro} onClose={onClose}>
      <Form room={room} first={first} onClose={onClose} />
    </Sheet>
  );
}

function Form({ room, first = "continue", onClose }: ExceptionProps) {
  const [expected, setExpected] = useDraft("except.expected");
  const [happened, setHappened] = useDraft("except.happened");
  const [decided, setDecided] = useDraft("except.decided");
  const [chosen, setChosen] = useDraft("except.decision", first);
  const [by, setBy] = useDraft("except.by");
  const decidedBy = by.split(" ").filter(Boolean);
  const ready = [expected, happened, decided].every((text) => text.trim() !== "")
    && decidedBy.length >= 2;
  const decision = decisionsOf(room).find((one) => one === chosen) ?? "continue";
  const note = async () => {
    const texts = { expected: expected.trim(), happened: happened.trim(), decided: decided.trim() };
    if (!await ask("except", { ...texts, decision, decidedBy })) return;
    dropDrafts("except.");
    onClose();
  };
  return (
    <>
      <Fields>
        <Line label={EXCEPTION.expected} value={expected} onChange={setExpected} autoFocus />
        <Line label={EXCEPTION.happened} value={happened} onChange={setHappened} />
        <Line label={EXCEPTION.decided} value={decided} onChange={setDecided} />
        <Choice
          label={EXCEPTION.how} value={decision} onChange={setChosen}
          options={decisionsOf(room).map((value) =>
            ({ value, label: EXCEPTION.decisions[value] }))}
        />
        <p className={styles["says"]} aria-live="polite">{EXCEPTION.says[decision]}</p>
      </Fields>
      <Deciders
        legend={EXCEPTION.by} line={EXCEPTION.atLeastTwo} people={peopleOf(room)}
        decidedBy={decidedBy} onChange={setBy}
      />
      <SheetEnd
        cancel={EXCEPTION.cancel} button={EXCEPTION.note} onClose={onClose}
        missing={ready ? null : EXCEPTION.missing} onWrite={() => { void note(); }}
      />
    </>
  );
}

/** After an abort there is no step to do again, and nothing to abort. */
function decisionsOf({ ceremony }: RoomView): readonly Decision[] {
  const isOver = ceremony?.abortDecided === true || ceremony?.aborted != null;
  return isOver ? ["continue"] : ["continue", "repeat", "abort"];
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly autoFocus?: boolean;
}

function Line({ label, value, onChange, autoFocus }: LineProps) {
  return (
    <Field
      label={label} value={value} onChange={onChange} lines={2} maxLength={LONGEST}
      autoFocus={autoFocus === true}
    />
  );
}
