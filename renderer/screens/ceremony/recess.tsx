// A recess: nothing runs. Shows the words to find again, and the bags to compare at its end.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { HeadWords } from "../../parts/head-words.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { WrongFields } from "../../parts/wrong-fields.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useSheet } from "../../stores/sheet.ts";
import { bagLine, recessSince } from "../../text/running.ts";
import { say } from "../../text/say.ts";
import { shortTime } from "../../text/times.ts";
import { OpenSheet } from "./open-sheet.tsx";
import type { Ceremony } from "../../stores/timetable.ts";
import { NextLines, Sign } from "./refusal.tsx";
import calm from "./calm.module.css";
import styles from "./recess.module.css";
import { Except } from "./foot.tsx";
import { Found, useFound } from "./seals.tsx";

interface RecessProps {
  readonly view: WindowView;
  readonly ceremony: Ceremony;
}

/** The entire window during a recess. */
export function Recess({ view, ceremony }: RecessProps) {
  const { fault } = useAction();
  const sheet = useSheet();
  const since = ceremony.ledger.findLast(({ type }) => type === "recess-began")?.at;
  return (
    <CeremonyScreen view={view}>
      <main className={calm["main"]}>
        <Scroller label={say("running.recess.title")} className={calm["scroll"]}>
          {fault === null || sheet !== null ? null : (
            <div className={styles["refused"]}>
              <Sign refusal={fault} />
              <NextLines next={fault.next} />
              {fault.fields === undefined ? null : (
                <WrongFields fields={fault.fields} label={bagLine} />
              )}
            </div>
          )}
          <div className={styles["sheet"]}>
            <div>
              <h1>{say("running.recess.title")}</h1>
              {since === undefined ? null : (
                <p className={styles["since"]}>{recessSince(shortTime(since))}</p>
              )}
              <p className={styles["lead"]}>{say("running.recess.lead")}</p>
              <ul className={styles["rules"]}>
                {([0, 1, 2] as const)
                  .map((n) => say(`running.recess.rules.${n}`))
                  .map((rule) => (
                    <li key={rule}>{rule}</li>
                  ))}
              </ul>
            </div>
            <section className={calm["head"]}>
              <h2>{say("frame.head")}</h2>
              <p>{say("running.recess.head")}</p>
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
      <h2>{say("running.recess.compare")}</h2>
      <p>{recess.excepted ? say("running.recess.excepted") : say("running.recess.compareLine")}</p>
      <Found before={[...recess.seals]} wrong={wrong} />
    </section>
  );
}

/** The witness ends it. */
function End({ ceremony: { recess } }: { readonly ceremony: Ceremony }) {
  const { pending } = useAction();
  const { found, missing, drop } = useFound([...(recess?.seals ?? [])]);
  const label =
    recess?.excepted === true ? say("running.recess.endExcepted") : say("running.recess.end");
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
