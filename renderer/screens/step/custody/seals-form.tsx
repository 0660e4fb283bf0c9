// Seals as they are read from the bags. The numbers of the last record are not shown: what is typed
// must come from the bag.
import { useState } from "react";
import type { RequestOf } from "../../../../electron/bridge/contract.ts";
import { Choice } from "../../../parts/choice.tsx";
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask, useAction } from "../../../stores/action.ts";
import { dropDrafts, setDraft, useDrafts } from "../../../stores/draft.ts";
import { SEALS } from "../../../text/custody-check.ts";
import { DECIDERS } from "../../../text/deciders.ts";
import { objectName } from "../../../text/objects.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { areEnough, Deciders, useDeciders } from "../deciders.tsx";
import { goToNextField } from "../next-field.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";
import styles from "./seals-form.module.css";

type SealRead = RequestOf<"seals">["seals"][number];
type Row = Omit<SealRead, "condition"> & { readonly condition: SealRead["condition"] | "" };
type FieldName = Exclude<keyof Row, "object">;

const draftOf = (step: string, object: string, field: FieldName): string =>
  `seals.${step}.${object}.${field}`;

/** One block an object, one button. */
export function SealsForm({ scene }: { readonly scene: Scene }) {
  const { stop: { id, kind } } = scene;
  const rows = useRows(scene);
  const read = rows.flatMap((row) => isRead(row) ? [row] : []);
  const decidedBy = useDeciders(scene);
  const { differs, compare } = useCompare(id, read, decidedBy);
  const ready = read.length === rows.length && (!differs || areEnough(decidedBy));
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[kind].happens}</p>
        <div onKeyDown={goToNextField}>
          {rows.map((row, at) => (
            <Seal key={row.object} row={row} step={id} autoFocus={at === 0} />
          ))}
        </div>
        <p className={styles["keys"]}>{SEALS.keys}</p>
        {differs ? (
          <>
            <p className={shared["warning"]} role="alert">{SEALS.differ}</p>
            <Deciders scene={scene} />
          </>
        ) : null}
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[kind].button} ready={ready}
        why={read.length < rows.length ? SEALS.missing : DECIDERS.missing}
        onPress={() => { void compare(); }}
      />
    </>
  );
}

/** Main compares; what differs is told once, and then two people decide. */
function useCompare(step: string, seals: readonly SealRead[], decidedBy: readonly string[]) {
  const { fault } = useAction();
  const [told, setTold] = useState(false);
  const differs = told || fault?.code === "E-SEALS-CHANGED";
  const compare = async () => {
    setTold(differs);
    const request = { step, seals: [...seals], decidedBy: differs ? [...decidedBy] : [] };
    if (await ask("seals", request)) dropDrafts(`seals.${step}.`);
  };
  return { differs, compare };
}

/** A row with everything that must be written; of what is missing there is nothing to read. */
function isRead(row: Row): row is SealRead {
  if (row.condition === "missing") return true;
  return row.condition !== "" && [row.found, row.place, row.custodian]
    .every((text) => text.trim() !== "");
}

interface SealProps {
  readonly row: Row;
  readonly step: string;
  readonly autoFocus: boolean;
}

function Seal({ row, step, autoFocus }: SealProps) {
  const name = objectName(row.object);
  const write = (field: FieldName) => (text: string) => {
    setDraft(draftOf(step, row.object, field), text);
  };
  const line = (field: "found" | "place" | "custodian", label: string, first = false) => (
    <Field
      label={label} value={row[field]} onChange={write(field)} mono={field === "found"}
      maxLength={field === "found" ? 30 : 60} autoFocus={first}
    />
  );
  return (
    <fieldset className={styles["seal"]}>
      <legend>{name}</legend>
      {line("found", SEALS.field(SEALS.seal, name), autoFocus)}
      <Choice
        label={SEALS.field(SEALS.condition, name)} value={row.condition}
        onChange={write("condition")} options={SEALS.conditions}
      />
      {line("place", SEALS.field(SEALS.place, name))}
      {line("custodian", SEALS.field(SEALS.custodian, name))}
    </fieldset>
  );
}

/** What is written so far; place and custodian are as they were left until somebody changes them. */
function useRows({ room, stop }: Scene): readonly Row[] {
  const drafts = useDrafts();
  const of = (object: string, field: FieldName) => drafts[draftOf(stop.id, object, field)];
  return room.sealsWanted.map(({ object, place, custodian }) => ({
    object,
    found: (of(object, "found") ?? "").trim(),
    condition: (of(object, "condition") ?? "") as Row["condition"],
    place: of(object, "place") ?? place,
    custodian: of(object, "custodian") ?? custodian,
  }));
}
