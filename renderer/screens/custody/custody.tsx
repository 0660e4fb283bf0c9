// Custody: its health, every object with seal, place and custodian, and what remains if one person,
// place, zone, journey or medium is lost or in the wrong hands.
import type { CustodyKnown, WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { Told, useOutcome } from "../../parts/told.tsx";
import { answer } from "../../stores/action.ts";
import { goTo, useRoutePart } from "../../stores/route.ts";
import {
  closedShortLines,
  gapLine,
  dueLine,
  findingLine,
  healthReasons,
  healthTitle,
  termsLine,
} from "../../text/custody.ts";
import { objectOf } from "../../text/objects.ts";
import { say } from "../../text/say.ts";
import styles from "./custody.module.css";
import { CustodyTable } from "./custody-table.tsx";
import { Granting } from "./granting.tsx";
import { Losses } from "./losses.tsx";
import { OfficersTable } from "./officers-table.tsx";
import { RulesPart } from "./rules-part.tsx";
import { day, dayOrTime } from "../../text/times.ts";

export function Custody({ view }: { readonly view: WindowView }) {
  const { custody } = view.home;
  const part = useRoutePart();
  return (
    <Screen view={view} title={say("custody.title")} sub={custody?.hsm ?? ""}>
      <div className={styles["custody"]}>
        {custody === null ? (
          <p className={styles["nothing"]}>{say("custody.nothing")}</p>
        ) : (
          <>
            <main className={styles["main"]}>
              <Scroller label={say("custody.title")} className={styles["scroll"]}>
                <Known custody={custody} />
              </Scroller>
            </main>
            <Losses custody={custody} />
          </>
        )}
      </div>
      <FootBar
        main={
          <Button kind="main" autoFocus={part === null} onPress={() => goTo("home")}>
            {say("custody.back")}
          </Button>
        }>
        <Button kind="second" small onPress={() => goTo("reconcile")}>
          {say("custody.reconcile")}
        </Button>
        {custody === null ? null : <Calendar />}
      </FootBar>
    </Screen>
  );
}

function Known({ custody }: { readonly custody: CustodyKnown }) {
  const { objects, health, handOffs, gaps, rules } = custody;
  return (
    <div className={styles["known"]}>
      <HealthPart custody={custody} />
      <h2>{say("custody.officers")}</h2>
      <OfficersTable officers={health.officers} />
      <h2>{say("custody.count", { objects: objects.length })}</h2>
      <CustodyTable objects={objects} />
      <h2>{say("custody.handOffs")}</h2>
      <Lines
        none={say("custody.noHandOff")}
        lines={handOffs.map(({ object, from, to, place }) =>
          say("custody.handOff", { object: objectOf(object), from, to, place }),
        )}
      />
      <h2>{say("custody.gaps")}</h2>
      <Lines none={say("custody.noGap")} lines={gaps.map(gapLine)} />
      <Granting hsm={custody.hsm} />
      <RulesPart rules={rules} />
    </div>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  /** Shown if there is none. */
  readonly none: string;
}

function Lines({ lines, none }: LinesProps) {
  if (lines.length === 0) return <p>{none}</p>;
  return (
    <ul className={styles["lines"]}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What is due next, as a file for a calendar. */
function Calendar() {
  const { outcome, run } = useOutcome();
  const save = async () => ((await answer("calendar", {})) === true ? say("custody.saved") : "");
  return (
    <>
      <Button kind="second" small onPress={() => run(save)}>
        {say("custody.calendar")}
      </Button>
      <div className={styles["saved"]}>
        <Told outcome={outcome} />
      </div>
    </>
  );
}

/** The health, the dates always shown with it, and the findings. */
function HealthPart({ custody }: { readonly custody: CustodyKnown }) {
  const { health, lastDrill, lastBackup, provenAt } = custody;
  const reasons = [...closedShortLines(custody), ...healthReasons(health)];
  const found = custody.findings.map(findingLine);
  return (
    <>
      <h1 className={health.level === "whole" ? "" : styles["alarm"]}>{healthTitle(health)}</h1>
      {reasons.length === 0 ? null : (
        <ul className={styles["lines"]}>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <dl className={styles["dates"]}>
        <dt>{say("home.known.attestation")}</dt>
        <dd>{dueLine(health.attestation)}</dd>
        <dt>{say("home.known.dryRun")}</dt>
        <dd>{dueLine(health.dryRun)}</dd>
        <dt>{say("home.known.proven", { required: custody.health.required })}</dt>
        <dd>{provenAt === null ? say("home.known.never") : day(provenAt)}</dd>
        <dt>{say("home.known.drill")}</dt>
        <dd>{lastDrill === null ? say("home.known.never") : day(lastDrill)}</dd>
        <dt>{say("home.known.backup")}</dt>
        <dd>{lastBackup === null ? say("home.known.none") : dayOrTime(lastBackup)}</dd>
      </dl>
      <p className={styles["seen"]}>{termsLine(health)}</p>
      {found.length === 0 ? (
        <p>{say("custody.noFinding")}</p>
      ) : (
        <ul className={styles["findings"]}>
          {found.map((finding) => (
            <li key={finding}>
              <span className={styles["finding"]}>{say("custody.finding")}</span>
              <span>{finding}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
