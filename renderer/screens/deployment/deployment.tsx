// The deployment around the HSM: its parts on the left, the selected one on the right.
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { DeploymentView, RunbookView } from "../../../electron/bridge/deployment-views.ts";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { FOOT_MAIN } from "../../parts/main-action.tsx";
import { Quoted } from "../../parts/quoted.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { forget, useAction } from "../../stores/action.ts";
import { act, useDeployment } from "../../stores/deployment.ts";
import { goTo } from "../../stores/route.ts";
import { PARTS, stepStateLine, stepTitle, type Part } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import styles from "./deployment.module.css";
import { PlanPart } from "./plan.tsx";
import { RecordPart } from "./record.tsx";
import { Runbook } from "./runbook.tsx";
import { RunbookList } from "./runbook-list.tsx";
import { shownStep } from "./shown-step.ts";
import { StatePart } from "./state.tsx";
import { Work } from "./work.tsx";

/** What is checked: a part, and within the runbooks one of them and a step. */
interface Place {
  readonly part: Part;
  readonly runbook: string | null;
  readonly step: number;
}

const FIRST: Place = { part: "plan", runbook: null, step: 0 };

export function Deployment({ view }: { readonly view: WindowView }) {
  const deployment = useDeployment();
  const [place, setPlace] = useState<Place>(FIRST);
  const { fault } = useAction();
  const scroller = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    void act({ act: "look" });
  }, []);
  // New content is at the top, and so is a refusal; when one goes, nothing moves.
  const code = fault?.code ?? "";
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [place]);
  useEffect(() => {
    if (code !== "") scroller.current?.scrollTo(0, 0);
  }, [code, fault]);
  const go = (next: Place) => {
    forget();
    setPlace(next);
  };
  const runbook = deployment?.runbooks.find(({ name }) => name === place.runbook) ?? null;
  const open = (name: string) => go({ part: "runbooks", runbook: name, step: 0 });
  return (
    <Screen view={view} title={say("home.deployment")} sub={deployment?.plan?.title ?? ""}>
      {/* Runbooks use Azure's words: English, and marked as such. */}
      <div className={styles["deployment"]}>
        <Rail deployment={deployment} place={place} runbook={runbook} onGo={go} />
        <main className={styles["main"]}>
          <Scroller
            label={say(`deployment.parts.${place.part}`)}
            className={styles["scroll"]}
            scroller={scroller}>
            <div aria-live="polite">
              {fault === null ? null : (
                <div className={styles["refused"]}>
                  <Sign refusal={fault} />
                  <NextLines next={fault.next} />
                  <Quoted said={fault.said} />
                </div>
              )}
            </div>
            {deployment === null ? null : (
              <Shown
                deployment={deployment}
                place={place}
                runbook={runbook}
                onOpen={open}
                onRunbooks={() => go({ part: "runbooks", runbook: null, step: 0 })}
              />
            )}
          </Scroller>
        </main>
      </div>
      <Work work={deployment?.work ?? null} />
      <FootBar mainId={FOOT_MAIN}>
        <Button kind="second" onPress={() => goTo("home")}>
          {say("home.home")}
        </Button>
      </FootBar>
    </Screen>
  );
}

interface ShownProps {
  readonly deployment: DeploymentView;
  readonly place: Place;
  readonly runbook: RunbookView | null;
  readonly onOpen: (runbook: string) => void;
  readonly onRunbooks: () => void;
}

function Shown({ deployment, place, runbook, onOpen, onRunbooks }: ShownProps) {
  if (place.part === "plan") return <PlanPart deployment={deployment} onRunbooks={onRunbooks} />;
  if (deployment.plan === null) return <p className={styles["lead"]}>{say("deployment.noPlan")}</p>;
  if (place.part === "state") return <StatePart deployment={deployment} onOpen={onOpen} />;
  if (place.part === "record") return <RecordPart deployment={deployment} />;
  if (runbook === null) return <RunbookList deployment={deployment} onOpen={onOpen} />;
  const isRehearsal = deployment.mode === "REHEARSAL";
  return <Runbook runbook={runbook} step={place.step} isRehearsal={isRehearsal} />;
}

interface RailProps {
  readonly deployment: DeploymentView | null;
  readonly place: Place;
  readonly runbook: RunbookView | null;
  readonly onGo: (place: Place) => void;
}

function Rail({ deployment, place, runbook, onGo }: RailProps) {
  const current = runbook === null ? 0 : shownStep(runbook, place.step);
  return (
    <nav className={styles["rail"]} aria-label={say("deployment.parts")}>
      <ul>
        {PARTS.map((part) => (
          <li key={part}>
            <RailButton
              isCurrent={place.part === part && (part !== "runbooks" || runbook === null)}
              isFirst={part === "plan"}
              onPress={() => onGo({ part, runbook: null, step: 0 })}>
              {say(`deployment.parts.${part}`)}
            </RailButton>
          </li>
        ))}
      </ul>
      {runbook === null ? (
        <p className={styles["said"]}>
          {deployment?.mode === "REHEARSAL" ? say("deployment.rehearsal") : ""}
        </p>
      ) : (
        <Scroller label={say("deployment.runbooks.steps")} className={styles["steps"]}>
          <h2>{said(runbook.title)}</h2>
          <ol>
            {runbook.steps.map((step) => (
              <li key={step.n}>
                <RailButton
                  isCurrent={step.n === current}
                  onPress={() => onGo({ part: "runbooks", runbook: runbook.name, step: step.n })}>
                  <span className={styles["step"]}>{stepTitle(step)}</span>
                  <span className={styles[`step-${step.state}`]}>{stepStateLine(step)}</span>
                </RailButton>
              </li>
            ))}
          </ol>
        </Scroller>
      )}
    </nav>
  );
}

interface RailButtonProps {
  readonly isCurrent: boolean;
  readonly isFirst?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function RailButton({ isCurrent, isFirst = false, onPress, children }: RailButtonProps) {
  return (
    <AriaButton
      className={`${styles["rail-button"]} ${isCurrent ? styles["current"] : ""}`}
      autoFocus={isFirst}
      onPress={onPress}
      {...(isCurrent ? { "aria-current": "true" } : {})}>
      {children}
    </AriaButton>
  );
}
