// Opens a ceremony: who is in the room, for which HSM, with keys of which size.
import { useState } from "react";
import { Check } from "../../../parts/check.tsx";
import { Choice } from "../../../parts/choice.tsx";
import { Field } from "../../../parts/field.tsx";
import { MainAction } from "../../../parts/main-action.tsx";
import { OfficerMark } from "../../../parts/officer-mark.tsx";
import { RoleMark } from "../../../parts/band.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { ask } from "../../../stores/action.ts";
import { dropDrafts, setDraft, useDrafts } from "../../../stores/draft.ts";
import { roleTitle } from "../../../text/frame.ts";
import { OPENING, sizesIn } from "../../../text/opening.ts";
import { STEP } from "../../../text/step-frame.ts";
import { STEPS } from "../../../text/steps.ts";
import { RecordPart } from "../record-part.tsx";
import { seatOfRole, type Scene } from "../scene.ts";
import { goToNextField } from "../next-field.ts";
import shared from "../step.module.css";
import { isHsmName, isTwice, openTrouble, peopleIn, type OpenForm } from "./open-form.ts";
import styles from "./opening.module.css";

const DRAFT = "open.";
const RENEWED = `${DRAFT}renewed`;

/** The form. */
export function Opening({ scene }: { readonly scene: Scene }) {
  const { room, officers } = scene;
  const ceremony = room.open ?? "activation";
  const coming = room.home.coming[ceremony];
  const [alone, setAlone] = useState("");
  const form = useForm(scene, coming.most === 1 ? [alone] : seatsOf(coming.most));
  const [bits, setBits] = useState<string>(String(room.bits));
  const renews = ceremony === "replacement";
  const makesKeys = renews || ceremony === "activation";
  const trouble = openTrouble(form, { officers, ...coming, renews });
  const open = async () => {
    const people = peopleIn(form).map(({ role, name }) => ({ role, name }));
    const opened = await ask("open", {
      hsm: form.hsm.trim(), bits: bitsOf(bits), people, renewed: [...form.renewed ?? []],
    });
    if (opened) dropDrafts(DRAFT);
  };
  return (
    <>
      <Section label={STEP.say}><Say text={scene.say} /></Section>
      <Section label={STEP.do} now grow>
        <div className={styles["form"]} onKeyDown={goToNextField}>
          <div className={styles["wide"]}>
            <Field
              label={OPENING.hsm} value={form.hsm} mono maxLength={24}
              onChange={(text) => { setDraft(`${DRAFT}hsm`, text); }}
              error={form.hsm === "" || isHsmName(form.hsm) ? undefined : OPENING.hsmWrong}
            />
          </div>
          {coming.most !== 1 ? null : (
            <div className={styles["wide"]}>
              <Choice
                label={OPENING.which} value={alone} onChange={setAlone}
                options={seatsOf(officers).map((seat) =>
                  ({ value: seat, label: roleTitle(seat) }))}
              />
            </div>
          )}
          {renews ? <p className={styles["wide"]}>{OPENING.renewedHint}</p> : null}
          {form.names.map(({ role }) => (
            <Person key={role} role={role} form={form} renews={renews} />
          ))}
          {coming.least === coming.most ? null
            : <p className={styles["wide"]}>{OPENING.absent}</p>}
          {makesKeys ? (
            <div className={styles["wide"]}>
              <Choice
                label={OPENING.bits} value={bits} onChange={setBits} options={sizesIn(room.mode)}
              />
            </div>
          ) : null}
        </div>
        <p className={shared["more"]}>{STEPS.open.happens}</p>
      </Section>
      <RecordPart scene={scene} />
      <MainAction
        label={STEPS.open.button} ready={trouble === null} why={trouble ?? undefined}
        onPress={() => { void open(); }}
      />
    </>
  );
}

interface PersonProps {
  readonly role: string;
  readonly form: OpenForm;
  readonly renews: boolean;
}

function Person({ role, form, renews }: PersonProps) {
  const seat = seatOfRole(role);
  const name = form.names.find((person) => person.role === role)?.name ?? "";
  return (
    <div className={styles["person"]}>
      {seat === null
        ? <RoleMark role={role === "witness" ? "witness" : "administrator"} />
        : <OfficerMark seat={seat} silent />}
      <Field
        label={roleTitle(role)} value={name} maxLength={60}
        onChange={(text) => { setDraft(DRAFT + role, text); }}
        error={isTwice(form.names, role) ? OPENING.same : undefined}
      />
      {renews && seat !== null ? <Renewed seat={seat} renewed={form.renewed ?? []} /> : null}
    </div>
  );
}

interface RenewedProps {
  readonly seat: number;
  readonly renewed: readonly number[];
}

/** Whether this officer's key is made anew. */
function Renewed({ seat, renewed }: RenewedProps) {
  const tick = (isSelected: boolean) => {
    const others = renewed.filter((one) => one !== seat);
    setDraft(RENEWED, [...others, ...(isSelected ? [seat] : [])].sort().join(" "));
  };
  return (
    <div className={styles["renewed"]}>
      <Check isSelected={renewed.includes(seat)} onChange={tick}>{OPENING.renewed(seat)}</Check>
    </div>
  );
}

/** What is written so far; what is not touched is as proposed. */
function useForm({ room }: Scene, officers: readonly string[]): OpenForm {
  const drafts = useDrafts();
  const proposed = (role: string): string =>
    room.home.proposedPeople.find((person) => person.role === role)?.name ?? "";
  return {
    renewed: (drafts[RENEWED] ?? "").split(" ").filter(Boolean).map(Number),
    hsm: drafts[`${DRAFT}hsm`] ?? room.home.proposedHsm,
    names: ["administrator", "witness", ...officers].filter(Boolean).map((role) =>
      ({ role, name: drafts[DRAFT + role] ?? proposed(role) })),
  };
}

const seatsOf = (officers: number): readonly string[] =>
  Array.from({ length: officers }, (_, i) => `officer-${i + 1}`);

const bitsOf = (text: string): 2048 | 3072 | 4096 =>
  text === "2048" ? 2048 : text === "3072" ? 3072 : 4096;
