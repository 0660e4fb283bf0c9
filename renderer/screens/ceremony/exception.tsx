// The form of an exception: what was expected, what happened, what was decided, and by whom.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Choice } from "../../parts/choice.tsx";
import { areEnough, Deciders } from "../../parts/deciders.tsx";
import { Field } from "../../parts/field.tsx";
import { ask } from "../../stores/action.ts";
import { useDraft } from "../../stores/draft.ts";
import { peopleOf } from "../../stores/people.ts";
import { EXCEPTION } from "../../text/running.ts";
import { Fields, Sheet, SheetEnd } from "./sheet.tsx";
import styles from "./sheet.module.css";

const LONGEST = 400;
const LINES = ["expected", "happened", "decided"] as const;
const DECISION = "decision";
const BY = "decided by";
const CORRECTS = "corrects";

type Decision = keyof typeof EXCEPTION.decisions;

interface ExceptionProps {
  readonly view: WindowView;
  /** What is chosen before anybody chooses. */
  readonly first?: Decision;
  readonly onClose: () => void;
}

/** The dialog. */
export function ExceptionDialog({ view, first = "continue", onClose }: ExceptionProps) {
  return (
    <Sheet title={EXCEPTION.title} intro={EXCEPTION.intro} onClose={onClose}>
      <Form view={view} first={first} onClose={onClose} />
    </Sheet>
  );
}

function Form({ view, first = "continue", onClose }: ExceptionProps) {
  const draft = useDraft("except");
  const texts = {
    expected: draft.text("expected").trim(),
    happened: draft.text("happened").trim(),
    decided: draft.text("decided").trim(),
  };
  const decidedBy = draft.list(BY);
  const entry = draft.text(CORRECTS).trim();
  const isNumber = /^\d{0,6}$/.test(entry);
  const ready =
    Object.values(texts).every((text) => text !== "") && areEnough(decidedBy) && isNumber;
  const chosen = draft.text(DECISION, first);
  const decision = decisionsOf(view).find((one) => one === chosen) ?? "continue";
  const note = async () => {
    const corrects = entry === "" ? {} : { corrects: Number(entry) };
    if (!(await ask("except", { ...texts, decision, decidedBy: [...decidedBy], ...corrects })))
      return;
    draft.drop();
    onClose();
  };
  return (
    <>
      <Fields>
        <div className={styles["pairs"]}>
          {LINES.map((line, i) => (
            <Field
              key={line}
              label={EXCEPTION[line]}
              value={draft.text(line)}
              lines={2}
              onChange={(text) => draft.write(line, text)}
              maxLength={LONGEST}
              autoFocus={i === 0}
            />
          ))}
          {view.ceremony?.continues === true ? (
            <Field
              label={EXCEPTION.corrects}
              hint={EXCEPTION.correctsHint}
              error={isNumber ? undefined : EXCEPTION.correctsForm}
              value={draft.text(CORRECTS)}
              onChange={(text) => draft.write(CORRECTS, text)}
              maxLength={6}
              optional
              mono
            />
          ) : null}
        </div>
        <Choice
          label={EXCEPTION.how}
          value={decision}
          onChange={(value) => draft.write(DECISION, value)}
          options={decisionsOf(view).map((value) => ({ value, label: EXCEPTION.decisions[value] }))}
        />
        <p className={styles["says"]} aria-live="polite">
          {EXCEPTION.says[decision]}
        </p>
      </Fields>
      <Deciders
        legend={EXCEPTION.by}
        note={EXCEPTION.atLeastTwo}
        people={peopleOf(view)}
        decidedBy={decidedBy}
        onChange={(roles) => draft.writeList(BY, roles)}
      />
      <SheetEnd
        cancel={EXCEPTION.cancel}
        button={EXCEPTION.note}
        onClose={onClose}
        missing={ready ? null : EXCEPTION.missing}
        onWrite={() => void note()}
      />
    </>
  );
}

/** After an abort there is no step to do again, and nothing to abort. */
function decisionsOf({ ceremony }: WindowView): readonly Decision[] {
  const isOver = ceremony?.abortDecided === true || ceremony?.aborted != null;
  return isOver ? ["continue"] : ["continue", "repeat", "abort"];
}
