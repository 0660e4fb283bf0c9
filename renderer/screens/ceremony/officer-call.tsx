// The call of an officer: the entire window in their colour, before and while they type a secret.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { list } from "../../../electron/text/text.ts";
import { Button } from "../../parts/button.tsx";
import { Clock } from "../../parts/clock.tsx";
import { Icon } from "../../parts/icon.tsx";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import { StationBadges } from "../../parts/station.tsx";
import { lengthOf } from "../../parts/band.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { officerName } from "../../stores/people.ts";
import { iAm, officerTitle, takeTheSeat, typesNow, witnessLines } from "../../text/frame.ts";
import { said, say } from "../../text/say.ts";
import { currentStep } from "../../steps/step.tsx";
import { useLostKeys } from "./lost-keys.ts";
import { Sign } from "./refusal.tsx";
import styles from "./officer-call.module.css";

interface OfficerCallProps {
  readonly view: WindowView;
  readonly seat: number;
  /** Called to the seat, or already typing in the small window. */
  readonly typing: boolean;
}

/** The call of one officer. */
export function OfficerCall({ view, seat, typing }: OfficerCallProps) {
  const name = officerName(view, seat);
  const { fault } = useAction();
  const step = currentStep(view);
  return (
    <div className={styles["screen"]} data-officer={seat}>
      <header className={styles["top"]}>
        <StationBadges station={view.ceremony?.station ?? "offline"} mode={view.mode} />
        <Clock />
      </header>
      {fault === null ? null : <Sign refusal={fault} />}
      <main className={styles["call"]}>
        <OfficerMark seat={seat} size="xl" inverse silent />
        <div>
          <p className={styles["role"]}>
            {officerTitle(seat)}
            {step === null ? null : <span>{said(list([step.number, step.title], " "))}</span>}
          </p>
          <h1 data-long={lengthOf(name)}>{typing ? typesNow(name) : takeTheSeat(name)}</h1>
          <p className={styles["others"]}>
            {typing ? say("frame.officerCall.typingOthers") : say("frame.officerCall.others")}
          </p>
        </div>
      </main>
      {typing ? <Typing /> : <Answer view={view} seat={seat} name={name} />}
    </div>
  );
}

function Typing() {
  const isLost = useLostKeys();
  return (
    <footer className={styles["end"]}>
      <div className={styles["find"]}>
        <p role="alert" className={styles["lost"]}>
          {isLost ? say("frame.officerCall.lost") : ""}
        </p>
        <p>{say("frame.officerCall.findWindow")}</p>
        <p>{say("frame.officerCall.closeWindow")}</p>
      </div>
    </footer>
  );
}

interface AnswerProps {
  readonly view: WindowView;
  readonly seat: number;
  readonly name: string;
}

function Answer({ view, seat, name }: AnswerProps) {
  const { pending } = useAction();
  const answer = (here: boolean) => void ask("answer", { seat, here });
  return (
    <footer className={styles["end"]}>
      <ul className={styles["seen"]}>
        {witnessLines(witnessedIn(view)).map(({ line, isSeen }) => (
          <li key={line}>
            <Icon name={isSeen ? "check" : "ring"} />
            {line}
          </li>
        ))}
      </ul>
      <div className={styles["buttons"]}>
        <Button kind="second" isBusy={pending !== null} onPress={() => answer(false)}>
          {say("frame.officerCall.notYet")}
        </Button>
        <Button kind="main" autoFocus isBusy={pending !== null} onPress={() => answer(true)}>
          {iAm(name)}
        </Button>
      </div>
    </footer>
  );
}

/** What the witness saw before this step, according to the record. */
function witnessedIn({ ceremony }: WindowView) {
  const step = ceremony?.step?.id;
  const seen = ceremony?.ledger.filter((line) => line.type === "room-witnessed");
  return seen?.findLast(({ facts }) => facts.step === step)?.facts ?? null;
}
