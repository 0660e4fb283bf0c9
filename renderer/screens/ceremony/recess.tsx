// A recess: nothing runs. The words to find again, and the bags to compare when it ends.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { HeadWords } from "../../parts/head-words.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useSheet } from "../../stores/sheet.ts";
import { FRAME } from "../../text/frame.ts";
import { RECESS, recessSince } from "../../text/running.ts";
import { shortTime } from "../../text/times.ts";
import { OpenSheet } from "./open-sheet.tsx";
import type { Ceremony } from "./timetable.ts";
import { NextLines, Sign, WrongFields } from "./refusal.tsx";
import styles from "./recess.module.css";
import { Except } from "./foot.tsx";
import { Found, useFound } from "./seals.tsx";

interface RecessProps {
  readonly view: WindowView;
  readonly ceremony: Ceremony;
}

/** The whole window while a recess lasts. */
export function Recess({ view, ceremony }: RecessProps) {
  const { fault } = useAction();
  const sheet = useSheet();
  const since = ceremony.ledger.findLast(({ type }) => type === "recess-began")?.at;
  return (
    <CeremonyScreen view={view}>
      <main className={styles["main"]}>
        <Scroller label={RECESS.title} className={styles["recess"]}>
          {fault === null || sheet !== null ? null : (
            <div className={styles["refused"]}>
              <Sign refusal={fault} />
              <NextLines next={fault.next} />
              {fault.fields === undefined ? null : (
                <WrongFields fields={fault.fields} label={RECESS.bag} />
              )}
            </div>
          )}
          <div className={styles["sheet"]}>
            <div>
              <h1>{RECESS.title}</h1>
              {since === undefined ? null : (
                <p className={styles["since"]}>{recessSince(shortTime(since))}</p>
              )}
              <p className={styles["lead"]}>{RECESS.lead}</p>
              <ul className={styles["rules"]}>
                {RECESS.rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </div>
            <section className={styles["head"]}>
              <h2>{FRAME.head}</h2>
              <p>{RECESS.head}</p>
              <HeadWords words={ceremony.words} large />
            </section>
          </div>
          <Bags ceremony={ceremony} wrong={fault?.fields} />
        </Scroller>
      </main>
      <FootBar main={<End ceremony={ceremony} />}>
        <Except />
      </FootBar>
      <OpenSheet view={view} />
    </CeremonyScreen>
  );
}

interface BagsProps {
  readonly ceremony: Ceremony;
  readonly wrong: readonly string[] | undefined;
}

function Bags({ ceremony: { recess }, wrong }: BagsProps) {
  if (recess === null || recess.seals.length === 0) return null;
  return (
    <section className={styles["bags"]}>
      <h2>{RECESS.compare}</h2>
      <p>{recess.excepted ? RECESS.excepted : RECESS.compareLine}</p>
      <Found before={[...recess.seals]} wrong={wrong} />
    </section>
  );
}

/** The witness ends it. */
function End({ ceremony: { recess } }: { readonly ceremony: Ceremony }) {
  const { pending } = useAction();
  const { found, missing, drop } = useFound([...(recess?.seals ?? [])]);
  const label = recess?.excepted === true ? RECESS.endExcepted : RECESS.end;
  const end = async () => {
    if (await ask("recess", { on: false, seals: found })) drop();
  };
  if (missing !== null) return <WaitingButton reason={missing}>{label}</WaitingButton>;
  return (
    <Button kind="main" isBusy={pending !== null} onPress={() => void end()}>
      {label}
    </Button>
  );
}
