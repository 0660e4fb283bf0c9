// Every object with its bag, place and custodian, typed row by row as it is read aloud.
import type { KeyboardEvent } from "react";
import { Field, goToNextField } from "../parts/field.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { OfficerMark } from "../parts/officer-mark.tsx";
import type { CurrentStep } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { perform } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import { knownSites } from "../stores/sites.ts";
import { objectName, seatOf, fieldName } from "../text/objects.ts";
import { say } from "../text/say.ts";
import { StepFrame } from "./step-frame.tsx";
import { AcceptRules, useAccepted, useWeighed } from "./accept-rules.tsx";
import {
  anyWrong,
  emptyFields,
  FIELDS,
  filledRows,
  isWrong,
  takenOver,
  type CustodyField,
  type CustodyRow,
} from "./custody-rows.ts";
import styles from "./custody-form.module.css";

const fieldOf = (object: string, field: CustodyField): string => `${object} ${field}`;

export function CustodyForm({ step }: StepProps) {
  const { id, words } = step;
  const draft = useDraft(id);
  const rows = useRows(step);
  const left = emptyFields(rows);
  const wrong = anyWrong(rows);
  const objects = rows.map(({ object, seal, place, custodian }) => ({
    object,
    seal: seal.trim(),
    place: place.trim(),
    custodian: custodian.trim(),
  }));
  const { rules, weigh } = useWeighed(id, objects);
  const { deviations, isWhole } = useAccepted(step, rules ?? []);
  const record = async () => {
    if (await perform<"record-custody">(step, { objects, deviations })) draft.drop();
  };
  const compare = async () => {
    // If every rule is met, there is nothing to accept.
    if ((await weigh())?.length === 0) await record();
  };
  const press =
    rules === null ? (
      <MainAction
        label={say("objects.accept.compare")}
        ready={left === 0 && !wrong}
        why={wrong ? say("objects.custody.wrong") : say("objects.custody.notFilled", { left })}
        onPress={() => void compare()}
      />
    ) : (
      <MainAction
        label={words.button}
        ready={isWhole}
        why={say("objects.accept.missing")}
        onPress={() => void record()}
      />
    );
  return (
    <StepFrame step={step} press={press}>
      {rows.length === 0 ? null : (
        <>
          <p className={styles["keys"]}>
            {say("objects.custody.places")} {say("objects.custody.keys")}
          </p>
          <Table rows={rows} step={step} />
        </>
      )}
      <p className={styles["filled"]} aria-live="polite">
        {rows.length === 0
          ? say("objects.custody.noBags")
          : say("objects.custody.filled", { filled: filledRows(rows), all: rows.length })}
      </p>
      {rules === null || rules.length === 0 ? null : <AcceptRules step={step} rules={rules} />}
    </StepFrame>
  );
}

interface TableProps extends StepProps {
  readonly rows: readonly CustodyRow[];
}

function Table({ rows, step }: TableProps) {
  return (
    <table className={styles["table"]} onKeyDownCapture={goToNextField}>
      <thead>
        <tr>
          <th scope="col">{say("objects.custody.object")}</th>
          {FIELDS.map((field) => (
            <th key={field} scope="col">
              {say(`objects.custody.${field}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ object }, at) => (
          <tr key={object} data-first={isFirst(rows, at)}>
            <th scope="row">
              <ObjectName object={object} />
            </th>
            {FIELDS.map((field) => (
              <td key={field} data-field={field}>
                <Cell rows={rows} at={at} field={field} step={step} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether a row begins the objects of another officer. */
const isFirst = (rows: readonly CustodyRow[], at: number): boolean =>
  at > 0 && seatOf(rows[at]?.object ?? "") !== seatOf(rows[at - 1]?.object ?? "");

function ObjectName({ object }: { readonly object: string }) {
  const seat = seatOf(object);
  return (
    <span className={styles["object"]}>
      {seat === null ? <span /> : <OfficerMark seat={seat} />}
      <span>{objectName(object)}</span>
    </span>
  );
}

interface CellProps extends TableProps {
  readonly at: number;
  readonly field: CustodyField;
}

function Cell({ rows, at, field, step }: CellProps) {
  const draft = useDraft(step.id);
  const row = rows[at];
  if (row === undefined) return null;
  const { object } = row;
  const write = (text: string) => draft.write(fieldOf(object, field), text);
  const takeOver = ({ key }: KeyboardEvent) => {
    const above = takenOver(rows, at, field);
    if (key === "Enter" && above !== "") write(above);
  };
  return (
    <div onKeyDown={takeOver}>
      <Field
        label={fieldName(say(`objects.custody.${field}`), object, seatOf(object))}
        hideLabel
        value={row[field]}
        onChange={write}
        mono={field === "seal"}
        known={
          field === "place"
            ? knownSites(
                step.view,
                rows.map(({ place }) => place),
              )
            : []
        }
        maxLength={field === "seal" ? 30 : 60}
        autoFocus={at === 0 && field === "seal"}
        error={isWrong(rows, at, field) ? say(`objects.custody.faults.${field}`) : undefined}
      />
    </div>
  );
}

/** The entries so far; an untouched custodian is as proposed. */
function useRows({ id, view }: CurrentStep): readonly CustodyRow[] {
  const draft = useDraft(id);
  return view.custodyWanted.map(({ object, custodian }) => ({
    object,
    seal: draft.text(fieldOf(object, "seal")),
    place: draft.text(fieldOf(object, "place")),
    custodian: draft.text(fieldOf(object, "custodian"), custodian),
  }));
}
