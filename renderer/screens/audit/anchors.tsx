// The anchors of a record that came another way: the head that was read aloud, and the officers' cards.
import type { ReactNode } from "react";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Told, type Outcome } from "../../parts/told.tsx";
import { said, say } from "../../text/say.ts";
import styles from "./anchors.module.css";

/** As typed; one card per line. */
export interface Entered {
  readonly head: string;
  readonly cards: string;
}

export const NOTHING_ENTERED: Entered = { head: "", cards: "" };

const [HEAD_FORM, CARD_FORM] = ["E-HEAD-FORM", "E-SIGNER-FORM"];

/** Whether the entered text is malformed: then no record was refused. */
export const isOfForm = (code: string): boolean => code === HEAD_FORM || code === CARD_FORM;

interface AnchorsProps {
  readonly entered: Entered;
  readonly onEnter: (entered: Entered) => void;
  readonly onCompare: () => void;
  readonly isBusy: boolean;
  /** Of the last comparison. */
  readonly outcome: Outcome | null;
  /** What else it is compared with. */
  readonly children: ReactNode;
}

/** Two fields, each with its error below. */
export function Anchors({ entered, onEnter, onCompare, isBusy, outcome, children }: AnchorsProps) {
  const fault = outcome?.fault ?? null;
  const errorOf = (form: string | undefined) =>
    fault !== null && fault.code === form ? said(fault.message) : undefined;
  return (
    <section className={styles["anchors"]}>
      <h3>{say("audit.compareTitle")}</h3>
      <Field
        onEnter={onCompare}
        label={say("audit.readAloud")}
        hint={say("audit.readAloudHint")}
        lines={2}
        maxLength={600}
        value={entered.head}
        error={errorOf(HEAD_FORM)}
        onChange={(head) => onEnter({ ...entered, head })}
      />
      <Field
        label={say("audit.cards")}
        hint={say("audit.cardsHint")}
        lines={4}
        maxLength={4000}
        value={entered.cards}
        error={errorOf(CARD_FORM)}
        onChange={(cards) => onEnter({ ...entered, cards })}
      />
      <Button kind="second" small isBusy={isBusy} onPress={onCompare}>
        {say("audit.compare")}
      </Button>
      <Told outcome={fault !== null && isOfForm(fault.code) ? null : outcome} />
      {children}
    </section>
  );
}
