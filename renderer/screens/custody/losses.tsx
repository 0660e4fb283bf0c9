// What remains if a person, a place, a zone, a journey or a medium is lost.
import type { ReactNode } from "react";
import type { CustodyKnown } from "../../../electron/bridge/view.ts";
import { Scroller } from "../../parts/scroller.tsx";
import { QuorumPicture } from "../../parts/quorum-picture.tsx";
import { lostLine, named } from "../../text/custody.ts";
import { say } from "../../text/say.ts";
import styles from "./custody.module.css";
import { Geometry } from "./geometry.tsx";

interface LossesProps {
  readonly custody: CustodyKnown;
}

/** The darker sheet at the right. */
export function Losses({ custody }: LossesProps) {
  const dear = custody.media.filter((medium) => lostLine(medium) !== null);
  return (
    <aside className={styles["sites"]} aria-label={say("geometry.title")}>
      <Scroller label={say("geometry.title")} className={styles["scroll"]}>
        <div>
          <Geometry custody={custody} />
          <Part
            title={say("custody.medium")}
            line={dear.length === 0 ? say("custody.noMedium") : ""}>
            {dear.map(({ object, ...loss }) => (
              <Left
                key={object}
                title={named(object)}
                loss={loss}
                custody={custody}
                line={lostLine(loss) ?? ""}
              />
            ))}
          </Part>
        </div>
      </Scroller>
    </aside>
  );
}

interface PartProps {
  readonly title: string;
  readonly line: string;
  readonly children: readonly ReactNode[];
}

function Part({ title, line, children }: PartProps) {
  return (
    <>
      <h2>{title}</h2>
      <p className={styles["seen"]}>{line}</p>
      {children.length === 0 ? null : <ul className={styles["list"]}>{children}</ul>}
    </>
  );
}

interface LeftProps extends LossesProps {
  readonly title: string;
  readonly line: string;
  readonly loss: Pick<CustodyKnown["media"][number], "lost" | "left">;
}

function Left({ title, line, loss: { lost, left }, custody }: LeftProps) {
  const {
    health: { officers, required },
    subsets,
  } = custody;
  const of = say("custody.left.of", { all: subsets.length, required });
  const troubled = officers.filter(({ trouble }) => trouble !== "").map(({ seat }) => seat);
  const today = subsets.filter((seats) => !seats.some((seat) => troubled.includes(seat)));
  const isThin = left.length < today.length;
  return (
    <li className={`${styles["site"]} ${isThin ? styles["thin"] : ""}`}>
      <QuorumPicture
        officers={officers}
        quorum={required}
        lost={[...troubled, ...lost]}
        size="small"
        proven={left.map((seats) => ({ seats, at: null }))}
      />
      <div>
        <h3>{title}</h3>
        <p>{line}</p>
      </div>
      <p className={styles["left"]}>
        <span>{left.length}</span>
        {of}
      </p>
    </li>
  );
}
