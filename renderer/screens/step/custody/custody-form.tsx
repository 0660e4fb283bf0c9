// Every object with its bag, its place and its custodian: typed row by row, as it is read aloud.
import { useState, type KeyboardEvent } from "react";
import type { RequestOf } from "../../../../electron/bridge/contract.ts";
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { OfficerMark } from "../../../parts/officer-mark.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask, askWeigh } from "../../../stores/action.ts";
import { dropDrafts, setDraft, useDrafts } from "../../../stores/draft.ts";
import { ACCEPT, CUSTODY, objectName, seatOf } from "../../../text/objects.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { goToNextField } from "../next-field.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import { AcceptRules, isAccepted, useAccepted, type Unkept } from "./accept-rules.tsx";
import {
  anyWrong, emptyFields, FIELDS, filledRows, isWrong, takenOver, type CustodyField,
  type CustodyRow,
} from "./custody-rows.ts";
import styles from "./custody-form.module.css";

const draftOf = (step: string, object: string, field: CustodyField): string =>
  `custody.${step}.${object}.${field}`;

/** The form. */
export function CustodyForm({ scene }: { readonly scene: Scene }) {
  const { stop: { id } } = scene;
  const rows = useRows(scene);
  const left = emptyFields(rows);
  const wrong = anyWrong(rows);
  const why = wrong ? CUSTODY.wrong : CUSTODY.notFilled(left);
  const objects = rows.map(({ object, seal, place, custodian }) =>
    ({ object, seal: seal.trim(), place: place.trim(), custodian: custodian.trim() }));
  const { rules, weigh } = useWeighed(id, objects);
  const accepted = useAccepted(id, rules ?? []);
  const record = async (unkept: Unkept) => {
    const deviations = unkept.map(({ rule }) => ({
      rule, reason: accepted.reasons[rule] ?? "", decidedBy: [...accepted.decidedBy],
    }));
    if (await ask("custody", { step: id, objects, deviations })) dropDrafts(`custody.${id}.`);
  };
  const compare = async () => {
    const unkept = await weigh();
    if (unkept?.length === 0) await record(unkept);
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={styles["keys"]}>{CUSTODY.keys}</p>
        <Table rows={rows} step={id} />
        <p className={styles["filled"]} aria-live="polite">
          {CUSTODY.filled(filledRows(rows), rows.length)}
        </p>
        {rules === null || rules.length === 0
          ? null : <AcceptRules scene={scene} rules={rules} />}
      </Section>
      <RecordPart scene={scene} />
      {rules === null ? (
        <MainAction
          label={ACCEPT.compare} ready={left === 0 && !wrong} why={why}
          onPress={() => { void compare(); }}
        />
      ) : (
        <MainAction
          label={STEPS["record-custody"].button} ready={isAccepted(accepted) || rules.length === 0}
          why={ACCEPT.missing} onPress={() => { void record(rules); }}
        />
      )}
    </>
  );
}

type Objects = RequestOf<"weigh">["objects"];

/** The rules that these objects do not keep, once main was asked; null again when one changes. */
function useWeighed(step: string, objects: Objects) {
  const [weighed, setWeighed] = useState<{ of: string; rules: Unkept } | null>(null);
  const of = JSON.stringify(objects);
  const weigh = async (): Promise<Unkept | null> => {
    const rules = await askWeigh({ step, objects });
    if (rules !== null) setWeighed({ of, rules });
    return rules;
  };
  return { rules: weighed?.of === of ? weighed.rules : null, weigh };
}

interface TableProps {
  readonly rows: readonly CustodyRow[];
  readonly step: string;
}

function Table({ rows, step }: TableProps) {
  return (
    <table className={styles["table"]} onKeyDown={goToNextField}>
      <thead>
        <tr>
          <th scope="col">{CUSTODY.object}</th>
          {FIELDS.map((field) => <th key={field} scope="col">{CUSTODY[field]}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ object }, at) => (
          <tr key={object} data-first={isFirst(rows, at)}>
            <th scope="row"><ObjectName object={object} /></th>
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
  const row = rows[at];
  if (row === undefined) return null;
  const { object } = row;
  const write = (text: string) => { setDraft(draftOf(step, object, field), text); };
  const takeOver = ({ key }: KeyboardEvent) => {
    const above = takenOver(rows, at, field);
    if (key === "Enter" && above !== "") write(above);
  };
  return (
    <div onKeyDown={takeOver}>
      <Field
        label={CUSTODY.field(CUSTODY[field], object, seatOf(object))} hideLabel
        value={row[field]} onChange={write} mono={field === "seal"}
        maxLength={field === "seal" ? 30 : 60} autoFocus={at === 0 && field === "seal"}
        error={isWrong(rows, at, field) ? CUSTODY.faults[field] : undefined}
      />
    </div>
  );
}

/** What is written so far; a custodian that is not touched is as proposed. */
function useRows({ room, stop }: Scene): readonly CustodyRow[] {
  const drafts = useDrafts();
  return room.custodyWanted.map(({ object, custodian }) => ({
    object,
    seal: drafts[draftOf(stop.id, object, "seal")] ?? "",
    place: drafts[draftOf(stop.id, object, "place")] ?? "",
    custodian: drafts[draftOf(stop.id, object, "custodian")] ?? custodian,
  }));
}
