// The removable drives in this computer: what each is, and what can be done with it.
import { useEffect, useState } from "react";
import type { BridgeFault } from "../../../electron/bridge/contract.ts";
import type { DrivesView, StationRoleName, WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { useKeptFocus } from "../../parts/kept-focus.ts";
import { Scroller } from "../../parts/scroller.tsx";
import { Section } from "../../parts/section.tsx";
import { Screen } from "../../parts/screen.tsx";
import { ask, forget, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { goTo } from "../../stores/route.ts";
import { mediaHere } from "../../text/drives.ts";
import { said, say } from "../../text/say.ts";
import { dayBeside } from "../../text/times.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import { DriveTable } from "./drive-table.tsx";
import styles from "./drives.module.css";
import { Never } from "./never.tsx";
import { afterEject, afterPrepare, hear, SILENT } from "./news.ts";

/** The system's first answer takes about this long. */
const FIRST_ANSWER_MS = 4000;

/** The drives, watched as long as this screen is there. */
export function Drives({ view }: { readonly view: WindowView }) {
  const { pending, fault } = useAction();
  const now = useNow(60_000);
  const { ref, onFocus } = useKeptFocus();
  const { role } = view.stationRole;
  const drives = mediaHere(view.drives, role);
  useEffect(() => {
    void ask("watch", { on: true });
    return () => void ask("watch", { on: false });
  }, []);
  return (
    <Screen view={view} sub={dayBeside(now)}>
      <div className={styles["drives"]}>
        <main
          className={styles["main"]}
          aria-label={say("drives.title")}
          tabIndex={-1}
          ref={ref}
          onFocus={onFocus}>
          {fault === null ? <Sticks drives={drives} role={role} /> : <Refused fault={fault} />}
        </main>
        <Never drives={drives} role={role} />
      </div>
      <FootBar
        main={
          <Button kind="main" autoFocus isBusy={pending !== null} onPress={() => goTo("home")}>
            {say("drives.back")}
          </Button>
        }
      />
    </Screen>
  );
}

interface SticksProps {
  readonly drives: DrivesView | null;
  readonly role: StationRoleName;
}

function Sticks({ drives, role }: SticksProps) {
  const [news, setNews] = useState(SILENT);
  const isLate = useLate();
  const heard = hear(news, drives);
  if (heard !== news) setNews(heard);
  const known = drives?.state === "known" ? drives : null;
  const first = heard.heard === null && !isLate ? say("drives.looking") : say("drives.unknown");
  const line = known === null ? "" : said(heard.line);
  return (
    <div className={styles["sticks"]}>
      <h1 className={styles["title"]}>{say("drives.title")}</h1>
      <div className={styles["said"]}>
        {line === "" ? <p className={styles["lead"]}>{say("drives.lead")}</p> : null}
        <p className={styles["told"]} role="status">
          {line}
        </p>
      </div>
      <Scroller label={say("drives.title")} className={styles["scroll"]}>
        {known === null ? <p className={styles["none"]}>{first}</p> : null}
        {known?.drives.length === 0 ? <None role={role} /> : null}
        {known === null || known.drives.length === 0 ? null : (
          <DriveTable
            known={known}
            role={role}
            onPrepared={(label) => setNews((before) => afterPrepare(before, label))}
            onEjected={({ name }) => setNews((before) => afterEject(before, name))}
          />
        )}
      </Scroller>
    </div>
  );
}

function None({ role }: Pick<SticksProps, "role">) {
  return (
    <div className={styles["none"]}>
      <p>{say("drives.none")}</p>
      <p className={styles["needs"]}>{say(`drives.needs.${role}`)}</p>
    </div>
  );
}

/** Whether a first answer is overdue. */
function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), FIRST_ANSWER_MS);
    return () => window.clearTimeout(timer);
  }, []);
  return isLate;
}

/** Shown in place of the sticks; after reading, the drives are watched again. */
function Refused({ fault }: { readonly fault: BridgeFault }) {
  const { pending } = useAction();
  const answer = () => {
    forget();
    void ask("watch", { on: true });
  };
  return (
    <Scroller label={say("drives.title")} className={styles["refused"]}>
      <Sign refusal={fault} isFirst />
      <Section label={say("refusal.next")} now grow>
        <NextLines next={fault.next} />
        <div className={styles["answer"]}>
          <Button kind="main" autoFocus isBusy={pending !== null} onPress={answer}>
            {say("refusal.understood")}
          </Button>
        </div>
      </Section>
    </Scroller>
  );
}
