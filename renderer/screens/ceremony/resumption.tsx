// After an interruption, before anything else: what is certain, for the witness to confirm.
import { list, sentence } from "../../../electron/text/text.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { HeadWords } from "../../parts/head-words.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { said, say } from "../../text/say.ts";
import { stepIn, type Ceremony } from "../../stores/timetable.ts";
import { Sign } from "./refusal.tsx";
import calm from "./calm.module.css";
import styles from "./resumption.module.css";

type Certain = NonNullable<WindowView["resumption"]>;

interface ResumptionProps {
  readonly view: WindowView;
  readonly ceremony: Ceremony;
  readonly certain: Certain;
}

/** The entire window until the witness confirms. */
export function Resumption({ view, ceremony, certain }: ResumptionProps) {
  const { pending, fault } = useAction();
  return (
    <CeremonyScreen view={view}>
      <main className={calm["main"]}>
        <Scroller label={say("running.resume.title")} className={styles["scroll"]}>
          {fault === null ? null : <Sign refusal={fault} />}
          <h1>{say("running.resume.title")}</h1>
          <p className={styles["lead"]}>{say("running.resume.lead")}</p>
          <div className={styles["parts"]}>
            <Done ceremony={ceremony} certain={certain} />
            <Now ceremony={ceremony} certain={certain} />
            <section>
              <h2>{say("running.resume.ahead")}</h2>
              <p>{say("running.resume.aheadLine", { count: certain.ahead })}</p>
            </section>
          </div>
          <section className={styles["head"]}>
            <h2>{say("running.resume.head")}</h2>
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
            {say("running.resume.button")}
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
      <h2>{say("running.resume.done")}</h2>
      <p>
        {done.length === 0
          ? say("running.resume.none")
          : say("running.resume.doneLine", { count: done.length })}
      </p>
      {last === undefined ? null : <p>{say("running.resume.last", { title: last.title })}</p>}
    </section>
  );
}

function Now({ ceremony, certain: { now, how } }: PartProps) {
  const step = stepIn(ceremony, now ?? "");
  return (
    <section className={styles["now"]}>
      <h2>{say("running.resume.now")}</h2>
      {step === undefined ? (
        <p>{say("running.resume.over")}</p>
      ) : (
        <>
          <p className={styles["step"]}>{said(step.title)}</p>
          <p>
            {said(
              list(
                [
                  sentence(`running.resume.how.${how}`),
                  ...(how === "again" ? [sentence(`steps.${step.kind}.power`)] : []),
                ],
                " ",
              ),
            )}
          </p>
        </>
      )}
    </section>
  );
}
