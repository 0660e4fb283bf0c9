// The state of the deployment: four pictures, drawn from the plan; each box opens its proofs.
import { useEffect, useRef, useState } from "react";
import type {
  BoxView,
  CheckView,
  DeploymentView,
  PictureView,
} from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { act } from "../../stores/deployment.ts";
import { BOX_STATES, CHECK_STATES, PICTURES, STATE } from "../../text/deployment.ts";
import { By } from "./people.tsx";
import { Picture } from "./picture.tsx";
import { Verdict } from "./proof.tsx";
import styles from "./state.module.css";

interface StateProps {
  readonly deployment: DeploymentView;
  readonly onOpen: (runbook: string) => void;
}

/** The state. */
export function StatePart({ deployment, onOpen }: StateProps) {
  const [name, setName] = useState<PictureView["name"]>("flow");
  const [box, setBox] = useState<BoxView | null>(null);
  const picture = deployment.pictures.find((one) => one.name === name);
  // A box is found again by what it is: after an act it is another value.
  const shown =
    picture?.areas
      .flatMap(({ boxes }) => boxes)
      .find((one) => one.title === box?.title && one.runbook === box.runbook) ?? null;
  return (
    <>
      <h1>{STATE.title}</h1>
      <p className={styles["lead"]}>{STATE.lead}</p>
      <div className={styles["choice"]}>
        <Choice
          label={STATE.pictures}
          value={name}
          onChange={(value) => {
            setBox(null);
            setName(deployment.pictures.find((one) => one.name === value)?.name ?? "flow");
          }}
          options={deployment.pictures.map((one) => ({
            value: one.name,
            label: PICTURES[one.name],
          }))}
        />
      </div>
      {picture === undefined ? null : <Picture picture={picture} onBox={setBox} />}
      <div aria-live="polite">
        {shown === null ? null : (
          <Box
            box={shown}
            checks={deployment.checks}
            onOpen={onOpen}
            onClose={() => setBox(null)}
          />
        )}
      </div>
      <Differences checks={deployment.checks} />
      <section className={styles["again"]} aria-label={STATE.again}>
        <h2>{STATE.again}</h2>
        <p>{STATE.againLead}</p>
        <By
          kind="second"
          label={STATE.chooseAnswers}
          onPress={(by) => void act({ act: "again", by })}
        />
      </section>
    </>
  );
}

/** Every check whose last answers contradict the plan, or say too little. */
function Differences({ checks }: { readonly checks: readonly CheckView[] }) {
  const differing = checks.flatMap(({ check, shows, last }) =>
    last === null || last.proven ? [] : [{ check, shows, last }],
  );
  if (differing.length === 0) return null;
  return (
    <section className={styles["differs"]} aria-label={STATE.differs}>
      <h2>{STATE.differs}</h2>
      <p>{STATE.differsLead}</p>
      <ul>
        {differing.map(({ check, shows, last }) => (
          <li key={check}>
            <p>
              <code>{check}</code> {shows}
            </p>
            <Verdict verdict={last} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BoxProps {
  readonly box: BoxView;
  readonly checks: readonly CheckView[];
  readonly onOpen: (runbook: string) => void;
  readonly onClose: () => void;
}

/** What a box stands for: its state and why, its proofs, its runbook. */
function Box({ box, checks, onOpen, onClose }: BoxProps) {
  const { title, detail, state, because, runbook } = box;
  const own = checks.filter(({ check }) => box.checks.includes(check));
  const shown = useRef<HTMLElement | null>(null);
  // Where the picture is higher than the window, what a press opens would stand below it unseen.
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "nearest" });
  }, [title, runbook]);
  return (
    <section ref={shown} className={styles["box"]} aria-label={title}>
      <h2>
        {title}: {BOX_STATES[state]}
      </h2>
      <p>{[detail, because].filter((text) => text !== "").join(" \u2014 ")}</p>
      {own.length === 0 ? (
        <p>{STATE.noProofs}</p>
      ) : (
        <ul>
          {own.map((check) => (
            <li key={check.check}>
              <p>
                <strong>{CHECK_STATES[check.state]}</strong> <code>{check.check}</code>{" "}
                {check.shows}
              </p>
              {check.last === null ? null : <Verdict verdict={check.last} />}
            </li>
          ))}
        </ul>
      )}
      <div className={styles["buttons"]}>
        {runbook === null ? null : (
          <Button kind="second" small onPress={() => onOpen(runbook)}>
            {STATE.opens}
          </Button>
        )}
        <Button kind="second" small onPress={onClose}>
          {STATE.close}
        </Button>
      </div>
    </section>
  );
}
