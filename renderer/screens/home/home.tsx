// Home: what can be begun, what waits to be gone on with, and what is known of custody.
import type { CeremonyName, KnownCeremony, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { Edged } from "../../parts/station.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useMediaPlace } from "../../stores/media-place.ts";
import { useNow } from "../../stores/now.ts";
import { FRAME } from "../../text/frame.ts";
import { abortedLine, about, goOnLine, goOnWith, HOME } from "../../text/home.ts";
import { day } from "../../text/times.ts";
import { CustodyAside } from "./custody-aside.tsx";
import styles from "./home.module.css";
import { MediaChoice } from "./media-choice.tsx";
import { SiteChoice } from "./site-choice.tsx";
import { ScriptPapers } from "./script-papers.tsx";
import { GoOn, Lesser, Linked, Verb } from "./verb.tsx";

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
  const unfinished = home.ceremonies.filter(({ progress }) => progress === "unfinished");
  return (
    <Edged station={null} mode={room.mode}>
      <Bar room={room} station={null} title={FRAME.app} sub={day(now)} />
      <div className={styles["home"]}>
        <main className={styles["verbs"]} aria-label={HOME.verbs}>
          <LastAborted ceremonies={home.ceremonies} />
          {unfinished.map((one) => (
            <GoOnWith key={`${one.number} ${one.name}`} ceremony={one} />
          ))}
          <Verbs room={room} unfinished={unfinished} />
          <div className={styles["lesser"]}>
            <LesserVerb
              room={room} unfinished={unfinished} ceremony="attestation"
              title={HOME.gather} line={HOME.gatherLine} why={HOME.mayNotAttest}
            />
            <LesserVerb
              room={room} unfinished={unfinished} ceremony="hand-off"
              title={HOME.handOff} line={HOME.handOffLine}
              why={room.home.may.attestation ? HOME.partWaits : HOME.mayNotAttest}
            />
            <LesserVerb
              room={room} unfinished={unfinished} ceremony="recovery-alone"
              title={HOME.recoverAlone} line={HOME.recoverAloneLine} why={HOME.mayNotRecover}
            />
            <LesserVerb
              room={room} unfinished={unfinished} ceremony="adoption"
              title={HOME.adopt} line={HOME.adoptLine} why=""
            />
            <LesserVerb
              room={room} unfinished={unfinished} ceremony="replacement"
              title={HOME.replace} line={HOME.replaceLine} why={HOME.mayNotReplace}
            />
            {room.mode === "REHEARSAL" ? (
              <Lesser title={HOME.trainer} line={HOME.trainerLine} onPress={onTrainer} />
            ) : <Lesser title={HOME.rehearse} isPlain line={HOME.rehearseElsewhere} />}
            <Lesser title={HOME.audit} line={HOME.auditLine} onPress={onAudit} />
          </div>
          <div className={styles["media"]}>
            {room.mode === "REHEARSAL" ? <MediaChoice /> : <span />}
            {room.mode === "REHEARSAL" ? <SiteChoice room={room} /> : null}
            <ScriptPapers />
            <Linked onPress={onDrives}>{HOME.media}</Linked>
          </div>
        </main>
        <CustodyAside home={home} now={now} onCustody={onCustody} />
      </div>
    </Edged>
  );
}

/** Said while it is the last ceremony of this computer. */
function LastAborted({ ceremonies }: { readonly ceremonies: readonly KnownCeremony[] }) {
  const last = ceremonies.at(-1);
  if (last?.progress !== "aborted") return null;
  return (
    <p className={styles["aborted"]}>{abortedLine(last.name, last.hsm, last.closedAt)}</p>
  );
}

interface GoOnWithProps {
  readonly ceremony: KnownCeremony;
}

function GoOnWith({ ceremony: { name, hsm, openedAt, done, steps } }: GoOnWithProps) {
  const { pending } = useAction();
  const on = useMediaPlace();
  const step = { at: Math.min(done + 1, steps), of: steps };
  return (
    <GoOn
      title={goOnWith(name)} line={goOnLine(hsm, openedAt, step)} isBusy={pending !== null}
      onPress={() => { void ask("begin", { ceremony: name, on }); }}
    />
  );
}

interface LesserVerbProps extends VerbsProps {
  readonly ceremony: CeremonyName;
  readonly title: string;
  readonly line: string;
  /** Why it may not be begun, where it may not. */
  readonly why: string;
}

/** A ceremony that is held less often. */
function LesserVerb(
  { room: { home }, unfinished, ceremony, title, line, why }: LesserVerbProps,
) {
  const { whyNot, onPress } = useVerb(home, unfinished)(ceremony, why);
  return (
    <Lesser title={title} line={whyNot ?? line} {...(whyNot === null ? { onPress } : {})} />
  );
}

interface VerbsProps {
  readonly room: RoomView;
  readonly unfinished: readonly KnownCeremony[];
}

function Verbs({ room: { home }, unfinished }: VerbsProps) {
  const verb = useVerb(home, unfinished);
  return (
    <>
      <Verb
        title={HOME.activate} line={HOME.activateLine} {...verb("activation", "")}
        autoFocus={unfinished.length === 0}
      />
      <Verb
        title={HOME.attest} line={HOME.attestLine}
        {...verb("attestation-part", HOME.mayNotAttest)}
      />
      <Verb
        title={HOME.recover} line={HOME.recoverLine} {...verb("recovery", HOME.mayNotRecover)}
      />
    </>
  );
}

/** What a verb does, how long it takes, and why it cannot be done now. */
function useVerb(home: RoomView["home"], unfinished: readonly KnownCeremony[]) {
  const on = useMediaPlace();
  return (ceremony: CeremonyName, why: string) => ({
    time: about(home.minutes[ceremony]),
    whyNot: unfinished.length > 0 ? HOME.activateUnfinished : home.may[ceremony] ? null : why,
    onPress: () => { void ask("begin", { ceremony, on }); },
  });
}
