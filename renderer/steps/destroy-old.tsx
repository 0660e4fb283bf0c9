// The objects of an old key, one by one: the number of its bag, the state of the seal, how it was
// destroyed; or that it is missing.
import type { InputOf } from "../../electron/bridge/contract.ts";
import { Choice } from "../parts/choice.tsx";
import { Field, goToNextField } from "../parts/field.tsx";
import styles from "./seals-form.module.css";
import { ComparePress, Differing, DiffersMark, useCompared } from "./differing.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import { perform } from "../stores/action.ts";
import { useDraft, type Draft } from "../stores/draft.ts";
import { objectName } from "../text/objects.ts";
import { say } from "../text/say.ts";
import type { CurrentStep } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { sealConditions } from "../text/seals.ts";

type Old = InputOf<"destroy-old">["objects"][number];
type Row = Omit<Old, "condition"> & { readonly condition: Old["condition"] | "" };
type FieldName = Exclude<keyof Row, "object">;

const fieldOf = (object: string, field: FieldName): string => `${object} ${field}`;

/** One block per object, one button. */
export function DestroyOldForm({ step }: StepProps) {
  const draft = useDraft(step.id);
  const rows = rowsOf(step, draft);
  const told = rows.flatMap((row) => (isTold(row) ? [row] : []));
  const compared = useCompared(step, told);
  const record = async () => {
    const input = { objects: told, ...compared.decided };
    if (await compared.asked(() => perform<"destroy-old">(step, input))) draft.drop();
  };
  const press = (
    <ComparePress
      compared={compared}
      label={step.words.button}
      why={told.length < rows.length ? say("custody-check.destroy.missing") : null}
      onPress={() => void record()}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      {rows.length === 0 ? <p>{say("custody-check.destroy.nothing")}</p> : null}
      <div onKeyDownCapture={goToNextField}>
        {rows.map((row, at) => (
          <OldObject
            key={row.object}
            row={row}
            draft={draft}
            differs={compared.differing.includes(row.object)}
            autoFocus={at === 0}
          />
        ))}
      </div>
      <Differing step={step} compared={compared} field={(object) => fieldOf(object, "found")} />
    </StepFrame>
  );
}

/** A complete row; a missing object needs no details. */
function isTold(row: Row): row is Old {
  if (row.condition === "missing") return true;
  return row.condition !== "" && [row.found, row.how].every((text) => text.trim() !== "");
}

interface OldObjectProps {
  readonly row: Row;
  readonly draft: Draft;
  /** It was not as the last record left it. */
  readonly differs: boolean;
  readonly autoFocus: boolean;
}

function OldObject({ row, draft, differs, autoFocus }: OldObjectProps) {
  const name = objectName(row.object);
  const write = (field: FieldName) => (text: string) =>
    draft.write(fieldOf(row.object, field), text);
  return (
    <fieldset className={styles["seal"]}>
      <legend>{name}</legend>
      {differs ? <DiffersMark /> : null}
      <Field
        label={say("custody-check.seals.seal")}
        of={name}
        value={row.found}
        onChange={write("found")}
        name={fieldOf(row.object, "found")}
        mono
        maxLength={30}
        autoFocus={autoFocus}
      />
      <Choice
        label={say("custody-check.seals.condition")}
        of={name}
        value={row.condition}
        onChange={write("condition")}
        options={sealConditions(false)}
      />
      <Field
        label={say("custody-check.destroy.how")}
        of={name}
        value={row.how}
        onChange={write("how")}
        maxLength={60}
      />
    </fieldset>
  );
}

/** The entries so far. */
function rowsOf({ view }: CurrentStep, draft: Draft): readonly Row[] {
  const of = (object: string, field: FieldName) => draft.text(fieldOf(object, field)).trimStart();
  return view.sealsWanted.map(({ object }) => ({
    object,
    found: of(object, "found"),
    condition: of(object, "condition") as Row["condition"],
    how: of(object, "how"),
  }));
}
