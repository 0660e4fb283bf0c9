// Home: what is to be done now, what can be begun, where the rest is; beside it the custody.
import type { CeremonyName, KnownCeremony, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { Edged } from "../../parts/station.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useMediaPlace } from "../../stores/media-place.ts";
import { useNow } from "../../stores/now.ts";
import { FRAME } from "../../text/frame.ts";
import { nowOf } from "../../text/home-now.ts";
import { about, goOnLine, goOnWith, HOME } from "../../text/home.ts";
import { day } from "../../text/times.ts";
import { CustodyAside } from "./custody-aside.tsx";
import styles from "./home.module.css";
import { Now, NowQuiet } from "./now.tsx";
import { Rest } from "./rest.tsx";
import { Verb } from "./verb.tsx";

interface HomeProps {
  readonly room: RoomView;
  readonly onCustody: () => void;
  readonly onAudit: () => void;
  readonly onDrives: () => void;
  readonly onTrainer: () => void;
}

/** The first screen. */
export function Home({ room, onCustody, onAudit, onDrives, onTrainer }: HomeProps) {
  const now = useNow(60_000);
  const { home } = room;
  const unfinished = home.ceremonies.find(({ progress }) => progress === "unfinished") ?? null;
  return (
    <Edged station={null} mode={room.mode}>
      <Bar room={room} station={null} title={FRAME.app} sub={day(now)} />
      <div className={styles["home"]}>
        <main className={styles["main"]} aria-label={HOME.verbs}>
          {unfinished === null ? <Due home={home} now={now} /> : <GoOn ceremony={unfinished} />}
          <Verbs home={home} unfinished={unfinished !== null} />
          <Rest
            room={room} unfinished={unfinished !== null}
            onAudit={onAudit} onDrives={onDrives} onTrainer={onTrainer}
          />
        </main>
        <CustodyAside home={home} now={now} onCustody={onCustody} />
      </div>
    </Edged>
  );
}

interface DueProps {
  readonly home: RoomView["home"];
  /** In milliseconds. */
  readonly now: number;
}

/** The most urgent of what is known; pressed where it is a ceremony that may be begun. */
function Due({ home, now }: DueProps) {
  const { pending } = useAction();
  const begin = useBegin();
  const { say, due } = nowOf(home, now);
  if (due === null || !home.may[due.ceremony]) return <NowQuiet>{say}</NowQuiet>;
  return (
    <Now
      title={due.title} line={say} isBusy={pending !== null}
      onPress={() => { begin(due.ceremony); }}
    />
  );
}

/** An unfinished ceremony: before and above everything. */
function GoOn({ ceremony: { name, hsm, openedAt, done, steps } }: {
  readonly ceremony: KnownCeremony;
}) {
  const { pending } = useAction();
  const begin = useBegin();
  const step = { at: Math.min(done + 1, steps), of: steps };
  return (
    <Now
      title={goOnWith(name)} line={goOnLine(hsm, openedAt, step)} isBusy={pending !== null}
      onPress={() => { begin(name); }}
    />
  );
}

const VERBS: readonly (readonly [CeremonyName, title: string, line: string])[] = [
  ["activation", HOME.activate, HOME.activateLine],
  ["attestation-part", HOME.attest, HOME.attestLine],
  ["recovery", HOME.recover, HOME.recoverLine],
];

interface VerbsProps {
  readonly home: RoomView["home"];
  readonly unfinished: boolean;
}

/** The three; while something is unfinished they wait side by side. */
function Verbs({ home, unfinished }: VerbsProps) {
  const begin = useBegin();
  return (
    <div className={styles[unfinished ? "waiting" : "verbs"]}>
      {unfinished ? <p>{HOME.unfinished}</p> : null}
      {VERBS.map(([ceremony, title, line], i) => (
        <Verb
          key={ceremony} title={title} line={line} time={about(home.minutes[ceremony])}
          whyNot={unfinished ? "" : home.may[ceremony] ? null : HOME.needsActivation}
          onPress={() => { begin(ceremony); }} autoFocus={i === 0 && !unfinished}
        />
      ))}
    </div>
  );
}

/** Begins a ceremony, with media where new ones are wanted. */
function useBegin(): (ceremony: CeremonyName) => void {
  const on = useMediaPlace();
  return (ceremony) => { void ask("begin", { ceremony, on }); };
}
