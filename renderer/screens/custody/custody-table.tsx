// The list of all objects in custody.
import { Icon } from "../../parts/icon.tsx";
import { OfficerMark } from "../../parts/officer-mark.tsx";
import table from "../../parts/table.module.css";
import { objectName, seatOf } from "../../text/objects.ts";
import { say } from "../../text/say.ts";
import { shortDay } from "../../text/times.ts";
import styles from "./custody-table.module.css";

/** An object, and when it was last seen if that differs between objects. */
interface Listed {
  readonly object: string;
  readonly seal: string;
  readonly place: string;
  readonly custodian: string;
  readonly seenAt?: string;
}

/** Every object with its seal, place and custodian. */
export function CustodyTable({ objects }: { readonly objects: readonly Listed[] }) {
  const isDated = objects.some(({ seenAt }) => seenAt !== undefined);
  return (
    <table className={`${table["table"]} ${styles["table"]}`}>
      <thead>
        <tr>
          <th scope="col">{say("custody.object")}</th>
          <th scope="col">{say("custody.seal")}</th>
          <th scope="col">{say("custody.place")}</th>
          <th scope="col">{say("custody.custodian")}</th>
          {isDated ? (
            <th scope="col" className={styles["end"]}>
              {say("custody.lastSeen")}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {objects.map((object, i) => (
          <Row
            key={object.object}
            object={object}
            isLast={seatOf(object.object) !== seatOf(objects[i + 1]?.object ?? "")}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly object: Listed;
  /** The last one of its officer: a stronger rule below. */
  readonly isLast: boolean;
}

function Row({ object: { object, seal, place, custodian, seenAt }, isLast }: RowProps) {
  const seat = seatOf(object);
  return (
    <tr className={isLast ? styles["last"] : ""}>
      <th scope="row">
        <span className={styles["name"]}>
          {seat === null ? <Icon name="document" size="m" /> : <OfficerMark seat={seat} />}
          {objectName(object)}
        </span>
      </th>
      <td data-label={say("custody.seal")}>{seal}</td>
      <td data-label={say("custody.place")}>{place}</td>
      <td data-label={say("custody.custodian")}>{custodian}</td>
      {seenAt === undefined ? null : (
        <td className={styles["end"]} data-label={say("custody.lastSeen")}>
          {shortDay(seenAt)}
        </td>
      )}
    </tr>
  );
}
