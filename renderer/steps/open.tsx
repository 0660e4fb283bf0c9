// The ceremony is opened: who is present, for which HSM, with which key size.
import { useState, type ReactNode } from "react";
import { Button } from "../parts/button.tsx";
import { RoleMark } from "../parts/band.tsx";
import { Check, toggled } from "../parts/check.tsx";
import { Choice } from "../parts/choice.tsx";
import { Field, goToNextField } from "../parts/field.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { OfficerMark } from "../parts/officer-mark.tsx";
import { AcceptRules } from "./accept-rules.tsx";
import { OfficerCounts } from "./officer-counts.tsx";
import { ReadBack, useSeen } from "./read-back.tsx";
import { StepFrame } from "./step-frame.tsx";
import shared from "./step.module.css";
import { perform } from "../stores/action.ts";
import { useDraft, type Draft } from "../stores/draft.ts";
import { roleOf, roleTitle } from "../text/frame.ts";
import { list } from "../../electron/text/text.ts";
import { seatOf } from "../text/objects.ts";
import { sizesIn } from "../text/opening.ts";
import { said, say } from "../text/say.ts";
import {
  changesIn,
  isHsmName,
  isTwice,
  peopleIn,
  type Before,
  type OpenForm,
} from "./open-form.ts";
import styles from "./open.module.css";
import { ALONE, BITS, RENEWED, inputOf, openingIn, rolesOf, type Opening } from "./opening.ts";
import type { StepProps } from "./step-row.ts";

/** More people than these are in three columns, by their marks, so that nobody scrolls. */
const MANY = 6;

export function OpeningForm({ step }: StepProps) {
  const { view, officers, quorum, words } = step;
  const draft = useDraft(step.id);
  const coming = view.coming ?? { least: officers, most: officers };
  const { form, before, bits, trouble, deviations } = openingIn(view, step, draft);
  const rules = view.countsWanted;
  const isAccepted = deviations.length === rules.length;
  const makesKeys = before !== undefined || (view.open ?? "activation") === "activation";
  const [page, setPage] = useState<"form" | "accept" | "read">("form");
  const open = async () => {
    if (await perform<"open">(step, inputOf({ form, bits, deviations }))) draft.drop();
  };
  const isMany = form.names.length > MANY;
  const counts = say("opening.countsRead", { officers, quorum });
  const press = (
    <MainAction
      label={words.button}
      ready={trouble === null}
      why={trouble ?? undefined}
      onPress={() => setPage(rules.length === 0 ? "read" : "accept")}
    />
  );
  const change = (
    <Button kind="second" small onPress={() => setPage("form")}>
      {say("opening.change")}
    </Button>
  );
  if (page === "accept" && trouble === null)
    return (
      <Accepting step={step} form={form} isWhole={isAccepted} onDone={() => setPage("read")}>
        {change}
      </Accepting>
    );
  if (page === "read" && trouble === null && isAccepted)
    return (
      <Entered
        step={step}
        rows={[
          ...rowsIn(form, before, counts, makesKeys ? bits : null),
          ...deviations.map((one) => acceptedRow(form, one)),
        ]}
        onOpen={() => void open()}>
        {change}
      </Entered>
    );
  return (
    <StepFrame step={step} press={press}>
      <div className={styles["form"]} data-many={isMany} onKeyDownCapture={goToNextField}>
        <div className={styles["first"]}>
          <div>
            <Field
              label={say("opening.hsm")}
              value={form.hsm}
              mono
              maxLength={24}
              onChange={(text) => draft.write("hsm", text)}
              error={form.hsm === "" || isHsmName(form.hsm) ? undefined : say("opening.hsmWrong")}
            />
          </div>
          {makesKeys ? (
            <Choice
              label={say("opening.bits")}
              value={bits}
              onChange={(chosen) => draft.write(BITS, chosen)}
              options={sizesIn(view.mode, isMany)}
              narrow={isMany}
            />
          ) : null}
        </div>
        <div className={styles["counts"]}>
          <OfficerCounts step={step} />
        </div>
        {coming.most === 1 ? (
          <Which officers={officers} had={view.home.partsWaiting} draft={draft} />
        ) : null}
        {before === undefined || isMany ? null : (
          <p className={styles["wide"]}>{say("opening.renewedHint")}</p>
        )}
        {form.names.map(({ role }) => (
          <Person key={role} role={role} draft={draft} form={form} before={before} brief={isMany} />
        ))}
        {before === undefined ? null : (
          <Changed draft={draft} form={form} before={before} brief={isMany} />
        )}
        {coming.least === coming.most ? null : (
          <p className={styles["wide"]}>{say("opening.absent")}</p>
        )}
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

interface AcceptingProps extends StepProps {
  readonly form: OpenForm;
  readonly isWhole: boolean;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Two people accept what these numbers of officers mean, before it is read back. */
function Accepting({ step, form, isWhole, onDone, children }: AcceptingProps) {
  const press = (
    <MainAction
      label={step.words.button}
      ready={isWhole}
      why={say("objects.accept.missing")}
      onPress={onDone}
    />
  );
  return (
    <StepFrame step={step} say={say("opening.acceptSay")} press={press}>
      <AcceptRules
        step={step}
        rules={step.view.countsWanted}
        intro={say("opening.acceptIntro")}
        people={peopleIn(form)}
      />
      {children}
    </StepFrame>
  );
}

/** Who accepted what, and why. */
function acceptedRow(
  form: OpenForm,
  { rule, reason, decidedBy }: Opening["deviations"][number],
): readonly [string, string] {
  const who = peopleIn(form).filter(({ role }) => decidedBy.includes(role));
  const names = list(who.map(({ name }) => name));
  return [say(`opening.accepted.${rule}`), say("opening.acceptedBy", { names, reason })];
}

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

/** Who stays, comes and leaves, each with a label; only those whom there are, `brief`: and change. */
const changeRows = (
  form: OpenForm,
  before: Before,
  brief: boolean,
): readonly (readonly [string, string])[] => {
  const changes = changesIn(form, before);
  return (["stay", "renew", "come", "leave"] as const).flatMap((change) =>
    changes[change].length === 0 || (brief && change === "stay")
      ? []
      : [[say(`opening.change.${change}`), said(list(changes[change]))] as const],
  );
};

function rowsIn(
  form: OpenForm,
  before: Before | undefined,
  counts: string,
  bits: string | null,
): readonly (readonly [string, string])[] {
  const renewed = (form.renewed ?? []).map((seat) => say("opening.officer", { seat })).join(", ");
  return [
    [say("opening.hsm"), form.hsm.trim()],
    [say("opening.counts"), counts],
    ...peopleIn(form).map(({ role, name }) => [roleTitle(role), name] as const),
    ...(renewed === "" ? [] : [[say("opening.renewedKeys"), renewed] as const]),
    ...(before === undefined ? [] : changeRows(form, before, false)),
    ...(bits === null ? [] : [[say("opening.bits"), say("opening.bitsRead", { bits })] as const]),
  ];
}

interface PersonProps {
  readonly role: string;
  readonly draft: Draft;
  readonly form: OpenForm;
  /** Those of before, if keys are replaced. */
  readonly before: Before | undefined;
  /** Its mark alone says whose name it is; the role is read out. */
  readonly brief: boolean;
}

function Person({ role, draft, form, before, brief }: PersonProps) {
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
      {before === undefined || seat === null || brief ? null : (
        <div className={styles["renewed"]}>
          {seat > before.names.length ? (
            say("opening.newSeat")
          ) : (
            <NewKey seat={seat} form={form} draft={draft}>
              {say("opening.renewed", { seat })}
            </NewKey>
          )}
        </div>
      )}
    </div>
  );
}

interface ChangedProps {
  readonly draft: Draft;
  readonly form: OpenForm;
  readonly before: Before;
  /** The boxes are here in one row, by their marks. */
  readonly brief: boolean;
}

/** What the renewal means for people. */
const Changed = ({ draft, form, before, brief }: ChangedProps) => (
  <div className={styles["wide"]}>
    {brief ? (
      <div role="group" aria-label={say("opening.newKeys")} className={styles["keys"]}>
        <p>
          <b>{say("opening.newKeys")}</b>
        </p>
        {form.names.flatMap(({ role }) => {
          const seat = seatOf(role) ?? 0;
          return seat < 1 || seat > before.names.length
            ? []
            : [<BriefKey key={role} {...{ seat, form, draft }} />];
        })}
      </div>
    ) : null}
    <div role="status">
      {changeRows(form, before, brief).map(([label, names]) => (
        <p key={label}>
          <b>{label}</b> {names}
        </p>
      ))}
    </div>
  </div>
);

interface KeyProps {
  readonly seat: number;
  readonly form: OpenForm;
  readonly draft: Draft;
}

/** Whether the officer gets a new key. */
const NewKey = ({ seat, form, draft, children }: KeyProps & { readonly children: ReactNode }) => (
  <Check
    isSelected={form.renewed?.includes(seat) === true}
    onChange={() => draft.writeList(RENEWED, toggled(draft.list(RENEWED), `${seat}`))}>
    {children}
  </Check>
);

/** The same by the officer's mark; its words are read out. */
const BriefKey = (props: KeyProps) => (
  <NewKey {...props}>
    <OfficerMark seat={props.seat} silent />
    <span className={styles["heard"]}>{say("opening.renewed", { seat: props.seat })}</span>
  </NewKey>
);
