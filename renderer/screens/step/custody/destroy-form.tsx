// What held an old key, thing by thing: the number of its bag, how the seal is, how it was
// destroyed; or that it is missing.
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
import { objectName } from "../../../text/objects.ts";
import { DESTROY } from "../../../text/renewal-steps.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { areEnough, Deviation, useDeciders } from "../deciders.tsx";
import { goToNextField } from "../next-field.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";
import { useDiffers } from "./differs.ts";
import styles from "./seals-form.module.css";

type Old = RequestOf<"destroy">["objects"][number];
type Row = Omit<Old, "condition"> & { readonly condition: Old["condition"] | "" };
type FieldName = Exclude<keyof Row, "object">;

const draftOf = (step: string, object: string, field: FieldName): string =>
  `destroy.${step}.${object}.${field}`;

/** One block a thing, one button. */
export function DestroyForm({ scene }: { readonly scene: Scene }) {
  const { stop: { id, kind } } = scene;
  const rows = useRows(scene);
  const told = rows.flatMap((row) => isTold(row) ? [row] : []);
  const decidedBy = useDeciders(scene);
  const { differs, asked } = useDiffers(id);
  const record = async () => {
    const request = { step: id, objects: [...told], decidedBy: differs ? [...decidedBy] : [] };
    if (await asked(ask("destroy", request))) dropDrafts(`destroy.${id}.`);
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS[kind].happens}</p>
        {rows.length === 0 ? <p>{DESTROY.nothing}</p> : null}
        <div onKeyDown={goToNextField}>
          {rows.map((row, at) => (
            <Thing key={row.object} row={row} step={id} autoFocus={at === 0} />
          ))}
        </div>
        <Deviation warning={differs ? SEALS.differ : null} scene={scene} />
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS[kind].button}
        ready={told.length === rows.length && (!differs || areEnough(decidedBy))}
        why={told.length < rows.length ? DESTROY.missing : DECIDERS.missing}
        onPress={() => { void record(); }}
      />
    </>
  );
}

/** A row with everything that must be written; of what is missing there is nothing to tell. */
function isTold(row: Row): row is Old {
  if (row.condition === "missing") return true;
  return row.condition !== "" && [row.found, row.how].every((text) => text.trim() !== "");
}

interface ThingProps {
  readonly row: Row;
  readonly step: string;
  readonly autoFocus: boolean;
}

function Thing({ row, step, autoFocus }: ThingProps) {
  const name = objectName(row.object);
  const write = (field: FieldName) => (text: string) => {
    setDraft(draftOf(step, row.object, field), text);
  };
  return (
    <fieldset className={styles["seal"]}>
      <legend>{name}</legend>
      <Field
        label={SEALS.seal} of={name} value={row.found} onChange={write("found")} mono
        maxLength={30} autoFocus={autoFocus}
      />
      <Choice
        label={SEALS.condition} of={name} value={row.condition}
        onChange={write("condition")} options={SEALS.conditions}
      />
      <Field
        label={DESTROY.how} of={name} value={row.how} onChange={write("how")} maxLength={60}
      />
    </fieldset>
  );
}

/** What is written so far. */
function useRows({ room, stop }: Scene): readonly Row[] {
  const drafts = useDrafts();
  const of = (object: string, field: FieldName) =>
    (drafts[draftOf(stop.id, object, field)] ?? "").trimStart();
  return room.sealsWanted.map(({ object }) => ({
    object,
    found: of(object, "found"),
    condition: of(object, "condition") as Row["condition"],
    how: of(object, "how"),
  }));
}
