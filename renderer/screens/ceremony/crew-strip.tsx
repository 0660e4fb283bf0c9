// A strip while the simulated crew acts: what it does now, and a button to stop it.
import { list, sentence } from "../../../electron/text/text.ts";
import type { ReactNode } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { Quoted } from "../../parts/quoted.tsx";
import { ask } from "../../stores/action.ts";
import { nameOf, officerRole } from "../../stores/people.ts";
import { doingLine } from "../../text/crew.ts";
import { said, say } from "../../text/say.ts";
import { awaitedLine } from "./awaited.ts";
import styles from "./crew-strip.module.css";

/** The window's content, with the strip below while the crew has something to do or say. */
export function WithCrew({
  view,
  children,
}: {
  readonly view: WindowView;
  readonly children: ReactNode;
}) {
  const { ceremony, crew } = view;
  const isOver = ceremony?.closed === true && crew?.fault === null;
  const isOn =
    crew !== null && !isOver && (crew.to !== "" || crew.seats.length > 0 || crew.fault !== null);
  return (
    <div className={isOn ? styles["with"] : ""}>
      {children}
      {isOn ? <Strip view={view} crew={crew} /> : null}
    </div>
  );
}

/** The member of the crew who types a passphrase now; it stays hidden. */
function typingNow(
  { activity, ceremony }: WindowView,
  { seats, to }: StripProps["crew"],
): NonNullable<WindowView["crew"]>["doing"] {
  if (activity.kind !== "typing") return null;
  const by = officerRole(activity.seat);
  const isTheirs = to !== "" || seats.includes(by);
  return isTheirs ? { by, what: "type", step: ceremony?.step?.id ?? "" } : null;
}

/** The announced act is still to be done in the shown step. */
function isAhead(
  { ceremony }: WindowView,
  { what, step }: NonNullable<NonNullable<WindowView["crew"]>["doing"]>,
): boolean {
  if (step !== (ceremony?.step?.id ?? "")) return false;
  return what !== "perform" || ceremony?.isPerformed !== true;
}

interface StripProps {
  readonly view: WindowView;
  readonly crew: NonNullable<WindowView["crew"]>;
}

function Strip({ view, crew }: StripProps) {
  const { fault, to, pace } = crew;
  const doing = typingNow(view, crew) ?? crew.doing;
  const line =
    fault !== null
      ? said(list([sentence("crew.stopped"), fault.message, fault.next], " "))
      : doing !== null
        ? isAhead(view, doing)
          ? doingLine(nameOf(view, doing.by), doing)
          : say("crew.goesOn")
        : view.activity.kind === "working"
          ? say("crew.working")
          : awaitedLine(view);
  const stop = () => void ask("crew", { seats: [], to: "", pace });
  return (
    <section className={styles["strip"]} aria-label={say("crew.title")}>
      <strong>{say("crew.open")}</strong>
      <p role="status" data-fault={fault !== null}>
        {line}
      </p>
      <Quoted said={fault?.said} />
      {fault === null ? (
        <Button
          kind="second"
          small
          onPress={stop}
          label={to === "" ? say("crew.stop") : say("crew.stopHint")}>
          {say("crew.stop")}
        </Button>
      ) : (
        <Button kind="second" small onPress={stop}>
          {say("crew.close")}
        </Button>
      )}
    </section>
  );
}
