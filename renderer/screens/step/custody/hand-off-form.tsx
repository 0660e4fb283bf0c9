// Objects go to another custodian or place: who, where, and who has said so aloud.
import { Check } from "../../../parts/check.tsx";
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { dropDrafts, setDraft, useDrafts } from "../../../stores/draft.ts";
import { named } from "../../../text/custody.ts";
import { DECIDERS } from "../../../text/deciders.ts";
import { HAND_OFF } from "../../../text/hand-off.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { areEnough, Deviation, useDeciders } from "../deciders.tsx";
import { goToNextField } from "../next-field.ts";
import { RecordPart } from "../record-part.tsx";
import type { Scene } from "../scene.ts";
import shared from "../step.module.css";
import {
  areFilled, handOffsOf, movedIn, partiesOf, type HandOffRow, type Party,
} from "./hand-off-rows.ts";
import styles from "./seals-form.module.css";

const draftOf = (step: string, of: string, field: "to" | "place" | "said"): string =>
  `hand-off.${step}.${of}.${field}`;

/** One block an object, one box a person, one button. */
export function HandOffForm({ scene }: { readonly scene: Scene }) {
  const { stop: { id } } = scene;
  const rows = useRows(scene);
  const moved = movedIn(rows);
  const parties = partiesOf(moved);
  const said = useSaid(scene, parties);
  const decidedBy = useDeciders(scene);
  const silent = parties.filter(({ name }) => !said.includes(name));
  const why = !areFilled(rows) ? HAND_OFF.empty : moved.length === 0 ? HAND_OFF.unchanged
    : silent.some(({ does }) => does.some((one) => one !== "gives")) ? HAND_OFF.takers : null;
  const isAbsent = why === null && silent.length > 0;
  const absent = isAbsent ? HAND_OFF.absent(silent.map(({ name }) => name).join(", ")) : null;
  const record = async () => {
    const request = {
      step: id, handOffs: handOffsOf(moved), said: [...said],
      decidedBy: isAbsent ? [...decidedBy] : [],
    };
    if (await ask("handOff", request)) dropDrafts(`hand-off.${id}.`);
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <p className={shared["lead"]}>{STEPS["hand-off"].happens}</p>
        <div onKeyDown={goToNextField}>
          {rows.map((row, at) => (
            <HandedOn key={row.object} row={row} step={id} autoFocus={at === 0} />
          ))}
        </div>
        <Parties parties={parties} said={said} step={id} />
        <Deviation warning={absent} scene={scene} />
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS["hand-off"].button}
        ready={why === null && (!isAbsent || areEnough(decidedBy))}
        why={why ?? DECIDERS.missing} onPress={() => { void record(); }}
      />
    </>
  );
}

interface HandedOnProps {
  readonly row: HandOffRow;
  readonly step: string;
  readonly autoFocus: boolean;
}

function HandedOn({ row: { object, custodian, from, to, place }, step, autoFocus }: HandedOnProps) {
  const name = named(object);
  const write = (field: "to" | "place") => (text: string) => {
    setDraft(draftOf(step, object, field), text);
  };
  return (
    <fieldset className={styles["seal"]}>
      <legend>{name}</legend>
      <p className={styles["until"]}>{HAND_OFF.now(custodian, from)}</p>
      <Field
        label={HAND_OFF.to} of={name} value={to} onChange={write("to")} maxLength={60}
        autoFocus={autoFocus}
      />
      <Field
        label={HAND_OFF.place} of={name} value={place} onChange={write("place")} maxLength={60}
      />
    </fieldset>
  );
}

interface PartiesProps {
  readonly parties: readonly Party[];
  readonly said: readonly string[];
  readonly step: string;
}

/** Everybody whose word is needed, with a box. */
function Parties({ parties, said, step }: PartiesProps) {
  if (parties.length === 0) return null;
  return (
    <fieldset className={shared["decide"]}>
      <legend className={shared["heading"]}>{HAND_OFF.said}</legend>
      {parties.map((party) => (
        <Check
          key={party.name} isSelected={said.includes(party.name)}
          onChange={(isSelected) => {
            setDraft(draftOf(step, party.name, "said"), isSelected ? "yes" : "");
          }}
        >
          {partyLine(party)}
        </Check>
      ))}
    </fieldset>
  );
}

const partyLine = ({ name, does }: Party): string =>
  `${name} ${does.map((one) => HAND_OFF.verbs[one]).join(", and ")}`;

/** The names that are ticked. */
function useSaid({ stop }: Scene, parties: readonly Party[]): readonly string[] {
  const drafts = useDrafts();
  return parties.map(({ name }) => name)
    .filter((name) => (drafts[draftOf(stop.id, name, "said")] ?? "") !== "");
}

/** Custodian and place are as they are, until they are changed. */
function useRows({ room, stop }: Scene): readonly HandOffRow[] {
  const drafts = useDrafts();
  return room.handOffWanted.map(({ object, custodian, place }) => ({
    object, custodian, from: place,
    to: drafts[draftOf(stop.id, object, "to")] ?? custodian,
    place: drafts[draftOf(stop.id, object, "place")] ?? place,
  }));
}
