// What this computer is for: three answers; becoming a station is confirmed once more.
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type {
  StationRoleName,
  StationRoleView,
  WindowView,
} from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { StationBadges, type Station } from "../../parts/station.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { goTo } from "../../stores/route.ts";
import { say } from "../../text/say.ts";
import { keptLine, sureTitle, sureYes } from "../../text/station-role.ts";
import { dayBeside } from "../../text/times.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import { Sheet, SheetEnd } from "../ceremony/sheet.tsx";
import shared from "../../design/shared.module.css";
import styles from "./station-role.module.css";

const ALL: readonly StationRoleName[] = ["rehearsal", "offline", "connected"];

export function StationRoleChoice({ view }: { readonly view: WindowView }) {
  const { pending, fault } = useAction();
  const now = useNow(60_000);
  const [asked, setAsked] = useState<Station | null>(null);
  const become = async (role: StationRoleName) => {
    if (!(await ask("chooseStationRole", { role }))) return;
    setAsked(null);
    goTo("home");
  };
  const choose = (role: StationRoleName) => {
    if (role === "rehearsal") void become(role);
    else setAsked(role);
  };
  return (
    <Screen view={view} sub={dayBeside(now)}>
      <main className={shared["main"]}>
        <Scroller label={say("station-role.title")} className={shared["page"]}>
          {fault === null || asked !== null ? null : (
            <>
              <Sign refusal={fault} />
              <NextLines next={fault.next} />
            </>
          )}
          <h1 className={styles["heading"]}>{say("station-role.title")}</h1>
          <p className={styles["lead"]}>{say("station-role.lead")}</p>
          {ALL.map((role) => (
            <Answer key={role} role={role} view={view} onPress={() => choose(role)} />
          ))}
          <PaperWords program={view.stationRole} />
        </Scroller>
      </main>
      <FootBar
        main={
          <Button kind="main" autoFocus isBusy={pending !== null} onPress={() => goTo("home")}>
            {say("station-role.back")}
          </Button>
        }
      />
      {asked === null ? null : (
        <Sure station={asked} onClose={() => setAsked(null)} onYes={() => void become(asked)} />
      )}
    </Screen>
  );
}

/**
 * The words of a signed package and of a live image, before anyone makes this computer a station.
 */
function PaperWords({ program: { release, image } }: { readonly program: StationRoleView }) {
  const words = { key: release?.key, package: release?.package, image };
  const known = (["key", "package", "image"] as const).filter((of) => words[of] != null);
  if (known.length === 0) return null;
  return (
    <dl className={styles["words"]} aria-label={say("station-role.release.title")}>
      {known.map((of) => (
        <div key={of}>
          <dt>{say(`station-role.release.${of}`)}</dt>
          <dd lang="en">{words[of]?.join(" ")}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AnswerProps {
  readonly role: StationRoleName;
  readonly view: WindowView;
  readonly onPress: () => void;
}

/** One answer: the current one is framed, an unavailable one is dashed. */
function Answer({
  role,
  view: {
    stationRole: { role: current, kept },
  },
  onPress,
}: AnswerProps) {
  if (role === current) {
    return (
      <div className={`${styles["answer"]} ${styles["current"]}`} aria-current="true">
        <What role={role} />
        <p className={styles["state"]}>
          <Icon name="check" /> {say("station-role.now")}
        </p>
      </div>
    );
  }
  if (kept !== null && role !== "rehearsal" && role !== kept) {
    return (
      <div className={`${styles["answer"]} ${styles["never"]}`}>
        <What role={role} />
        <p className={styles["reason"]}>{keptLine(kept)}</p>
      </div>
    );
  }
  return (
    <AriaButton
      className={styles["answer"] ?? ""}
      aria-label={say(`station-role.stationRoles.${role}.title`)}
      aria-description={say(`station-role.stationRoles.${role}.line`)}
      onPress={onPress}>
      <What role={role} />
      <span className={styles["state"]}>
        {say("station-role.choose")} <Icon name="right" />
      </span>
    </AriaButton>
  );
}

function What({ role }: { readonly role: StationRoleName }) {
  return (
    <>
      <span className={styles["badge"]} aria-hidden="true">
        {role === "rehearsal" ? (
          <StationBadges station={null} mode="REHEARSAL" />
        ) : (
          <StationBadges station={role} mode="PRODUCTION" />
        )}
      </span>
      <span>
        <span className={styles["title"]}>{say(`station-role.stationRoles.${role}.title`)}</span>
        <span className={styles["line"]}>{say(`station-role.stationRoles.${role}.line`)}</span>
      </span>
    </>
  );
}

interface SureProps {
  readonly station: Station;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** Asked once before a computer becomes a station: what that changes permanently. */
const Sure = ({ station, onYes, onClose }: SureProps) => (
  <Sheet title={sureTitle(station)} intro={say("station-role.sure.intro")} onClose={onClose}>
    <ul className={styles["means"]}>
      {([0, 1, 2] as const)
        .map((n) => say(`station-role.sure.lines.${station}.${n}`))
        .map((line) => (
          <li key={line}>{line}</li>
        ))}
    </ul>
    <SheetEnd
      cancel={say("station-role.sure.no")}
      button={sureYes(station)}
      missing={null}
      onWrite={onYes}
      onClose={onClose}
    />
  </Sheet>
);
