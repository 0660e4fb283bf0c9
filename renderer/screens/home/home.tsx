// Home: the next thing to do, what can be started, where the rest is; beside it the custody.
import type { KnownCeremony, WindowView } from "../../../electron/bridge/view.ts";
import { Screen } from "../../parts/screen.tsx";
import { stationOf } from "../../parts/station.tsx";
import { useAction } from "../../stores/action.ts";
import { isTrial, useBegin } from "../../stores/begin.ts";
import { useNow } from "../../stores/now.ts";
import { nowOf } from "../../text/home-now.ts";
import { about, goOnLine, goOnWith, needsFirst } from "../../text/home.ts";
import { say } from "../../text/say.ts";
import { dayBeside } from "../../text/times.ts";
import { Arrival, Way } from "./arrival.tsx";
import { CustodyAside } from "./custody-aside.tsx";
import { Damaged } from "./damaged.tsx";
import styles from "./home.module.css";
import { Learn } from "./learn.tsx";
import { Now, NowQuiet, Unmet } from "./now.tsx";
import { Rest } from "./rest.tsx";
import { SetAside } from "./set-aside.tsx";
import { Verb } from "./verb.tsx";

export function Home({ view }: { readonly view: WindowView }) {
  const now = useNow(60_000);
  const { home } = view;
  const station = stationOf(view);
  const unfinished = home.ceremonies.find(({ progress }) => progress === "unfinished") ?? null;
  // First-time users see an introduction in place of what could be due.
  const isDamaged = home.damaged.length > 0;
  const waits = isDamaged
    ? say("damaged.waiting")
    : unfinished !== null
      ? say("home.unfinished")
      : null;
  const mayLearn = station !== "connected" && waits === null;
  const isNew = mayLearn && home.example === "may-be-made" && home.ceremonies.length === 0;
  return (
    <Screen view={view} sub={dayBeside(now)}>
      <div className={styles["home"]}>
        <main className={styles["main"]} aria-label={say("home.verbs")}>
          {isDamaged ? (
            <Damaged view={view} />
          ) : unfinished !== null ? (
            <GoOn view={view} ceremony={unfinished} />
          ) : station === "connected" ? (
            <Arrival view={view} />
          ) : isNew ? null : (
            <Due view={view} now={now} />
          )}
          <SetAside view={view} />
          {isNew || (mayLearn && home.example === "is") ? <Learn /> : null}
          {station === "connected" ? <Way /> : <Verbs view={view} waits={waits} />}
          <Rest view={view} unfinished={waits !== null} />
        </main>
        <CustodyAside view={view} now={now} />
      </div>
    </Screen>
  );
}

interface DueProps {
  readonly view: WindowView;
  /** In milliseconds. */
  readonly now: number;
}

/** The most urgent known duty; a button if it is a ceremony that may start. */
function Due({ view, now }: DueProps) {
  const { pending } = useAction();
  const begin = useBegin(view);
  const { say, due, unmet } = nowOf(view.home, now, view.stationRole.role);
  return (
    <>
      {due === null || !view.home.may[due.ceremony] ? (
        <NowQuiet>{say}</NowQuiet>
      ) : (
        <Now
          title={due.title}
          line={say}
          isBusy={pending !== null}
          onPress={() => begin(due.ceremony)}
        />
      )}
      {unmet === "" ? null : <Unmet>{unmet}</Unmet>}
    </>
  );
}

/** An unfinished ceremony: above everything else. */
function GoOn({
  view,
  ceremony: { name, hsm, openedAt, done, steps },
}: {
  readonly view: WindowView;
  readonly ceremony: KnownCeremony;
}) {
  const { pending } = useAction();
  const begin = useBegin(view);
  return (
    <Now
      title={goOnWith(name)}
      line={goOnLine(hsm, openedAt, { done, of: steps })}
      isBusy={pending !== null}
      onPress={() => begin(name)}
    />
  );
}

const VERBS = [
  ["activation", "activate"],
  ["attestation-part", "attest"],
  ["recovery", "recover"],
] as const;

interface VerbsProps {
  readonly view: WindowView;
  /** What they wait for, in a sentence; null if they may start. */
  readonly waits: string | null;
}

/** The three verbs; while they wait they are side by side. */
function Verbs({ view, waits }: VerbsProps) {
  const begin = useBegin(view);
  const { home } = view;
  return (
    <div className={styles[waits === null ? "verbs" : "waiting"]}>
      {waits === null ? null : <p>{waits}</p>}
      {VERBS.map(([ceremony, verb], i) => (
        <Verb
          key={ceremony}
          title={say(`home.${verb}`)}
          line={say(`home.${verb}Line`)}
          time={isTrial(view, ceremony) ? say("crew.learn.example") : about(home.minutes[ceremony])}
          whyNot={
            waits !== null
              ? ""
              : home.may[ceremony] || isTrial(view, ceremony)
                ? null
                : needsFirst(home)
          }
          onPress={() => begin(ceremony)}
          autoFocus={i === 0 && waits === null}
        />
      ))}
    </div>
  );
}
