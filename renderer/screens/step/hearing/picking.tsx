// One line is read and its four words are picked; main checks the line, never this window.
import { useState } from "react";
import { Button } from "../../../parts/button.tsx";
import { NothingToPress } from "../../../parts/main-action.tsx";
import { Say } from "../../../parts/say.tsx";
import { Section } from "../../../parts/section.tsx";
import { WordChoices, WordsHeard } from "../../../parts/word-grid.tsx";
import { LINE_WORDS } from "../../../parts/word-picks.ts";
import type { HearingNow } from "../../../steps/current-step.ts";
import type { StepProps } from "../../../steps/step-row.ts";
import { ask } from "../../../stores/action.ts";
import { HEARING } from "../../../text/hearing.ts";
import { STEP } from "../../../text/step-frame.ts";
import styles from "./hearing.module.css";

interface PickingProps extends StepProps {
  readonly hearing: HearingNow;
}

/** The hearing of one line after the other. */
export function Picking({ step, hearing }: PickingProps) {
  const { of, lines, misses } = hearing;
  const isImage = of === "image";
  const line = lines.length + 1;
  return (
    <>
      <Section label={STEP.say}>
        <div className={styles["say"]} aria-live="polite">
          {misses > 0 ? (
            <>
              <Say text={HEARING.notRight(line)} />
              {misses > 1 ? (
                <p className={styles["differs"]}>
                  {isImage ? HEARING.imageDiffersAgain : HEARING.differsAgain}
                </p>
              ) : null}
            </>
          ) : (
            <>
              <Say text={HEARING.sayLine(line)} />
              <p className={styles["rubric"]}>
                {isImage ? HEARING.thenReadImage : HEARING.thenRead}
              </p>
            </>
          )}
        </div>
      </Section>
      <Section label={STEP.do} now grow>
        {/* What was picked for one line does not stay for the next. */}
        <Line key={`${line}-${misses}`} step={step.id} hearing={hearing} line={line} />
      </Section>
      <NothingToPress>{HEARING.keys}</NothingToPress>
    </>
  );
}

interface LineProps {
  readonly step: string;
  readonly hearing: HearingNow;
  readonly line: number;
}

function Line({ step, hearing: { lines, choices, misses, canShow }, line }: LineProps) {
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [checking, setChecking] = useState(false);
  const words = picked.flatMap((place) => choices[place] ?? []);
  const take = async (next: readonly number[]) => {
    setPicked(next);
    if (next.length < LINE_WORDS || picked.length === LINE_WORDS) return;
    setChecking(true);
    await ask("hear", { step, words: next.flatMap((place) => choices[place] ?? []) });
    setChecking(false);
  };
  const full = words.length >= LINE_WORDS;
  return (
    <div className={styles["hear"]}>
      <WordsHeard lines={lines} picked={words} />
      <div>
        <h3 className={styles["which"]}>
          {checking ? HEARING.judging : full ? HEARING.full : HEARING.which(words.length + 1)}
        </h3>
        <WordChoices
          choices={choices}
          picked={picked}
          isDisabled={checking}
          onPicked={(next) => void take(next)}
        />
      </div>
      <div className={styles["tally"]}>
        <p>
          <b>{HEARING.heard(lines.length * LINE_WORDS + words.length)}</b>
          <span>{` ${HEARING.howWrong}`}</span>
        </p>
        <div className={styles["buttons"]}>
          <Button kind="second" small onPress={() => setPicked([])}>
            {HEARING.again(line)}
          </Button>
          {canShow || lines.length > 0 || misses > 0 ? (
            <Button kind="second" small onPress={() => void ask("rehear", { step })}>
              {canShow ? HEARING.showAgain : HEARING.fromStart}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
