// Custody: every object with seal, place and custodian, and what is left if a site burns.
import type { CustodyKnown, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Edged } from "../../parts/station.tsx";
import { Triangle } from "../../parts/triangle.tsx";
import { CUSTODY, lostLine } from "../../text/home.ts";
import { day } from "../../text/times.ts";
import styles from "./custody.module.css";
import { CustodyTable } from "./custody-table.tsx";
import { findings, siteLosses, type SiteLoss } from "./site-loss.ts";

interface CustodyProps {
  readonly room: RoomView;
  readonly onBack: () => void;
}

/** The custody screen. */
export function Custody({ room, onBack }: CustodyProps) {
  const { custody } = room.home;
  return (
    <Edged station={null} mode={room.mode}>
      <Bar room={room} station={null} title={CUSTODY.title} sub={custody?.hsm ?? ""} />
      <div className={styles["custody"]}>
        {custody === null ? <p className={styles["nothing"]}>{CUSTODY.nothing}</p> : (
          <>
            <main className={styles["main"]}>
              <Scroller label={CUSTODY.title} className={styles["scroll"]}>
                <Objects custody={custody} />
              </Scroller>
            </main>
            <Sites custody={custody} />
          </>
        )}
      </div>
      <FootBar main={<Button kind="main" autoFocus onPress={onBack}>{CUSTODY.back}</Button>} />
    </Edged>
  );
}

function Objects({ custody }: { readonly custody: CustodyKnown }) {
  const { objects, seenAt, nextAttestation } = custody;
  const found = findings(custody);
  return (
    <div>
      <h1>{CUSTODY.count(objects.length)}</h1>
      <p className={styles["seen"]}>{CUSTODY.seen(day(seenAt), day(nextAttestation))}</p>
      {found.length === 0 ? <p className={styles["none"]}>{CUSTODY.noFinding}</p> : (
        <ul className={styles["findings"]}>
          {found.map((finding) => (
            <li key={finding}>
              <span className={styles["finding"]}>{CUSTODY.finding}</span>
              <span>{finding}</span>
            </li>
          ))}
        </ul>
      )}
      <CustodyTable objects={objects} seenAt={seenAt} />
    </div>
  );
}

function Sites({ custody }: { readonly custody: CustodyKnown }) {
  return (
    <aside className={styles["sites"]} aria-label={CUSTODY.burns}>
      <Scroller label={CUSTODY.burns} className={styles["scroll"]}>
        <div>
          <h2>{CUSTODY.burns}</h2>
          <p className={styles["seen"]}>{CUSTODY.burnsLine}</p>
          <ul className={styles["list"]}>
            {siteLosses(custody).map((loss) => (
              <Site key={loss.site} loss={loss} custody={custody} />
            ))}
          </ul>
        </div>
      </Scroller>
    </aside>
  );
}

interface SiteProps {
  readonly loss: SiteLoss;
  readonly custody: CustodyKnown;
}

function Site({ loss, custody }: SiteProps) {
  const { site, left, lost, domainLost, objects } = loss;
  const [number, of] = CUSTODY.pairsLeft(left.length, custody.subsets.length);
  const isThin = left.length < custody.subsets.length;
  const proven = left.map((seats) => ({ seats, at: null }));
  const quorum = custody.subsets[0]?.length ?? 2;
  return (
    <li className={`${styles["site"]} ${isThin ? styles["thin"] : ""}`}>
      <Triangle
        officers={custody.officers} quorum={quorum} proven={proven} lost={lost} size="small"
      />
      <div>
        <h3>{site}</h3>
        <p>{lostLine(lost, domainLost, objects)}</p>
      </div>
      <p className={styles["left"]}>
        <span>{number}</span>
        {of}
      </p>
    </li>
  );
}
