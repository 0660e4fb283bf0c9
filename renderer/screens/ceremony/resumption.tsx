// After an interruption, before anything else: what is certain, and the witness confirms it.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { HeadWords } from "../../parts/head-words.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { STEPS } from "../../steps/steps.ts";
import { ask, useAction } from "../../stores/action.ts";
import { RESUME } from "../../text/running.ts";
import { stepIn, type Ceremony } from "./timetable.ts";
import { Sign } from "./refusal.tsx";
import styles from "./resumption.module.css";

type Certain = NonNullable<WindowView["resumption"]>;

interface ResumptionProps {
  readonly view: WindowView;
  readonly ceremony: Ceremony;
  readonly certain: Certain;
}

/** The whole window until the witness has pressed. */
export function Resumption({ view, ceremony, certain }: ResumptionProps) {
  const { pending, fault } = useAction();
  return (
    <CeremonyScreen view={view}>
      <main className={styles["main"]}>
        <Scroller label={RESUME.title} className={styles["scroll"]}>
          {fault === null ? null : <Sign refusal={fault} />}
          <h1>{RESUME.title}</h1>
          <p className={styles["lead"]}>{RESUME.lead}</p>
          <div className={styles["parts"]}>
            <Done ceremony={ceremony} certain={certain} />
            <Now ceremony={ceremony} certain={certain} />
            <section>
              <h2>{RESUME.ahead}</h2>
              <p>{RESUME.aheadLine(certain.ahead)}</p>
            </section>
          </div>
          <section className={styles["head"]}>
            <h2>{RESUME.head}</h2>
            <HeadWords words={ceremony.words} large />
          </section>
        </Scroller>
      </main>
      <FootBar
        main={
          <Button
            kind="main"
            autoFocus
            isBusy={pending !== null}
            onPress={() => void ask("resume", {})}>
            {RESUME.button}
          </Button>
        }></FootBar>
    </CeremonyScreen>
  );
}

type PartProps = Omit<ResumptionProps, "view">;

function Done({ ceremony, certain: { done } }: PartProps) {
  const last = stepIn(ceremony, done.at(-1) ?? "");
  return (
    <section>
      <h2>{RESUME.done}</h2>
      <p>{done.length === 0 ? RESUME.none : RESUME.doneLine(done.length)}</p>
      {last === undefined ? null : <p>{RESUME.last(last.title)}</p>}
    </section>
  );
}

function Now({ ceremony, certain: { now, how } }: PartProps) {
  const step = stepIn(ceremony, now ?? "");
  return (
    <section className={styles["now"]}>
      <h2>{RESUME.now}</h2>
      {step === undefined ? (
        <p>{RESUME.over}</p>
      ) : (
        <>
          <p className={styles["step"]}>{step.title}</p>
          <p>
            {RESUME.how[how]}
            {how === "again" ? ` ${STEPS[step.kind].words.power}` : ""}
          </p>
        </>
      )}
    </section>
  );
}
