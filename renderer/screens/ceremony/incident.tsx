// An incident in place of the step: a key lay on a medium, and two people must decide.
import type { IncidentView, WindowView } from "../../../electron/bridge/view.ts";
import { Band } from "../../parts/band.tsx";
import { Button } from "../../parts/button.tsx";
import { NothingToPress } from "../../parts/main-action.tsx";
import { Section } from "../../parts/section.tsx";
import { nameOf } from "../../stores/people.ts";
import { setSheet } from "../../stores/sheet.ts";
import { FRAME, roleTitle } from "../../text/frame.ts";
import { INCIDENT } from "../../text/incident.ts";
import { REFUSAL } from "../../text/refusal.ts";
import { clockTime } from "../../text/times.ts";
import { NextLines, Sign } from "./refusal.tsx";
import styles from "./refusal.module.css";

interface IncidentProps {
  readonly view: WindowView;
  readonly incident: IncidentView;
}

/** What was found, what to do, and the one way on. */
export function Incident({ view, incident }: IncidentProps) {
  const { medium, files, foundAt, isRecorded } = incident;
  return (
    <>
      <Sign
        refusal={{ code: INCIDENT.code, message: INCIDENT.message(medium) }}
        word={INCIDENT.word}
        isFirst
      />
      <Band
        seat={null}
        role="administrator"
        title={roleTitle("administrator")}
        name={nameOf(view, "administrator")}
        verb={INCIDENT.verb}
        detail={INCIDENT.detail}
      />
      <Section label={REFUSAL.next} now grow>
        <NextLines next={INCIDENT.steps} />
        <div className={styles["answer"]}>
          <Button kind="main" autoFocus onPress={() => setSheet("except")}>
            {INCIDENT.note}
          </Button>
        </div>
      </Section>
      <Section label={REFUSAL.record}>
        <p className={styles["record"]}>
          {INCIDENT.files} {clockTime(foundAt)} {FRAME.utc}: {files.join(", ")}
        </p>
        <p className={styles["record"]}>{isRecorded ? INCIDENT.recorded : INCIDENT.waits}</p>
      </Section>
      <NothingToPress>{INCIDENT.foot}</NothingToPress>
    </>
  );
}
