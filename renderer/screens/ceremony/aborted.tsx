// After an abort: the reason, what to do with each object, and how to close the record.
import { useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Check } from "../../parts/check.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { nameOf } from "../../stores/people.ts";
import { say } from "../../text/say.ts";
import shared from "../../design/shared.module.css";
import styles from "./aborted.module.css";
import { Except } from "./foot.tsx";
import { OpenSheet } from "./open-sheet.tsx";
import type { Ceremony } from "../../stores/timetable.ts";
import { Refused } from "./refusal.tsx";
import { Remains } from "./remains.tsx";

interface AbortedProps {
  readonly view: WindowView;
  readonly ceremony: Ceremony;
}

/** The entire window until the record is closed. */
export function Aborted({ view, ceremony }: AbortedProps) {
  const [projector, setProjector] = useState(false);
  const [camera, setCamera] = useState(false);
  const { aborted } = ceremony;
  const witnessed = { projector, camera };
  return (
    <CeremonyScreen view={view}>
      <main className={shared["main"]}>
        <Scroller label={say("running.abort.title")} className={styles["scroll"]}>
          <Refused view={view} />
          <h1>{say("running.abort.title")}</h1>
          {aborted === null ? (
            <p>{say("running.abort.deciding")}</p>
          ) : (
            <>
              <Why view={view} aborted={aborted} />
              <h2>{say("running.abort.remains")}</h2>
              <Remains view={view} remains={aborted.remains} />
              <h2>{say("running.abort.close")}</h2>
              <div className={styles["close"]}>
                {ceremony.mayStillSign ? (
                  <div>
                    <p>{say("running.abort.signLine")}</p>
                    <Check isSelected={projector} onChange={setProjector}>
                      {say("step-frame.step.projector")}
                    </Check>
                    <Check isSelected={camera} onChange={setCamera}>
                      {say("step-frame.step.camera")}
                    </Check>
                  </div>
                ) : null}
                <p>{say("running.abort.paperLine")}</p>
              </div>
            </>
          )}
        </Scroller>
      </main>
      <FootBar main={<Close ceremony={ceremony} witnessed={witnessed} />}>
        <Except />
      </FootBar>
      <OpenSheet view={view} />
    </CeremonyScreen>
  );
}

interface WhyProps {
  readonly view: WindowView;
  readonly aborted: NonNullable<Ceremony["aborted"]>;
}

function Why({ view, aborted: { reason, decidedBy } }: WhyProps) {
  return (
    <dl className={styles["facts"]}>
      <dt>{say("running.abort.reason")}</dt>
      <dd>{reason}</dd>
      <dt>{say("running.abort.by")}</dt>
      <dd>{decidedBy.map((role) => nameOf(view, role)).join(", ")}</dd>
    </dl>
  );
}

interface CloseProps {
  readonly ceremony: Ceremony;
  readonly witnessed: { readonly projector: boolean; readonly camera: boolean };
}

/** On paper, or by signatures if a person here has a signing key. */
function Close({ ceremony, witnessed }: CloseProps) {
  const { pending } = useAction();
  const isBusy = pending !== null;
  if (ceremony.aborted === null) return null;
  const looked = witnessed.projector && witnessed.camera;
  const onPaper = () => void ask("end", { how: "paper" });
  if (!ceremony.mayStillSign)
    return (
      <Button kind="main" isBusy={isBusy} onPress={onPaper}>
        {say("running.abort.paper")}
      </Button>
    );
  return (
    <>
      <Button kind="second" small isBusy={isBusy} onPress={onPaper}>
        {say("running.abort.paper")}
      </Button>
      {looked ? (
        <Button
          kind="main"
          isBusy={isBusy}
          onPress={() => void ask("end", { how: "signatures", witnessed })}>
          {say("running.abort.sign")}
        </Button>
      ) : (
        <WaitingButton reason={say("step-frame.step.checksFirst")}>
          {say("running.abort.sign")}
        </WaitingButton>
      )}
    </>
  );
}
