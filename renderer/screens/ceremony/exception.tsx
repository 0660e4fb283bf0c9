// The form of an exception: what was expected, what happened, what was decided, and by whom.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Choice } from "../../parts/choice.tsx";
import { areEnough, Deciders } from "../../parts/deciders.tsx";
import { Field } from "../../parts/field.tsx";
import { ask } from "../../stores/action.ts";
import { useDraft } from "../../stores/draft.ts";
import { peopleOf } from "../../stores/people.ts";
import { say } from "../../text/say.ts";
import { Fields, Sheet, SheetEnd } from "./sheet.tsx";
import styles from "./sheet.module.css";

const LONGEST = 400;
const LINES = ["expected", "happened", "decided"] as const;
const DECISION = "decision";
const BY = "decided by";
const CORRECTS = "corrects";

type Decision = "continue" | "repeat" | "abort";

interface ExceptionProps {
  readonly view: WindowView;
  /** The initial choice. */
  readonly first?: Decision;
  readonly onClose: () => void;
}

export function ExceptionDialog({ view, first = "continue", onClose }: ExceptionProps) {
  return (
    <Sheet
      title={say("running.exception.title")}
      intro={say("running.exception.intro")}
      onClose={onClose}>
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
              label={say(`running.exception.${line}`)}
              value={draft.text(line)}
              lines={2}
              onChange={(text) => draft.write(line, text)}
              maxLength={LONGEST}
              autoFocus={i === 0}
            />
          ))}
          {view.ceremony?.continues === true ? (
            <Field
              label={say("running.exception.corrects")}
              hint={say("running.exception.correctsHint")}
              error={isNumber ? undefined : say("running.exception.correctsForm")}
              value={draft.text(CORRECTS)}
              onChange={(text) => draft.write(CORRECTS, text)}
              maxLength={6}
              optional
              mono
            />
          ) : null}
        </div>
        <Choice
          label={say("running.exception.how")}
          value={decision}
          onChange={(value) => draft.write(DECISION, value)}
          options={decisionsOf(view).map((value) => ({
            value,
            label: say(`running.exception.decisions.${value}`),
          }))}
        />
        <p className={styles["says"]} aria-live="polite">
          {say(`running.exception.says.${decision}`)}
        </p>
      </Fields>
      <Deciders
        legend={say("running.exception.by")}
        note={say("running.exception.atLeastTwo")}
        people={peopleOf(view)}
        decidedBy={decidedBy}
        onChange={(roles) => draft.writeList(BY, roles)}
      />
      <SheetEnd
        cancel={say("running.exception.cancel")}
        button={say("running.exception.note")}
        onClose={onClose}
        missing={ready ? null : say("running.exception.missing")}
        onWrite={() => void note()}
      />
    </>
  );
}

/** After an abort there is no step to repeat, and nothing to abort. */
function decisionsOf({ ceremony }: WindowView): readonly Decision[] {
  const isOver = ceremony?.abortDecided === true || ceremony?.aborted != null;
  return isOver ? ["continue"] : ["continue", "repeat", "abort"];
}
