// The ceremony is opened: who is present, for which HSM, with which key size.
import { useState, type ReactNode } from "react";
import { Button } from "../parts/button.tsx";
import { RoleMark } from "../parts/band.tsx";
import { Check, toggled } from "../parts/check.tsx";
import { Choice } from "../parts/choice.tsx";
import { Field, goToNextField } from "../parts/field.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { OfficerMark } from "../parts/officer-mark.tsx";
import { OfficerCounts } from "./officer-counts.tsx";
import { ReadBack, useSeen } from "./read-back.tsx";
import { StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";
import { perform } from "../stores/action.ts";
import { useDraft, type Draft } from "../stores/draft.ts";
import { roleOf, roleTitle } from "../text/frame.ts";
import { seatOf } from "../text/objects.ts";
import { sizesIn } from "../text/opening.ts";
import { said, say } from "../text/say.ts";
import { isHsmName, isTwice, peopleIn, type OpenForm } from "./open-form.ts";
import styles from "./open.module.css";
import { ALONE, BITS, RENEWED, inputOf, openingIn, rolesOf } from "./opening.ts";
import type { StepProps } from "./step-row.ts";

/** More people than these are in three columns, by their marks, so that nobody scrolls. */
const MANY = 6;

export function OpeningForm({ step }: StepProps) {
  const { view, officers, quorum, words } = step;
  const draft = useDraft(step.id);
  const ceremony = view.open ?? "activation";
  const coming = view.coming ?? { least: officers, most: officers };
  const { form, bits, trouble } = openingIn(view, officers, draft);
  const renews = ceremony === "replacement";
  const makesKeys = renews || ceremony === "activation";
  const [isReading, setReading] = useState(false);
  const open = async () => {
    if (await perform<"open">(step, inputOf({ form, bits }))) draft.drop();
  };
  const isMany = form.names.length > MANY;
  const counts = say("opening.countsRead", { officers, quorum });
  const press = (
    <MainAction
      label={words.button}
      ready={trouble === null}
      why={trouble ?? undefined}
      onPress={() => setReading(true)}
    />
  );
  if (isReading && trouble === null)
    return (
      <Entered
        step={step}
        rows={rowsIn(form, counts, makesKeys ? bits : null)}
        onOpen={() => void open()}>
        <Button kind="second" small onPress={() => setReading(false)}>
          {say("opening.change")}
        </Button>
      </Entered>
    );
  return (
    <StepFrame step={step} press={press}>
      <div className={styles["form"]} data-many={isMany} onKeyDown={goToNextField}>
        <div className={styles["wide"]}>
          <Field
            label={say("opening.hsm")}
            value={form.hsm}
            mono
            maxLength={24}
            onChange={(text) => draft.write("hsm", text)}
            error={form.hsm === "" || isHsmName(form.hsm) ? undefined : say("opening.hsmWrong")}
          />
        </div>
        <div className={styles["counts"]}>
          <OfficerCounts step={step} />
        </div>
        {coming.most === 1 ? (
          <Which officers={officers} had={view.home.partsWaiting} draft={draft} />
        ) : null}
        {renews ? <p className={styles["wide"]}>{say("opening.renewedHint")}</p> : null}
        {form.names.map(({ role }) => (
          <Person key={role} role={role} draft={draft} form={form} renews={renews} brief={isMany} />
        ))}
        {coming.least === coming.most ? null : (
          <p className={styles["wide"]}>{say("opening.absent")}</p>
        )}
        {makesKeys ? (
          <div className={styles["wide"]}>
            <Choice
              label={say("opening.bits")}
              value={bits}
              onChange={(chosen) => draft.write(BITS, chosen)}
              options={sizesIn(view.mode)}
            />
          </div>
        ) : null}
      </div>
      <p className={shared["more"]}>{words.happens}</p>
    </StepFrame>
  );
}

interface WhichProps {
  readonly officers: number;
  /** Seats of those whose part of this attestation is here. */
  readonly had: readonly number[];
  readonly draft: Draft;
}

/** The officer who is present, if one comes alone. */
const Which = ({ officers, had, draft }: WhichProps) => (
  <div className={styles["wide"]}>
    <Choice
      label={say("opening.which")}
      value={draft.text(ALONE)}
      onChange={(chosen) => draft.write(ALONE, chosen)}
      options={rolesOf(officers).map((role) => {
        const title = roleOf(role);
        return {
          value: role,
          label: had.includes(seatOf(role) ?? 0)
            ? say("opening.attested", { officer: title })
            : said(title),
        };
      })}
    />
  </div>
);

interface EnteredProps extends StepProps {
  readonly rows: readonly (readonly [string, string])[];
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** The entries are read back before they become permanent in the record. */
function Entered({ step, rows, onOpen, children }: EnteredProps) {
  const isSeen = useSeen(step.view.confirmMs);
  const press = (
    <MainAction
      label={say("opening.correct")}
      ready={isSeen}
      why={say("opening.readBack")}
      onPress={onOpen}
    />
  );
  return (
    <StepFrame step={step} say={say("opening.say")} press={press}>
      <ReadBack rows={rows} />
      {children}
    </StepFrame>
  );
}

function rowsIn(
  form: OpenForm,
  counts: string,
  bits: string | null,
): readonly (readonly [string, string])[] {
  const renewed = (form.renewed ?? []).map((seat) => say("opening.officer", { seat })).join(", ");
  return [
    [say("opening.hsm"), form.hsm.trim()],
    [say("opening.counts"), counts],
    ...peopleIn(form).map(({ role, name }) => [roleTitle(role), name] as const),
    ...(renewed === "" ? [] : [[say("opening.renewedKeys"), renewed] as const]),
    ...(bits === null ? [] : [[say("opening.bits"), say("opening.bitsRead", { bits })] as const]),
  ];
}

interface PersonProps {
  readonly role: string;
  readonly draft: Draft;
  readonly form: OpenForm;
  readonly renews: boolean;
  /** Its mark alone says whose name it is; the role is read out. */
  readonly brief: boolean;
}

function Person({ role, draft, form, renews, brief }: PersonProps) {
  const seat = seatOf(role);
  const name = form.names.find((person) => person.role === role)?.name ?? "";
  return (
    <div className={styles["person"]}>
      {seat === null ? (
        <RoleMark role={role === "witness" ? "witness" : "administrator"} />
      ) : (
        <OfficerMark seat={seat} silent />
      )}
      <Field
        label={roleTitle(role)}
        hideLabel={brief}
        value={name}
        maxLength={60}
        onChange={(text) => draft.write(role, text)}
        error={isTwice(form.names, role) ? say("opening.same") : undefined}
      />
      {renews && seat !== null ? (
        <div className={styles["renewed"]}>
          <Check
            isSelected={form.renewed?.includes(seat) === true}
            onChange={() => draft.writeList(RENEWED, toggled(draft.list(RENEWED), `${seat}`))}>
            {say("opening.renewed", { seat })}
          </Check>
        </div>
      ) : null}
    </div>
  );
}
