// The state of the deployment: four pictures, drawn from the plan; each box opens its proofs.
import { useEffect, useId, useRef, useState } from "react";
import type {
  BoxProofView,
  BoxView,
  CheckView,
  DeploymentView,
  PictureView,
} from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { act } from "../../stores/deployment.ts";
import { whenLine } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import { By } from "./people.tsx";
import { NoAnswers } from "./no-answers.tsx";
import { Picture } from "./picture.tsx";
import { Says } from "./says.tsx";
import { Verdict } from "./proof.tsx";
import look from "../../design/shared.module.css";
import shared from "./deployment.module.css";
import styles from "./state.module.css";

interface StateProps {
  readonly deployment: DeploymentView;
  readonly onOpen: (runbook: string) => void;
}

export function StatePart({ deployment, onOpen }: StateProps) {
  const [name, setName] = useState<PictureView["name"]>("flow");
  const [box, setBox] = useState<BoxView | null>(null);
  const picture = deployment.pictures.find((one) => one.name === name);
  // A box is found by its identity: after an act its value is a new one.
  const shown =
    picture?.areas.flatMap(({ boxes }) => boxes).find((one) => isSame(one, box)) ?? null;
  return (
    <>
      <h1>{say("deployment.state.title")}</h1>
      <p className={shared["quiet-lead"]}>{say("deployment.state.lead")}</p>
      <div className={styles["choice"]}>
        <Choice
          label={say("deployment.state.pictures")}
          value={name}
          onChange={(value) => {
            setBox(null);
            setName(deployment.pictures.find((one) => one.name === value)?.name ?? "flow");
          }}
          options={deployment.pictures.map((one) => ({
            value: one.name,
            label: say(`deployment.pictures.${one.name}`),
          }))}
        />
      </div>
      {picture === undefined ? null : <Picture picture={picture} onBox={setBox} />}
      <div aria-live="polite">
        {shown === null ? null : (
          <Box box={shown} deployment={deployment} onOpen={onOpen} onClose={() => setBox(null)} />
        )}
      </div>
      <Differences name="differs" checks={deployment.checks.filter((one) => !isUnreached(one))} />
      <Differences name="notReached" checks={deployment.checks.filter(isUnreached)} />
      <section className={styles["again"]} aria-label={say("deployment.state.again")}>
        <h2>{say("deployment.state.again")}</h2>
        <p>{say("deployment.state.againLead")}</p>
        <NoAnswers deployment={deployment} />
        <By
          label={say("deployment.state.read")}
          onPress={(by) => void act({ act: "again", by, azure: true })}
        />
        <By
          kind="second"
          label={say("deployment.state.chooseAnswers")}
          onPress={(by) => void act({ act: "again", by })}
        />
      </section>
    </>
  );
}

const isUnreached = ({ state }: CheckView): boolean => state === "not-reached";

const isSame = (one: BoxView, other: BoxView | null): boolean =>
  other !== null
  && said(one.title) === said(other.title)
  && said(one.detail) === said(other.detail)
  && one.runbook === other.runbook;

interface DifferencesProps {
  readonly checks: readonly CheckView[];
  readonly name: "differs" | "notReached";
}

/** Every check whose last answers contradict the plan, or say too little. */
function Differences({ checks, name }: DifferencesProps) {
  const differing = checks.flatMap(({ check, shows, last }) =>
    last === null || last.proven ? [] : [{ check, shows, last }],
  );
  if (differing.length === 0) return null;
  const title = say(`deployment.state.${name}`);
  return (
    <section className={styles["differs"]} aria-label={title}>
      <h2>{title}</h2>
      <p>{say(`deployment.state.${name}Lead`)}</p>
      <ul>
        {differing.map(({ check, shows, last }) => (
          <li key={check}>
            <p>
              <code>{check}</code> {said(shows)}
            </p>
            <Verdict verdict={last} isExpected={name === "notReached"} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface BoxProps {
  readonly box: BoxView;
  readonly deployment: DeploymentView;
  readonly onOpen: (runbook: string) => void;
  readonly onClose: () => void;
}

/** The details of a box: its state and why, its proofs, its evidence, its runbook. */
function Box({ box, deployment, onOpen, onClose }: BoxProps) {
  const { title, detail, state, because, runbook } = box;
  const shown = useRef<HTMLElement | null>(null);
  const id = useId();
  // If the picture is higher than the window, the details would open below it, out of sight.
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "nearest" });
  }, [title, detail, runbook]);
  return (
    <section
      ref={shown}
      className={`${look["long"]} ${look["parts"]} ${styles["box"]}`}
      aria-labelledby={id}>
      <h2>
        <span id={id}>
          <Says value={title} />
        </span>
        : {say(`deployment.boxStates.${state}`)}
      </h2>
      <p>
        <Says value={detail} />
        {said(detail) === "" || said(because) === "" ? "" : " \u2014 "}
        <Says value={because} />
      </p>
      {box.proofs.length === 0 ? (
        <p>{say("deployment.state.noProofs")}</p>
      ) : (
        <ul>
          {box.proofs.map((proof) => (
            <BoxProof key={proof.check} proof={proof} checks={deployment.checks} />
          ))}
        </ul>
      )}
      <BoxRecord box={box} deployment={deployment} />
      <div className={styles["buttons"]}>
        {runbook === null ? null : (
          <Button kind="second" small onPress={() => onOpen(runbook)}>
            {say("deployment.state.opens")}
          </Button>
        )}
        <Button kind="second" small onPress={onClose}>
          {say("deployment.state.close")}
        </Button>
      </div>
    </section>
  );
}

/** A check's result for this box; differences of other resources belong to their boxes. */
function BoxProof({
  proof: { check, state, differs },
  checks,
}: {
  readonly proof: BoxProofView;
  readonly checks: readonly CheckView[];
}) {
  const { shows = "", last = null } = checks.find((one) => one.check === check) ?? {};
  const isOfOthers = last !== null && last.differs.length > differs.length;
  const isLater = state === "not-reached";
  return (
    <li>
      <p>
        <strong>{say(`deployment.checkStates.${state}`)}</strong> <code>{check}</code> {said(shows)}
      </p>
      {/* What was proven of an earlier phase's part is not proven of this box. */}
      {last === null || (isLater && last.proven) ? null : (
        <Verdict verdict={{ ...last, differs }} isExpected={isLater} />
      )}
      {isOfOthers && differs.length === 0 ? <p>{say("deployment.state.others")}</p> : null}
    </li>
  );
}

/** At most this many lines, the newest first. */
const LINES = 8;

function BoxRecord({
  box: { runbook, checks },
  deployment,
}: Pick<BoxProps, "deployment"> & { readonly box: BoxView }) {
  const lines = (deployment.record?.lines ?? [])
    .filter((line) => (line.check === "" ? line.runbook === runbook : checks.includes(line.check)))
    .slice(-LINES)
    .toReversed();
  const answers = [
    ...new Set(
      deployment.checks.flatMap(({ check, last }) =>
        checks.includes(check) ? (last?.answers ?? []) : [],
      ),
    ),
  ];
  return (
    <>
      <h3>{say("deployment.state.record")}</h3>
      {lines.length === 0 || runbook === null ? (
        <p>{say("deployment.state.noLines")}</p>
      ) : (
        <ul className={styles["lines"]}>
          {lines.map(({ at, line }) => (
            <li key={`${at} ${line}`}>
              {whenLine(at)} <span lang="en">{line}</span>
            </li>
          ))}
        </ul>
      )}
      {answers.length === 0 ? null : (
        <>
          <h3>{say("deployment.state.evidence")}</h3>
          <ul className={styles["lines"]}>
            {answers.map((sha256) => (
              <li key={sha256}>
                <code>answers/{sha256}.json</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
