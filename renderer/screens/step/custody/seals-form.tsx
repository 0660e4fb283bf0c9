// Seals as they are read from the bags. The numbers of the last record are not shown: what is typed
// must come from the bag.
import type { RequestOf } from "../../../../electron/bridge/contract.ts";
import { Choice } from "../../../parts/choice.tsx";
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { dropDrafts, setDraft, useDrafts } from "../../../stores/draft.ts";
import { SEALS } from "../../../text/custody-check.ts";
import { DECIDERS } from "../../../text/deciders.ts";
import { named } from "../../../text/custody.ts";
import { TABLE } from "../../../text/hand-off.ts";
import { objectName } from "../../../text/objects.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { areEnough, Deviation, useDeciders } from "../deciders.tsx";
import { goToNextField } from "../next-field.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";
import { useDiffers } from "./differs.ts";
import { OnTheTable, useOnTheTable } from "./on-the-table.tsx";
import styles from "./seals-form.module.css";

type SealRead = RequestOf<"seals">["seals"][number];
type Row = Omit<SealRead, "condition"> & { readonly condition: SealRead["condition"] | "" };
type FieldName = Exclude<keyof Row, "object">;

const draftOf = (step: string, object: string, field: FieldName): string =>
  `seals.${step}.${object}.${field}`;

/** One block an object, one button. */
export function SealsForm({ scene }: { readonly scene: Scene }) {
  const { stop: { id, kind } } = scene;
  const isTable = kind === "check-objects";
  const here = useOnTheTable(scene);
  const rows = useRows(scene).filter(({ object }) => !isTable || here.includes(object));
  const read = rows.flatMap((row) => isRead(row) ? [row] : []);
  const decidedBy = useDeciders(scene);
  const { differs, asked } = useDiffers(id);
  const compare = async () => {
    const request = { step: id, seals: [...read], decidedBy: differs ? [...decidedBy] : [] };
    if (await asked(ask("seals", request))) dropDrafts(`seals.${id}.`);
  };
  const isWhole = rows.length > 0 && read.length === rows.length;
  const ready = isWhole && (!differs || areEnough(decidedBy));
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[kind].happens}</p>
        {isTable ? <OnTheTable scene={scene} /> : null}
        <div onKeyDown={goToNextField}>
          {rows.map((row, at) => (
            <Seal
              key={row.object} row={row} step={id} isTable={isTable}
              autoFocus={!isTable && at === 0}
            />
          ))}
        </div>
        <p className={styles["keys"]}>{SEALS.keys}</p>
        <Deviation warning={differs ? SEALS.differ : null} scene={scene} />
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[kind].button} ready={ready}
        why={rows.length === 0 ? TABLE.none : isWhole ? DECIDERS.missing : SEALS.missing}
        onPress={() => { void compare(); }}
      />
    </>
  );
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
  /** Objects of several people may lie there; what is missing does not. */
  readonly isTable: boolean;
  readonly autoFocus: boolean;
}

function Seal({ row, step, isTable, autoFocus }: SealProps) {
  const name = isTable ? named(row.object) : objectName(row.object);
  const write = (field: FieldName) => (text: string) => {
    setDraft(draftOf(step, row.object, field), text);
  };
  const line = (field: "found" | "place" | "custodian", label: string, first = false) => (
    <Field
      label={label} of={name} value={row[field]} onChange={write(field)} mono={field === "found"}
      maxLength={field === "found" ? 30 : 60} autoFocus={first}
    />
  );
  return (
    <fieldset className={styles["seal"]}>
      <legend>{name}</legend>
      {line("found", SEALS.seal, autoFocus)}
      <Choice
        label={SEALS.condition} of={name} value={row.condition}
        onChange={write("condition")} options={isTable ? TABLE.conditions : SEALS.conditions}
      />
      {line("place", SEALS.place)}
      {line("custodian", SEALS.custodian)}
    </fieldset>
  );
}

/** What is written so far; place and custodian are as they were left, until they are changed. */
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
