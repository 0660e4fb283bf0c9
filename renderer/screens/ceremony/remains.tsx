// What must be done with each object after an abort, and by whom.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { nameOf } from "../../stores/people.ts";
import { roleTitle } from "../../text/frame.ts";
import { becauseLine, remedyLine, thingName } from "../../text/running.ts";
import { say } from "../../text/say.ts";
import styles from "./aborted.module.css";

interface RemainsProps {
  readonly view: WindowView;
  readonly remains: NonNullable<NonNullable<WindowView["ceremony"]>["aborted"]>["remains"];
}

/** One row per object. */
export function Remains({ view, remains }: RemainsProps) {
  return (
    <table className={styles["remains"]}>
      <thead>
        <tr>
          <th scope="col">{say("running.abort.object")}</th>
          <th scope="col">{say("running.abort.deed")}</th>
          <th scope="col">{say("running.abort.who")}</th>
        </tr>
      </thead>
      <tbody>
        {remains.map(({ object, because, deed, by }) => (
          <tr key={`${object} ${because}`} data-deed={deed}>
            <th scope="row">{thingName(object)}</th>
            <td>
              <b>{remedyLine(deed)}</b>
              <span>{becauseLine(because)}</span>
            </td>
            <td>
              {nameOf(view, by)}
              <span>{roleTitle(by)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
