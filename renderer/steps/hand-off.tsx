// Objects change custodian or place: who, where, and who has said so aloud.
import { and, sentence } from "../../electron/text/text.ts";
import { Check, toggled } from "../parts/check.tsx";
import { AcceptRules, useAccepted, useWeighed } from "./accept-rules.tsx";
import { areEnough } from "../parts/deciders.tsx";
import { Field } from "../parts/field.tsx";
import { MainAction } from "../parts/main-action.tsx";
import styles from "./seals-form.module.css";
import { Deviation, useDecidedBy } from "./step-deciders.tsx";
import { Lead, StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";
import { perform } from "../stores/action.ts";
import { useDraft, type Draft } from "../stores/draft.ts";
import { knownSites } from "../stores/sites.ts";
import { named } from "../text/custody.ts";
import { say } from "../text/say.ts";
import type { CurrentStep } from "./current-step.ts";
import {
  areFilled,
  handOffsOf,
  movedIn,
  partiesOf,
  type HandOffRow,
  type Party,
} from "./hand-off-rows.ts";
import { goToScanned } from "./scanned-label.ts";
import type { StepProps } from "./step-row.ts";

const SAID = "said";
const fieldOf = (object: string, field: "to" | "place"): string => `${object} ${field}`;

/** One block per object, one box per person, one button. */
export function HandOffForm({ step }: StepProps) {
  const draft = useDraft(step.id);
  const rows = rowsOf(step, draft);
  const labels = new Map(rows.map(({ object }) => [object, fieldOf(object, "to")]));
  const moved = movedIn(rows);
  const parties = partiesOf(moved);
  const said = parties.map(({ name }) => name).filter((name) => draft.list(SAID).includes(name));
  const decidedBy = useDecidedBy(step);
  const silent = parties.filter(({ name }) => !said.includes(name));
  const why = !areFilled(rows)
    ? say("hand-off.empty")
    : moved.length === 0
      ? say("hand-off.unchanged")
      : silent.some(({ does }) => does.some((one) => one !== "gives"))
        ? say("hand-off.takers")
        : null;
  const isAbsent = why === null && silent.length > 0;
  const handOffs = handOffsOf(moved);
  const { rules, weigh } = useWeighed(
    step.id,
    handOffs.map(({ object, to, place }) => ({ object, seal: "", place, custodian: to })),
  );
  const { deviations, isWhole } = useAccepted(step, rules ?? []);
  const absent = isAbsent
    ? say("hand-off.absent", { names: silent.map(({ name }) => name).join(", ") })
    : null;
  const record = async () => {
    const [accepted] = deviations;
    const input = {
      handOffs,
      said,
      decidedBy: isAbsent || accepted !== undefined ? decidedBy : [],
      ...(accepted === undefined ? {} : { reason: accepted.reason }),
    };
    if (await perform<"hand-off">(step, input)) draft.drop();
  };
  const compare = async () => {
    // Main says what it would make worse; if nothing, there is nothing to accept.
    if (rules !== null || (await weigh())?.length === 0) await record();
  };
  const press = (
    <MainAction
      label={step.words.button}
      ready={why === null && isWhole && (!isAbsent || areEnough(decidedBy))}
      why={why ?? say(isWhole ? "deciders.missing" : "objects.accept.missing")}
      onPress={() => void compare()}
    />
  );
  return (
    <StepFrame step={step} press={press}>
      <Lead step={step} />
      <div onKeyDownCapture={(event) => goToScanned(event, draft, labels)}>
        {rows.map((row, at) => (
          <HandedOn
            key={row.object}
            row={row}
            draft={draft}
            autoFocus={at === 0}
            sites={knownSites(
              step.view,
              rows.map((one) => one.place),
            )}
          />
        ))}
      </div>
      <Parties
        parties={parties}
        said={said}
        onSaid={(name) => draft.writeList(SAID, toggled(draft.list(SAID), name))}
      />
      {rules === null || rules.length === 0 ? (
        <Deviation warning={absent} step={step} />
      ) : (
        <>
          {absent === null ? null : <p className={shared["warning"]}>{absent}</p>}
          <AcceptRules step={step} rules={rules} />
        </>
      )}
    </StepFrame>
  );
}

interface HandedOnProps {
  readonly row: HandOffRow;
  readonly draft: Draft;
  readonly autoFocus: boolean;
  readonly sites: readonly string[];
}

function HandedOn({ row, draft, autoFocus, sites }: HandedOnProps) {
  const { object, custodian, from, to, place } = row;
  const name = named(object);
  const write = (field: "to" | "place") => (text: string) =>
    draft.write(fieldOf(object, field), text);
  return (
    <fieldset className={styles["seal"]}>
      <legend>{name}</legend>
      <p className={styles["until"]}>{say("hand-off.now", { custodian, place: from })}</p>
      <Field
        label={say("hand-off.to")}
        of={name}
        value={to}
        onChange={write("to")}
        name={fieldOf(object, "to")}
        maxLength={60}
        autoFocus={autoFocus}
      />
      <Field
        label={say("hand-off.place")}
        of={name}
        value={place}
        onChange={write("place")}
        name={fieldOf(object, "place")}
        hint={say("objects.custody.places")}
        known={sites}
        maxLength={60}
      />
    </fieldset>
  );
}

interface PartiesProps {
  readonly parties: readonly Party[];
  readonly said: readonly string[];
  readonly onSaid: (name: string) => void;
}

/** Everyone whose word is needed, with a box. */
function Parties({ parties, said, onSaid }: PartiesProps) {
  if (parties.length === 0) return null;
  return (
    <fieldset className={shared["decide"]}>
      <legend className={shared["heading"]}>{say("hand-off.said")}</legend>
      {parties.map(({ name, does }) => (
        <Check key={name} isSelected={said.includes(name)} onChange={() => onSaid(name)}>
          {say("hand-off.party", {
            name,
            does: and(does.map((one) => sentence(`hand-off.verbs.${one}`))),
          })}
        </Check>
      ))}
    </fieldset>
  );
}

/** Custodian and place are unchanged until they are edited. */
const rowsOf = ({ view }: CurrentStep, draft: Draft): readonly HandOffRow[] =>
  view.handOffWanted.map(({ object, custodian, place }) => ({
    object,
    custodian,
    from: place,
    to: draft.text(fieldOf(object, "to"), custodian),
    place: draft.text(fieldOf(object, "place"), place),
  }));
