// The frame around every step: edge, bar, timetable, step, record, foot.
import { useState } from "react";
import type { RefusalView, WindowView } from "../../../electron/bridge/view.ts";
import { Scroller } from "../../parts/scroller.tsx";
import { CeremonyScreen } from "../../parts/screen.tsx";
import { useAction } from "../../stores/action.ts";
import { useSheet } from "../../stores/sheet.ts";
import { say } from "../../text/say.ts";
import { Step } from "../../steps/step.tsx";
import { Foot } from "./foot.tsx";
import styles from "./frame.module.css";
import { Incident } from "./incident.tsx";
import { Ledger } from "./ledger.tsx";
import { OpenSheet } from "./open-sheet.tsx";
import { Rail } from "./rail.tsx";
import { Refusal } from "./refusal.tsx";

/** An open ceremony, whatever its step. */
export function CeremonyFrame({ view }: { readonly view: WindowView }) {
  const [chosen, setChosen] = useState<{ step: string; folded: boolean } | null>(null);
  const { fault } = useAction();
  const sheet = useSheet();
  const { ceremony } = view;
  const step = ceremony?.step?.id ?? "";
  const folded = chosen?.step === step ? chosen.folded : isWide(view);
  const refusal =
    view.refusal
    ?? (fault === null || sheet !== null ? null : { ...fault, seat: null, canBeAccepted: false });
  return (
    <CeremonyScreen view={view}>
      <div className={`${styles["room"]} ${folded ? styles["folded"] : ""}`}>
        <main className={styles["centre"]}>
          <Scroller label={say("frame.step")} className={styles["step"]} key={step}>
            <Centre view={view} refusal={refusal} />
          </Scroller>
        </main>
        <Foot view={view} />
        <OpenSheet view={view} />
        <Rail view={view} />
        <Ledger view={view} folded={folded} onFold={(fold) => setChosen({ step, folded: fold })} />
      </div>
    </CeremonyScreen>
  );
}

/** The current content: a refusal first, then an incident to decide on. */
function Centre({
  view,
  refusal,
}: {
  readonly view: WindowView;
  readonly refusal: RefusalView | null;
}) {
  if (refusal !== null && !isListed(refusal)) return <Refusal view={view} refusal={refusal} />;
  return view.incident === null || view.activity.kind === "working" ? (
    <Step view={view} />
  ) : (
    <Incident view={view} incident={view.incident} />
  );
}

/** Words, a table of bags and the triangle need space: there the record starts folded. */
function isWide({ activity, ceremony }: WindowView): boolean {
  if (ceremony?.traits == null) return false;
  const { takesCustody, opensShares } = ceremony.traits;
  return takesCustody || activity.kind === "hearing" || (opensShares && activity.kind !== "idle");
}

/** A refusal whose reasons the step's own screen lists, each with its remedy. */
const isListed = ({ code }: { readonly code: string }): boolean =>
  ["E-PREFLIGHT", "E-PREFLIGHT-DECIDE"].includes(code);
