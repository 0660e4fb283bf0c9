// An incident in place of the step: a key was on a medium, and two people must decide.
import type { IncidentView, WindowView } from "../../../electron/bridge/view.ts";
import { Band } from "../../parts/band.tsx";
import { Button } from "../../parts/button.tsx";
import { NothingToPress } from "../../parts/main-action.tsx";
import { Section } from "../../parts/section.tsx";
import { nameOf } from "../../stores/people.ts";
import { setSheet } from "../../stores/sheet.ts";
import { roleTitle } from "../../text/frame.ts";
import { mediumOf } from "../../text/objects.ts";
import { say } from "../../text/say.ts";
import { clockTime } from "../../text/times.ts";
import { NextLines, Sign } from "./refusal.tsx";
import styles from "./refusal.module.css";

interface IncidentProps {
  readonly view: WindowView;
  readonly incident: IncidentView;
}

/** What was found, what to do, and the only way to continue. */
export function Incident({ view, incident }: IncidentProps) {
  const { medium, files, foundAt, isRecorded } = incident;
  return (
    <>
      <Sign
        refusal={{
          code: say("incident.code"),
          message: say("incident.message", { medium: mediumOf(medium) }),
        }}
        word={say("incident.word")}
        isFirst
      />
      <Band
        seat={null}
        role="administrator"
        title={roleTitle("administrator")}
        name={nameOf(view, "administrator")}
        verb={say("incident.verb")}
        detail={say("incident.detail")}
      />
      <Section label={say("refusal.next")} now grow>
        <NextLines next={([0, 1, 2] as const).map((n) => say(`incident.steps.${n}`))} />
        <div className={styles["answer"]}>
          <Button kind="main" autoFocus onPress={() => setSheet("except")}>
            {say("incident.note")}
          </Button>
        </div>
      </Section>
      <Section label={say("refusal.record")}>
        <p className={styles["record"]}>
          {say("incident.files")} {clockTime(foundAt)} UTC: {files.join(", ")}
        </p>
        <p className={styles["record"]}>
          {isRecorded ? say("incident.recorded") : say("incident.waits")}
        </p>
      </Section>
      <NothingToPress>{say("incident.foot")}</NothingToPress>
    </>
  );
}
