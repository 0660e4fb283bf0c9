// One line is read and its four words are picked; main checks the line, never this window.
import { useState } from "react";
import type { WindowView } from "../../electron/bridge/view.ts";
import { Button } from "../parts/button.tsx";
import { NothingToPress } from "../parts/main-action.tsx";
import { Say } from "../parts/say.tsx";
import { Section } from "../parts/section.tsx";
import { WordChoices, WordsHeard } from "../parts/word-grid.tsx";
import { LINE_WORDS } from "../parts/word-picks.ts";
import type { HearingNow } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { ask } from "../stores/action.ts";
import { say } from "../text/say.ts";
import styles from "./hearing.module.css";

interface PickingProps extends StepProps {
  readonly hearing: HearingNow;
}

/** The hearing of one line after the other. */
export function Picking({ step, hearing }: PickingProps) {
  const { of, lines, misses } = hearing;
  const isImage = of === "image";
  const line = lines.length + 1;
  const [tried, setTried] = useState<readonly string[]>([]);
  return (
    <>
      <Section label={say("step-frame.step.say")}>
        <div className={styles["say"]} aria-live="polite">
          {misses > 0 ? (
            <>
              <Say text={say("hearing.notRight", { line })} />
              {misses > 1 ? (
                <p className={styles["differs"]}>
                  {isImage ? say("hearing.imageDiffersAgain") : say("hearing.differsAgain")}
                </p>
              ) : null}
            </>
          ) : (
            <>
              <Say text={say("hearing.sayLine", { line })} />
              <p className={styles["rubric"]}>
                {isImage ? say("hearing.thenReadImage") : say("hearing.thenRead")}
              </p>
            </>
          )}
        </div>
      </Section>
      <Section label={say("step-frame.step.do")} now grow>
        {/* Picks for one line must not carry over to the next. */}
        <Line
          key={`${line}-${misses}`}
          step={step.id}
          crew={step.view.crew}
          hearing={hearing}
          line={line}
          wrong={misses > 0 ? tried : []}
          onFull={setTried}
        />
      </Section>
      <NothingToPress>{say("hearing.keys")}</NothingToPress>
    </>
  );
}

interface LineProps {
  readonly step: string;
  /** Of a rehearsal: it has copied the words where a person has not. */
  readonly crew: WindowView["crew"];
  readonly hearing: HearingNow;
  readonly line: number;
  /** What was heard for it last, if that was wrong. */
  readonly wrong: readonly string[];
  readonly onFull: (words: readonly string[]) => void;
}

/** The crew goes through the words, from the first line on, and ends the step for everyone. */
async function heardByCrew(
  step: string,
  { seats, pace }: NonNullable<WindowView["crew"]>,
): Promise<void> {
  if (await ask("rehear", { step })) await ask("crew", { seats: [...seats], to: "step", pace });
}

function Line({ step, crew, hearing, line, wrong, onFull }: LineProps) {
  const { lines, choices, misses, canShow } = hearing;
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [checking, setChecking] = useState(false);
  const words = picked.flatMap((place) => choices[place] ?? []);
  const take = async (next: readonly number[]) => {
    setPicked(next);
    if (next.length < LINE_WORDS || picked.length === LINE_WORDS) return;
    setChecking(true);
    const heard = next.flatMap((place) => choices[place] ?? []);
    onFull(heard);
    await ask("hear", { step, words: heard });
    setChecking(false);
  };
  const full = words.length >= LINE_WORDS;
  return (
    <div className={styles["hear"]}>
      <WordsHeard lines={lines} picked={words} wrong={wrong} />
      <div>
        <h3 className={styles["which"]}>
          {checking
            ? say("hearing.judging")
            : full
              ? say("hearing.full")
              : say("hearing.which", { word: words.length + 1 })}
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
          <b>{say("hearing.heard", { words: lines.length * LINE_WORDS + words.length })}</b>{" "}
          <span>{say("hearing.howWrong")}</span>
        </p>
        <div className={styles["buttons"]}>
          {crew === null ? null : (
            <Button kind="second" small onPress={() => void heardByCrew(step, crew)}>
              {say("crew.hearForMe")}
            </Button>
          )}
          <Button kind="second" small onPress={() => setPicked([])}>
            {say("hearing.again", { line })}
          </Button>
          {canShow || lines.length > 0 || misses > 0 ? (
            <Button kind="second" small onPress={() => void ask("rehear", { step })}>
              {canShow ? say("hearing.showAgain") : say("hearing.fromStart")}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  );
}
