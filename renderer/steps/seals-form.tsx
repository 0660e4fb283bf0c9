// Seals as read from the bags. The last record's numbers are hidden: the typed ones must come from
// the bag.
import type { InputOf } from "../../electron/bridge/contract.ts";
import { Check, toggled } from "../parts/check.tsx";
import { Choice } from "../parts/choice.tsx";
import { Field } from "../parts/field.tsx";
import type { CurrentStep } from "./current-step.ts";
import { goToScanned } from "./scanned-label.ts";
import type { StepProps } from "./step-row.ts";
import { perform } from "../stores/action.ts";
import { useDraft, type Draft } from "../stores/draft.ts";
import { named } from "../text/custody.ts";
import { objectName } from "../text/objects.ts";
import { say } from "../text/say.ts";
import { ComparePress, Differing, DiffersMark, useCompared } from "./differing.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import { sealConditions } from "../text/seals.ts";
import shared from "./step.module.css";
import styles from "./seals-form.module.css";

type SealRead = InputOf<"check-seals">["seals"][number];
type Row = Omit<SealRead, "condition"> & { readonly condition: SealRead["condition"] | "" };
type FieldName = Exclude<keyof Row, "object">;

const PRESENT = "present";
const fieldOf = (object: string, field: FieldName): string => `${object} ${field}`;

/**
 * One block per object, one button. If people may bring any objects, they first tick those that are
 * here, and only these are asked for.
 */
export function SealsForm({ step }: StepProps) {
  const { mode, mediaPlace } = step.view;
  const isOnFolders = mode === "REHEARSAL" && mediaPlace === "folders";
  const brought = step.traits.readsSeals === "present";
  const draft = useDraft(step.id);
  const rows = useRows(step).filter(
    ({ object }) => !brought || draft.list(PRESENT).includes(object),
  );
  const read = rows.flatMap((row) => (isRead(row) ? [{ ...row, found: row.found.trim() }] : []));
  const compared = useCompared(step, read);
  const compare = async () => {
    const input = { seals: read, ...compared.decided };
    if (await compared.asked(() => perform<"check-seals">(step, input))) draft.drop();
  };
  const labels = new Map(rows.map(({ object }) => [object, fieldOf(object, "found")]));
  const isWhole = rows.length > 0 && read.length === rows.length;
  const press = (
    <ComparePress
      compared={compared}
      label={step.words.button}
      why={
        rows.length === 0
          ? say("hand-off.table.none")
          : isWhole
            ? null
            : say("custody-check.seals.missing")
      }
      onPress={() => void compare()}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      {brought ? <Present step={step} /> : null}
      <p className={styles["keys"]}>
        {say("custody-check.seals.keys")} {isOnFolders ? say("custody-check.seals.noBags") : ""}
      </p>
      <div onKeyDownCapture={(event) => goToScanned(event, draft, labels)}>
        {rows.map((row, at) => (
          <Seal
            key={row.object}
            row={row}
            draft={draft}
            brought={brought}
            differs={compared.differing.includes(row.object)}
            autoFocus={!brought && at === 0}
          />
        ))}
      </div>
      <Differing step={step} compared={compared} field={(object) => fieldOf(object, "found")} />
    </StepFrame>
  );
}

/** A box for each object in custody, to tick if it is here. */
function Present({ step: { id, view } }: StepProps) {
  const draft = useDraft(id);
  const present = draft.list(PRESENT);
  return (
    <fieldset className={shared["decide"]}>
      <legend className={shared["heading"]}>{say("hand-off.table.label")}</legend>
      <div className={shared["columns"]}>
        {view.sealsWanted.map(({ object }, at) => (
          <Check
            key={object}
            isSelected={present.includes(object)}
            autoFocus={at === 0}
            onChange={() => draft.writeList(PRESENT, toggled(present, object))}>
            {named(object)}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}

/** A complete row; a missing object has no seal to read. */
function isRead(row: Row): row is SealRead {
  if (row.condition === "missing") return true;
  return (
    row.condition !== ""
    && [row.found, row.place, row.custodian].every((text) => text.trim() !== "")
  );
}

interface SealProps {
  readonly row: Row;
  readonly draft: Draft;
  /** Objects of several people may be here; missing ones are not listed. */
  readonly brought: boolean;
  /** It was not as the last record left it. */
  readonly differs: boolean;
  readonly autoFocus: boolean;
}

function Seal({ row, draft, brought, differs, autoFocus }: SealProps) {
  const name = brought ? named(row.object) : objectName(row.object);
  const write = (field: FieldName) => (text: string) =>
    draft.write(fieldOf(row.object, field), text);
  const line = (field: "found" | "place" | "custodian", label: string, first = false) => (
    <Field
      label={label}
      of={name}
      value={row[field]}
      onChange={write(field)}
      name={fieldOf(row.object, field)}
      mono={field === "found"}
      maxLength={field === "found" ? 30 : 60}
      autoFocus={first}
    />
  );
  return (
    <fieldset className={styles["seal"]}>
      <legend>{name}</legend>
      {differs ? <DiffersMark /> : null}
      {line("found", say("custody-check.seals.seal"), autoFocus)}
      <Choice
        label={say("custody-check.seals.condition")}
        of={name}
        value={row.condition}
        onChange={write("condition")}
        options={sealConditions(brought)}
      />
      {line("place", say("custody-check.seals.place"))}
      {line("custodian", say("custody-check.seals.custodian"))}
    </fieldset>
  );
}

/** The entries so far; place and custodian are as last recorded, until they are changed. */
function useRows({ id, view }: CurrentStep): readonly Row[] {
  const draft = useDraft(id);
  return view.sealsWanted.map(({ object, place, custodian }) => ({
    object,
    found: draft.text(fieldOf(object, "found")),
    condition: draft.text(fieldOf(object, "condition")) as Row["condition"],
    place: draft.text(fieldOf(object, "place"), place),
    custodian: draft.text(fieldOf(object, "custodian"), custodian),
  }));
}
