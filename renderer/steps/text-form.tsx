// A form of a few texts, described by the row of the kind.
import type { ReactNode } from "react";
import { Choice } from "../parts/choice.tsx";
import { areEnough } from "../parts/deciders.tsx";
import { Field, goToNextField } from "../parts/field.tsx";
import { MainAction } from "../parts/main-action.tsx";
import type { StepProps } from "./step-row.ts";
import { perform } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import { say } from "../text/say.ts";
import { mediaTrouble, NeededMedia } from "./needed-media.tsx";
import { StepDeciders, useDecidedBy } from "./step-deciders.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";

/** One text that people enter. */
export interface TextField {
  /** Its name in the input of the step. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly max: number;
  /** Several lines instead of one. */
  readonly lines?: number;
  readonly mono?: boolean;
  readonly optional?: boolean;
  /** Its required form, and the sentence to show if it does not match. */
  readonly form?: { readonly pattern: RegExp; readonly wrong: string };
}

interface TextFormProps extends StepProps {
  readonly fields: readonly TextField[];
  /** A choice of one, preselected. */
  readonly choice?: {
    readonly name: string;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
  /** Whether two people decide on the entry. */
  readonly decided?: boolean;
  /** What is said while something is missing. */
  readonly missing?: string;
  /** Further input that nobody is asked for. */
  readonly also?: Readonly<Record<string, string>>;
  /** Replaces the words of the step's button. */
  readonly button?: string;
  readonly children?: ReactNode;
}

/** The form. Entries are trimmed, and become the step's input under the names of the fields. */
export function TextForm(props: TextFormProps) {
  const { step, fields, choice, decided = false, missing, children } = props;
  const draft = useDraft(step.id);
  const decidedBy = useDecidedBy(step);
  const names = [...(choice === undefined ? [] : [choice.name]), ...fields.map(({ name }) => name)];
  const texts: Readonly<Record<string, string>> = {
    ...props.also,
    ...Object.fromEntries(names.map((name) => [name, draft.text(name).trim()])),
  };
  const isSaid =
    fields.every((field) => isWritten(field, texts[field.name] ?? ""))
    && (choice === undefined || texts[choice.name] !== "");
  const trouble =
    mediaTrouble(step.view.media)
    ?? (!isSaid
      ? (missing ?? "")
      : decided && !areEnough(decidedBy)
        ? say("deciders.missing")
        : null);
  const record = async () => {
    if (await perform(step, decided ? { ...texts, decidedBy } : texts)) draft.drop();
  };
  const press = (
    <MainAction
      label={props.button ?? step.words.button}
      ready={trouble === null}
      why={trouble ?? undefined}
      onPress={() => void record()}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      {children}
      <NeededMedia view={step.view} />
      {choice === undefined ? null : (
        <Choice
          label={choice.label}
          value={draft.text(choice.name)}
          options={choice.options}
          below
          onChange={(value) => draft.write(choice.name, value)}
        />
      )}
      <div className={shared["more"]} onKeyDownCapture={goToNextField}>
        {fields.map((field, at) => (
          <WrittenField
            key={field.name}
            field={field}
            text={draft.text(field.name)}
            onChange={(text) => draft.write(field.name, text)}
            autoFocus={at === 0 && choice === undefined}
          />
        ))}
      </div>
      {decided ? (
        <div className={shared["more"]}>
          <StepDeciders step={step} />
        </div>
      ) : null}
    </StepFrame>
  );
}

interface WrittenFieldProps {
  readonly field: TextField;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly autoFocus: boolean;
}

function WrittenField({ field, text, onChange, autoFocus }: WrittenFieldProps) {
  const { label, hint, max, lines, mono = false, optional = false, form } = field;
  const isWrong = form !== undefined && text !== "" && !form.pattern.test(text.trim());
  return (
    <Field
      label={label}
      hint={hint}
      value={text}
      onChange={onChange}
      mono={mono}
      maxLength={max}
      optional={optional}
      autoFocus={autoFocus}
      error={isWrong ? form.wrong : undefined}
      {...(lines === undefined ? {} : { lines })}
    />
  );
}

/** Whether a text is as required. */
function isWritten({ optional = false, form }: TextField, text: string): boolean {
  if (text === "") return optional;
  return form === undefined || form.pattern.test(text);
}
