// A step that was performed: the other person sees what was recorded of it, and confirms.
import { useEffect, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { MainAction } from "../../parts/main-action.tsx";
import { Section } from "../../parts/section.tsx";
import { ask } from "../../stores/action.ts";
import { nameOf } from "../../stores/people.ts";
import { setSheet } from "../../stores/sheet.ts";
import { EVIDENCE } from "../../text/evidence.ts";
import { ledgerSentence, type LedgerLine } from "../../text/ledger.ts";
import { CONFIRM } from "../../text/running.ts";
import { STEP } from "../../text/step-frame.ts";
import { stepHeading, stepTitle } from "../../text/titles.ts";
import { SeenDifferences } from "./differences.tsx";
import { Found } from "./preflight/after.tsx";
import type { Scene } from "./scene.ts";
import { WordsOnPaper } from "./sign-act.tsx";
import styles from "./step.module.css";

const SEEN_MS = 1200;

/**
 * Who confirms presses here. The button is not ready at once, and does not take the focus: a second
 * press of whoever did the step must not be the other person's.
 */
export function Confirm({ scene }: { readonly scene: Scene }) {
  const { room, stop, by, confirm } = scene;
  const [isSeen, setSeen] = useState(false);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const differences = stop.kind === "open" ? room.ceremony?.differences ?? [] : [];
  useEffect(() => {
    const timer = setTimeout(() => { setSeen(true); }, SEEN_MS);
    return () => { clearTimeout(timer); };
  }, []);
  return (
    <>
      <Section label={STEP.do} now grow>
        <p className={styles["lead"]}>{CONFIRM.lead(stepHeading(stop), nameOf(room, by))}</p>
        {stop.kind === "hand-over" ? <p className={styles["warning"]}>{CONFIRM.close}</p> : null}
        {stop.kind === "take-over" ? <p className={styles["lead"]}>{CONFIRM.arrived}</p> : null}
        {stop.kind !== "open" || room.ceremony?.continues !== true ? null
          : <SeenDifferences differences={differences} seen={ticked} onSeen={setTicked} />}
        <Found scene={scene} />
        {stop.kind === "sign-act" ? <WordsOnPaper scene={scene} /> : null}
        <Recorded scene={scene} />
        <div className={styles["more"]}>
          <Button kind="second" small onPress={() => { setSheet("said-no"); }}>{CONFIRM.no}</Button>
        </div>
      </Section>
      <Section label={STEP.record}>
        <dl className={styles["facts"]}>
          <dt>{CONFIRM.record}</dt>
          <dd>{CONFIRM.recordLine(confirm)}</dd>
        </dl>
        <p>{CONFIRM.power}</p>
      </Section>
      <MainAction
        label={CONFIRM.button(confirm)} ready={isSeen && ticked.length === differences.length}
        why={isSeen ? EVIDENCE.tick : CONFIRM.readFirst}
        onPress={() => { void ask("confirm", { step: stop.id }); }}
      />
    </>
  );
}

/** What the record holds of this step so far, since it last began. */
function Recorded({ scene: { room, stop } }: { readonly scene: Scene }) {
  const lines = linesOf(room.ceremony?.ledger ?? [], stop.id);
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>{CONFIRM.recorded}</h3>
      <ul className={styles["told"]}>
        {lines.map((line) => (
          <li key={line.seq}>{ledgerSentence(line, () => stepTitle(stop))}</li>
        ))}
      </ul>
    </div>
  );
}

function linesOf(ledger: readonly LedgerLine[], step: string): readonly LedgerLine[] {
  const began = ledger.findLastIndex(({ type, facts }) =>
    ["step-began", "taken-over"].includes(type) && facts["step"] === step);
  return ledger.slice(Math.max(0, began));
}
