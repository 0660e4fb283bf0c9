// A first plan: the questions of `sd plan new` as a form, of which a file is saved.
import type { PlanQuestionView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Check, toggled } from "../../parts/check.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Field, goToNextField } from "../../parts/field.tsx";
import { MainAction } from "../../parts/main-action.tsx";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { useDraft, type Draft } from "../../stores/draft.ts";
import { answerLabel, askedLine, choiceLabel } from "../../text/new-plan.ts";
import { said, say } from "../../text/say.ts";
import styles from "./plan.module.css";

const LINE_MAX = 200;
const LINES_MAX = 4000;

interface NewPlanProps {
  readonly questions: readonly PlanQuestionView[];
  /** Below a plan, whose own next step is in the foot. */
  readonly isBelow: boolean;
}

/** The form, whose button is in the foot where nothing else is to be done. */
export function NewPlan({ questions, isBelow }: NewPlanProps) {
  const { pending } = useAction();
  const draft = useDraft("deployment-new");
  const save = () => {
    const entered = questions.map((one) => [one.name, enteredIn(draft, one)] as const);
    void act({ act: "new", entered: Object.fromEntries(entered) });
  };
  return (
    <div className={styles["adopt"]} onKeyDownCapture={goToNextField}>
      {questions.map((question, at) => (
        <Question key={question.name} question={question} draft={draft} isFirst={at === 0} />
      ))}
      {isBelow ? (
        <div className={styles["choose"]}>
          <Button kind="second" small isBusy={pending !== null} onPress={save}>
            {say("plan-new.save")}
          </Button>
        </div>
      ) : (
        <MainAction label={say("plan-new.save")} onPress={save} />
      )}
    </div>
  );
}

interface QuestionProps {
  readonly question: PlanQuestionView;
  readonly draft: Draft;
  readonly isFirst: boolean;
}

function Question({ question, draft, isFirst }: QuestionProps) {
  const { fault } = useAction();
  const { name, form, choices } = question;
  const label = answerLabel(question);
  const isRefused = fault?.fields?.includes(name) === true;
  if (form === "one")
    return (
      <Choice
        label={label}
        value={enteredIn(draft, question)}
        onChange={(value) => draft.write(name, value)}
        options={choices.map((value) => ({ value, label: value }))}
      />
    );
  if (form === "some") {
    const ticked = tickedIn(draft, question);
    return (
      <div role="group" aria-label={label} className={styles["some"]}>
        <p>
          <strong>{label}</strong> {askedLine(question)}
        </p>
        {choices.map((one) => (
          <Check
            key={one}
            isSelected={ticked.includes(one)}
            onChange={() => draft.write(name, `${toggled(ticked, one).join(" ")} `)}>
            {choiceLabel(one)}
          </Check>
        ))}
      </div>
    );
  }
  const isLong = form === "people";
  return (
    <Field
      name={name}
      label={label}
      hint={askedLine(question)}
      error={isRefused ? said(fault.message) : undefined}
      value={draft.text(name)}
      onChange={(text) => draft.write(name, text)}
      maxLength={isLong ? LINES_MAX : LINE_MAX}
      autoFocus={isFirst}
      optional={question.otherwise !== null}
      {...(isLong ? { lines: 3 } : {})}
    />
  );
}

/** What is ticked; the default until something was. */
const tickedIn = (draft: Draft, { name, otherwise }: PlanQuestionView): readonly string[] =>
  draft
    .text(name, otherwise ?? "")
    .split(" ")
    .filter(Boolean);

/** As at the terminal: empty for the default, a hyphen for none. */
function enteredIn(draft: Draft, question: PlanQuestionView): string {
  const { name, form, otherwise } = question;
  if (form === "one") return draft.text(name, otherwise ?? "");
  if (form === "some") return tickedIn(draft, question).join(" ") || "-";
  return draft.text(name);
}
