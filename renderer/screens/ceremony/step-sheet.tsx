// A step of the timetable that is not the current one: what was done, or what will be. Only read.
import { useEffect, useState } from "react";
import type { ReplyOf } from "../../../electron/bridge/contract.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { list, sentence } from "../../../electron/text/text.ts";
import { Band } from "../../parts/band.tsx";
import { Button } from "../../parts/button.tsx";
import { Say } from "../../parts/say.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Section } from "../../parts/section.tsx";
import { Recorded } from "../../steps/confirm.tsx";
import { answerQuietly, ask } from "../../stores/action.ts";
import { nameOf } from "../../stores/people.ts";
import { setSheet, useSheetStep } from "../../stores/sheet.ts";
import { numberOf, stepIn } from "../../stores/timetable.ts";
import { roleTitle, typeset } from "../../text/frame.ts";
import { seatOf } from "../../text/objects.ts";
import { said, say } from "../../text/say.ts";
import { wordsOf } from "../../text/step-words.ts";
import { clockTime } from "../../text/times.ts";
import { Sheet } from "./sheet.tsx";
import styles from "./step-sheet.module.css";

interface StepSheetProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

/** The sheet. Its buttons lead to the steps before and after. */
export function StepSheet({ view, onClose }: StepSheetProps) {
  const id = useSheetStep();
  const [script, setScript] = useState<ReplyOf<"step"> | null>(null);
  useEffect(() => {
    void answerQuietly("step", { step: id }).then(setScript);
  }, [id]);
  const { ceremony, crew, activity } = view;
  const step = ceremony === null ? undefined : stepIn(ceremony, id);
  if (ceremony === null || step === undefined) return null;
  const all = ceremony.acts.flatMap((act) => act.steps);
  const at = all.indexOf(step);
  const now = all.findIndex((one) => one.id === ceremony.step?.id);
  const title = said(list([numberOf(ceremony, id), step.title], " "));
  return (
    <Sheet title={typeset(title)} intro={whenLine(step)} onClose={onClose}>
      <Scroller label={say("frame.step")} className={styles["step"]}>
        {script === null || script.id !== id ? null : <Script view={view} script={script} />}
        {step.doneAt === null ? null : (
          <Section label={say("step-frame.step.record")}>
            <Recorded step={{ view, id }} />
          </Section>
        )}
      </Scroller>
      <div className={styles["buttons"]}>
        {([-1, 1] as const).map((by) => {
          const other = all[at + by];
          return (
            <Button
              key={by}
              kind="second"
              small
              isDisabled={other === undefined}
              onPress={() => setSheet("step", other?.id ?? id)}>
              {by < 0 ? say("frame.look.before") : say("frame.look.after")}
            </Button>
          );
        })}
        {crew === null || activity.kind === "working" || at <= now ? null : (
          <Button
            kind="second"
            small
            onPress={() => {
              const { seats, pace } = crew;
              void ask("crew", { seats: [...seats], to: id, pace }).then((isOk) => {
                if (isOk) onClose();
              });
            }}>
            {say("crew.toHere")}
          </Button>
        )}
        <Button kind="main" autoFocus onPress={onClose}>
          {say("frame.look.close")}
        </Button>
      </div>
    </Sheet>
  );
}

/** "Done at 14:05 UTC; only to be read." */
const whenLine = ({ doneAt, minutes }: { doneAt: string | null; minutes: number }): string =>
  doneAt === null
    ? say("frame.look.ahead", { planned: sentence("frame.plannedMinutes", { minutes }) })
    : say("frame.look.done", { time: clockTime(doneAt) });

interface ScriptProps {
  readonly view: WindowView;
  readonly script: ReplyOf<"step">;
}

/** Who acts, what is said, and what happens: as on the step's own screen, without a form. */
function Script({ view, script }: ScriptProps) {
  const { by, action, seat = null } = script;
  const { verb, detail, happens, recorded, never } = wordsOf({ kind: action.kind, seat });
  return (
    <>
      <Band
        seat={seatOf(by)}
        role={by === "witness" ? "witness" : "administrator"}
        title={roleTitle(by)}
        name={nameOf(view, by)}
        verb={verb}
        detail={detail}
      />
      <Section label={say("step-frame.step.say")}>
        <Say text={list(script.say, " ")} />
      </Section>
      <Section label={say("step-frame.step.do")}>
        <p>{happens}</p>
        <dl className={styles["facts"]}>
          <dt>{say("step-frame.step.recorded")}</dt>
          <dd>{recorded}</dd>
          <dt>{say("step-frame.step.never")}</dt>
          <dd>{never}</dd>
        </dl>
      </Section>
    </>
  );
}
