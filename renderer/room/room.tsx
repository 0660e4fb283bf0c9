// The ceremony for a projector or the witness: who acts, what is said, the words, the triangle, the
// time left. It has no buttons, and hides everything while an officer is called.
import type { WindowView } from "../../electron/bridge/view.ts";
import { Band, lengthOf } from "../parts/band.tsx";
import { OfficerMark } from "../parts/officer-mark.tsx";
import { HeadWords } from "../parts/head-words.tsx";
import { CeremonyScreen, Screen } from "../parts/screen.tsx";
import { StepHeading } from "../parts/step-heading.tsx";
import { QuorumPicture } from "../parts/quorum-picture.tsx";
import { WordsHeard, WordsToWrite } from "../parts/word-grid.tsx";
import { bandNow } from "../steps/band-now.ts";
import { currentStep } from "../steps/step.tsx";
import { timetable } from "../stores/timetable.ts";
import type { CurrentStep } from "../steps/current-step.ts";
import { useMaybeView } from "../stores/ceremony.ts";
import { useNow } from "../stores/now.ts";
import { officerName } from "../stores/people.ts";
import { officerTitle, stepOf, takeTheSeat, timeLeft } from "../text/frame.ts";
import { responseOf, spokenLines } from "../text/room.ts";
import { say } from "../text/say.ts";
import styles from "./room.module.css";

export function Room() {
  const shown = useMaybeView();
  if (shown === null) return null;
  // This window has no buttons, so it cannot cancel a check.
  const view = { ...shown, checking: null };
  const { activity, ceremony } = view;
  if (activity.kind === "calling" || activity.kind === "typing")
    return <Curtain view={view} seat={activity.seat} />;
  if (view.open === null || ceremony === null)
    return (
      <Screen view={view} tools={false}>
        <p className={styles["nothing"]}>{say("room.nothing")}</p>
      </Screen>
    );
  const step = currentStep(view);
  return (
    <CeremonyScreen view={view} tools={false} columns={false}>
      {step === null ? <Ended view={view} /> : <Now view={view} step={step} />}
    </CeremonyScreen>
  );
}

/** Nothing may be readable beside an officer who is called or types. */
function Curtain({ view, seat }: { readonly view: WindowView; readonly seat: number }) {
  const name = officerName(view, seat);
  return (
    <main className={styles["curtain"]} data-officer={seat}>
      <OfficerMark seat={seat} size="xl" inverse silent />
      <div>
        <p>{officerTitle(seat)}</p>
        <h1 data-long={lengthOf(name)}>{takeTheSeat(name)}</h1>
        <p>{say("frame.officerCall.others")}</p>
      </div>
    </main>
  );
}

function Now({ view, step }: { readonly view: WindowView; readonly step: CurrentStep }) {
  const now = useNow(30_000);
  const { activity, ceremony } = view;
  return (
    <main className={styles["room"]}>
      <StepHeading number={step.number} title={step.title} minutes={step.minutes} />
      <Band {...bandNow(step)} />
      <div className={styles["middle"]}>
        {activity.kind === "hearing" ? (
          <div className={styles["hearing"]}>
            {activity.phase === "copy" ? (
              <WordsToWrite lines={activity.lines} />
            ) : (
              <WordsHeard lines={activity.lines} picked={[]} />
            )}
          </div>
        ) : (
          <Spoken step={step} isPerformed={ceremony?.isPerformed === true} />
        )}
        <Quorum view={view} />
      </div>
      {ceremony === null ? null : (
        <footer className={styles["foot"]}>
          <p>{stepOf(step.number, ceremony.done, ceremony.steps)}</p>
          <p>{timeLeft(timetable(ceremony, now).minutesLeft)}</p>
        </footer>
      )}
    </main>
  );
}

interface SpokenProps {
  readonly step: CurrentStep;
  readonly isPerformed: boolean;
}

/** What is read aloud, a sentence per line, and the answer: in larger type if short. */
function Spoken({ step, isPerformed }: SpokenProps) {
  const lines = spokenLines(step.say);
  const length = lines.join("").length;
  return (
    <dl
      className={styles["lines"]}
      data-length={length > 520 ? "long" : length > 260 ? "middle" : "short"}>
      <div>
        <dt>{say("room.reader")}</dt>
        {lines.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </div>
      <div>
        <dt>{say("room.response")}</dt>
        <dd>{responseOf(step.confirm, isPerformed)}</dd>
      </div>
    </dl>
  );
}

/** Only while shares are opened, and after every pair was proven. */
function Quorum({ view: { ceremony, quorum } }: { readonly view: WindowView }) {
  if (ceremony === null) return null;
  const proven = quorum.proven.length > 0 ? quorum.proven : [];
  const known = (ceremony.proof?.subsets ?? []).map((seats) => ({ seats, at: null }));
  if (proven.length + known.length + quorum.opened.length === 0) return null;
  const officers = ceremony.people.flatMap(({ role, name }) =>
    role.startsWith("officer-") ? [{ seat: Number(role.slice("officer-".length)), name }] : [],
  );
  return (
    <div className={styles["triangle"]}>
      <QuorumPicture
        officers={officers}
        quorum={ceremony.quorum}
        proven={proven.length > 0 ? proven : known}
        opened={quorum.opened}
        size="large"
      />
    </div>
  );
}

function Ended({ view: { ceremony } }: { readonly view: WindowView }) {
  return (
    <main className={styles["room"]}>
      <div className={styles["ended"]}>
        <h1>{say("room.head")}</h1>
        <HeadWords words={ceremony?.words ?? []} large />
      </div>
    </main>
  );
}
