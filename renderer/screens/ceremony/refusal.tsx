// A refusal in place of the step: the sign, one sentence, who acts, and what to do next.
import type { RefusalView, WindowView } from "../../../electron/bridge/view.ts";
import { useAttention } from "../../parts/attention.ts";
import { Band } from "../../parts/band.tsx";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { NothingToPress } from "../../parts/main-action.tsx";
import { Quoted } from "../../parts/quoted.tsx";
import { Section } from "../../parts/section.tsx";
import { StepHeading } from "../../parts/step-heading.tsx";
import { ask, forget, useAction } from "../../stores/action.ts";
import { nameOf, officerRole, personLine, type Person } from "../../stores/people.ts";
import { useSheet } from "../../stores/sheet.ts";
import { officerTitle, roleTitle } from "../../text/frame.ts";
import { isNotYet, nextLines } from "../../text/refusal.ts";
import type { Value } from "../../../electron/text/text.ts";
import { said, say } from "../../text/say.ts";
import { numberOf, stepIn } from "../../stores/timetable.ts";
import styles from "./refusal.module.css";
import { useState } from "react";
import { areEnough, Deciders } from "../../parts/deciders.tsx";

interface RefusalProps {
  readonly view: WindowView;
  readonly refusal: RefusalView;
}

/** The centre while there is a refusal. */
export function Refusal({ view, refusal }: RefusalProps) {
  const { ceremony } = view;
  const step = ceremony?.step == null ? undefined : stepIn(ceremony, ceremony.step.id);
  return (
    <>
      {ceremony === null || step === undefined ? null : (
        <StepHeading
          number={numberOf(ceremony, step.id)}
          title={step.title}
          minutes={step.minutes}
        />
      )}
      <Sign refusal={refusal} />
      <WhoActs view={view} seat={refusal.seat} />
      <Section label={say("refusal.next")} now grow>
        <NextLines next={refusal.next} />
        <Quoted said={refusal.said} />
        <Answer isRecorded={view.refusal !== null} />
      </Section>
      {refusal.canBeAccepted ? <Overrule view={view} /> : null}
      {isNotYet(refusal) ? null : (
        <Section label={say("refusal.record")}>
          <p className={styles["record"]}>{say("refusal.recorded")}</p>
        </Section>
      )}
      <NothingToPress>{say("refusal.foot")}</NothingToPress>
    </>
  );
}

/** Above the content of a whole screen: a refusal of the ceremony, or of the last request. */
export function Refused({ view }: { readonly view: WindowView }) {
  const { fault } = useAction();
  const sheet = useSheet();
  const refused = view.refusal ?? (sheet === null ? fault : null);
  if (refused === null) return null;
  return (
    <>
      <Sign refusal={refused} />
      <NextLines next={refused.next} />
      <Quoted said={refused.said} />
      {view.refusal === null ? null : (
        <Button kind="second" small onPress={() => void ask("understood", {})}>
          {say("refusal.understood")}
        </Button>
      )}
    </>
  );
}

interface SignProps {
  readonly refusal: Pick<RefusalView, "code" | "message">;
  /** Whether no other heading is above it. */
  readonly isFirst?: boolean;
  /** Its name, if it is no longer a refusal. */
  readonly word?: string;
}

/** The octagon, the word, the code, the sentence. */
export function Sign({ refusal, isFirst = false, word }: SignProps) {
  const notYet = isNotYet(refusal);
  const Heading = isFirst ? "h1" : "h2";
  const sign = useAttention<HTMLDivElement>(JSON.stringify([refusal.code, refusal.message]));
  return (
    <div className={styles["sign"]} data-calm={notYet} role="alert" tabIndex={-1} ref={sign}>
      <Icon name={notYet ? "clock" : "octagon"} size="xl" />
      <div>
        <Heading className={styles["word"]}>
          <span>{word ?? (notYet ? say("refusal.notYet") : say("refusal.word"))}</span>
          <code>{refusal.code}</code>
        </Heading>
        <p>{said(refusal.message)}</p>
      </div>
    </div>
  );
}

function WhoActs({ view, seat }: { readonly view: WindowView; readonly seat: number | null }) {
  const role = seat === null ? "administrator" : officerRole(seat);
  const title = seat === null ? roleTitle(role) : officerTitle(seat);
  return (
    <Band
      seat={seat}
      role="administrator"
      title={title}
      name={nameOf(view, role)}
      verb={say("refusal.verb")}
      detail={say("refusal.verbDetail")}
    />
  );
}

const isLines = (next: Value | readonly string[]): next is readonly string[] => Array.isArray(next);

/** What to do: one sentence, or several numbered ones. */
export function NextLines({ next }: { readonly next: Value | readonly string[] }) {
  const lines = isLines(next) ? next : nextLines(said(next));
  return (
    <ol className={styles["next"]}>
      {lines.map((line, i) => (
        <li key={line}>
          {lines.length > 1 ? <span className={styles["number"]}>{i + 1}</span> : null}
          <span>{line}</span>
        </li>
      ))}
    </ol>
  );
}

/** Back to the step. A refusal of the ceremony is answered; one of the window is only dismissed. */
function Answer({ isRecorded }: { readonly isRecorded: boolean }) {
  const { pending } = useAction();
  const answer = () => {
    forget();
    if (isRecorded) void ask("understood", {});
  };
  return (
    <div className={styles["answer"]}>
      <Button kind="main" isBusy={pending !== null} onPress={answer}>
        {isRecorded ? say("refusal.understood") : say("refusal.again")}
      </Button>
    </div>
  );
}

/** Before a ceremony is opened, only the officers' roles are known. */
function decidersOf({ ceremony }: WindowView): readonly Person[] {
  const people = ceremony?.people ?? [];
  const always = ["administrator", "witness"] as const;
  return people.length > 0 ? people : always.map((role) => ({ role, name: "" }));
}

/** Two or more people are ticked, then the step can be tried again without this refusal. */
function Overrule({ view }: { readonly view: WindowView }) {
  const { pending } = useAction();
  const [decidedBy, setDecidedBy] = useState<readonly string[]>([]);
  const accept = () => void ask("accept", { decidedBy: [...decidedBy] });
  return (
    <Section label={say("refusal.overrule")}>
      <p className={styles["record"]}>{say("refusal.overruleSay")}</p>
      <Deciders
        people={decidersOf(view)}
        decidedBy={decidedBy}
        onChange={setDecidedBy}
        label={(person) => (person.name === "" ? roleTitle(person.role) : personLine(person))}
      />
      <div className={styles["answer"]}>
        {areEnough(decidedBy) ? (
          <Button kind="second" isBusy={pending !== null} onPress={accept}>
            {say("refusal.overruleNow")}
          </Button>
        ) : (
          <WaitingButton reason={say("refusal.overruleNeeds")}>
            {say("refusal.overruleNow")}
          </WaitingButton>
        )}
      </div>
    </Section>
  );
}
