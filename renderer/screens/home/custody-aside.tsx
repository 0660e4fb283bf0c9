// The custody beside the verbs: the proven pairs, and always what that does not prove.
import type { CustodyKnown, HomeView, WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { stationOf } from "../../parts/station.tsx";
import { QuorumPicture } from "../../parts/quorum-picture.tsx";
import { takeEvidence } from "../../parts/take-evidence.ts";
import { Told, useOutcome } from "../../parts/told.tsx";
import { recordHint } from "../../text/anchoring.ts";
import { goTo } from "../../stores/route.ts";
import { dueLine, healthReasons, healthTitle, healthWord } from "../../text/custody.ts";
import { leftTitle, provenLine, provenTitle, troubledLine } from "../../text/home.ts";
import { seatOf } from "../../text/objects.ts";
import { said, say } from "../../text/say.ts";
import { ago, dayAgo, dayOrTime, dayUntil } from "../../text/times.ts";
import styles from "./custody-aside.module.css";

interface AsideProps {
  readonly view: WindowView;
  /** In milliseconds. */
  readonly now: number;
}

/** The darker sheet at the right of Home. */
export function CustodyAside({ view, now }: AsideProps) {
  const {
    home,
    home: { custody },
  } = view;
  const nothing =
    stationOf(view) === "connected" ? <Elsewhere site={view.site} /> : <NothingKnown home={home} />;
  return (
    <aside className={styles["aside"]} aria-label={say("home.custody")}>
      {home.example === "is" ? (
        <p className={styles["example"]}>{say("crew.learn.exampleHere")}</p>
      ) : null}
      {custody === null ? nothing : <Known custody={custody} now={now} />}
      <div className={styles["foot"]}>
        {custody === null ? (
          <span />
        ) : (
          <Button kind="second" small onPress={() => goTo("custody")}>
            {say("home.seeCustody")}
          </Button>
        )}
        {home.ceremonies.some(({ closedAt }) => closedAt !== null) ? <TakeAway /> : null}
      </div>
    </aside>
  );
}

/** All evidence of the last closed ceremony, also long after its end. */
function TakeAway() {
  const { outcome, run } = useOutcome();
  return (
    <>
      <Button kind="second" small onPress={() => run(() => takeEvidence("newest"))}>
        {say("evidence.takeAway")}
      </Button>
      <div className={styles["saved"]}>
        <Told outcome={outcome} />
      </div>
    </>
  );
}

function Known({ custody, now }: { readonly custody: CustodyKnown; readonly now: number }) {
  const { health, subsets, provenAt, hsm } = custody;
  const { officers, required } = health;
  const troubled = officers.filter(({ trouble }) => trouble !== "").map(({ seat }) => seat);
  if (health.level === "would-fail" || troubled.length > 0)
    return <Troubled custody={custody} now={now} troubled={troubled} />;
  const proven = subsets.map((seats) => ({ seats, at: null }));
  const all = choose(officers.length, required);
  return (
    <>
      <h1>{provenTitle(proven.length, all, required)}</h1>
      <p className={styles["line"]}>{provenLine(hsm, agoOrNever(provenAt, now))}</p>
      <div className={styles["triangle"]}>
        <QuorumPicture
          officers={officers}
          quorum={required}
          proven={proven}
          opened={[]}
          size="large"
        />
      </div>
      <Dates custody={custody} now={now} />
    </>
  );
}

interface TroubledProps {
  readonly custody: CustodyKnown;
  readonly now: number;
  /** Seats of officers whose keys cannot be relied on. */
  readonly troubled: readonly number[];
}

/** What happened since the last proof, in place of its picture. */
function Troubled({ custody, now, troubled }: TroubledProps) {
  const { health, subsets, provenAt, hsm } = custody;
  const left = subsets.filter((seats) => !seats.some((seat) => troubled.includes(seat)));
  return (
    <>
      <h1>
        {health.level === "would-fail"
          ? healthTitle(health)
          : leftTitle(left.length, subsets.length, health.required)}
      </h1>
      <p className={styles["line"]}>{troubledLine(hsm, agoOrNever(provenAt, now))}</p>
      <ul className={styles["reasons"]}>
        {healthReasons(health).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <Dates custody={custody} now={now} />
    </>
  );
}

const agoOrNever = (at: string | null, now: number): string =>
  at === null ? say("home.known.never") : ago(at, now);

function Dates({ custody, now }: { readonly custody: CustodyKnown | null; readonly now: number }) {
  const { lastDrill = null, lastBackup = null, health = null } = custody ?? {};
  const record = custody === null ? "" : recordHint(custody);
  return (
    <dl className={styles["dates"]}>
      {health === null ? null : (
        <>
          <dt>{say("home.known.health")}</dt>
          <dd>{said(healthWord(health))}</dd>
        </>
      )}
      <dt>{say("home.known.drill")}</dt>
      <dd>{lastDrill === null ? say("home.known.never") : dayAgo(lastDrill, now)}</dd>
      <dt>{say("home.known.backup")}</dt>
      <dd>{lastBackup === null ? say("home.known.none") : dayOrTime(lastBackup)}</dd>
      {health === null ? null : (
        <>
          <dt>{say("home.known.attestation")}</dt>
          <dd>{nextLine(health.attestation, now)}</dd>
          <dt>{say("home.known.dryRun")}</dt>
          <dd>{nextLine(health.dryRun, now)}</dd>
        </>
      )}
      {record === "" ? null : (
        <>
          <dt>{say("home.known.record")}</dt>
          <dd>{record}</dd>
        </>
      )}
    </dl>
  );
}

/** "3 May 2027, in 51 days", or since when it is overdue. */
function nextLine(due: CustodyKnown["health"]["attestation"], now: number): string {
  const isAhead = due.at !== "" && due.overdueDays === 0;
  return isAhead ? dayUntil(due.at, now) : dueLine(due);
}

/** Before anything is known: an empty form of the later content. */
function NothingKnown({ home }: { readonly home: HomeView }) {
  const { officers: count, quorum } = home.proposedCounts;
  const officers = home.proposedPeople.flatMap(({ role, name }) => {
    const seat = seatOf(role);
    return seat === null || seat > count ? [] : [{ seat, name }];
  });
  return (
    <>
      <h1>{say("home.known.nothing")}</h1>
      <p className={styles["line"]}>{say("home.known.nothingLine")}</p>
      <div className={styles["triangle"]}>
        {officers.length === 0 ? null : (
          <QuorumPicture officers={officers} quorum={quorum} proven={[]} opened={[]} size="large" />
        )}
      </div>
      <Dates custody={null} now={0} />
    </>
  );
}

/** At the connected station: where custody is known, and which HSM is asked from here. */
function Elsewhere({ site }: Pick<WindowView, "site">) {
  return (
    <>
      <h1>{say("arrival.elsewhere")}</h1>
      <p className={styles["line"]}>{say("arrival.elsewhereLine")}</p>
      <div className={styles["triangle"]} />
      {site === null ? null : (
        <dl className={styles["dates"]}>
          <dt>{say("arrival.hsm")}</dt>
          <dd>{site.name}</dd>
          <dt>{say("arrival.host")}</dt>
          <dd className={styles["host"]}>{site.host}</dd>
          <dt>{say("arrival.signIn")}</dt>
          <dd>{say(`sign-in.ways.${site.way}.short`)}</dd>
        </dl>
      )}
    </>
  );
}

/** The number of groups of `required` among this many officers. */
const choose = (officers: number, required: number): number =>
  Array.from({ length: required }, (_, i) => i).reduce(
    (groups, i) => (groups * (officers - i)) / (i + 1),
    1,
  );
