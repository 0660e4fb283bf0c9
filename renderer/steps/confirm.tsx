// A performed step: the other person sees what was recorded of it, and confirms.
import { useState } from "react";
import { Button } from "../parts/button.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { Section } from "../parts/section.tsx";
import type { CurrentStep } from "./current-step.ts";
import type { StepProps, StepRow } from "./step-row.ts";
import { ask } from "../stores/action.ts";
import { nameOf } from "../stores/people.ts";
import { setSheet } from "../stores/sheet.ts";
import { ledgerSentence, type LedgerLine } from "../text/ledger.ts";
import { roleInText, roleOf } from "../text/frame.ts";
import { say } from "../text/say.ts";
import { titleIn } from "../stores/timetable.ts";
import { useSeen } from "./read-back.tsx";
import styles from "./step.module.css";

/**
 * The button of the person who confirms. It is not ready at once and does not take the focus, so
 * that the performer's double press cannot confirm.
 */
export function Confirm({ step, row }: StepProps & { readonly row: StepRow }) {
  const { view, id, title, by, confirm } = step;
  const isSeen = useSeen(view.confirmMs);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const isTicked = (row.mustTick?.(view) ?? []).every((line) => ticked.includes(line));
  return (
    <>
      <Section label={say("step-frame.step.do")} now grow>
        <p className={styles["lead"]}>
          {say("running.confirm.lead", { title, doer: nameOf(view, by) })}
        </p>
        {row.Confirm === undefined ? null : (
          <row.Confirm step={step} ticked={ticked} onTicked={setTicked} />
        )}
        <Recorded step={step} />
        <div className={styles["more"]}>
          <Button kind="second" small onPress={() => setSheet("said-no")}>
            {say("running.confirm.no")}
          </Button>
        </div>
      </Section>
      <Section label={say("step-frame.step.record")}>
        <dl className={styles["facts"]}>
          <dt>{say("running.confirm.record")}</dt>
          <dd>{say("running.confirm.recordLine", { role: roleInText(confirm) })}</dd>
        </dl>
        <p>{say("running.confirm.power")}</p>
      </Section>
      <MainAction
        label={say("running.confirm.button", { role: roleOf(confirm) })}
        ready={isSeen && isTicked}
        why={isSeen ? say("evidence.tick") : say("running.confirm.readFirst")}
        onPress={() => void ask("confirm", { step: id })}
      />
    </>
  );
}

/** The record's entries for this step since it last began. */
export function Recorded({
  step: { view, id },
}: {
  readonly step: Pick<CurrentStep, "view" | "id">;
}) {
  const { ceremony } = view;
  const lines = linesOf(ceremony?.ledger ?? [], id);
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>{say("running.confirm.recorded")}</h3>
      <ul className={styles["told"]}>
        {lines.map((line) => (
          <li key={line.seq}>
            {ledgerSentence(line, (of) => (ceremony === null ? of : titleIn(ceremony, of)))}
          </li>
        ))}
      </ul>
    </div>
  );
}

const ENDS: readonly string[] = ["step-done", "handed-over", "taken-over"];

function linesOf(ledger: readonly LedgerLine[], step: string): readonly LedgerLine[] {
  const isOf = ({ facts }: LedgerLine): boolean => "step" in facts && facts.step === step;
  const from = ledger.findLastIndex(
    (line) => (line.type === "step-began" || line.type === "taken-over") && isOf(line),
  );
  const lines = ledger.slice(Math.max(0, from));
  const end = lines.findLastIndex((line) => ENDS.includes(line.type) && isOf(line));
  return end < 0 ? lines : lines.slice(0, end + 1);
}
