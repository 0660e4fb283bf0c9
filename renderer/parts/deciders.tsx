// Who decides: people to tick, two or more.
import { personLine, type Person } from "../stores/people.ts";
import { Check, toggled } from "./check.tsx";
import styles from "./deciders.module.css";

/** Whether enough people decided. */
export const areEnough = (decidedBy: readonly string[]): boolean => decidedBy.length >= 2;

interface DecidersProps {
  readonly people: readonly Person[];
  /** The roles that are ticked. */
  readonly decidedBy: readonly string[];
  readonly onChange: (decidedBy: readonly string[]) => void;
  /** The decision, with a word beside it; without them the screen shows it above. */
  readonly legend?: string;
  readonly note?: string;
  readonly label?: (person: Person) => string;
  /** The first box takes the focus. */
  readonly autoFocus?: boolean;
}

/** The people, each with a box. */
export function Deciders(props: DecidersProps) {
  const { people, decidedBy, onChange, legend, note, label = personLine } = props;
  return (
    <fieldset className={styles["deciders"]}>
      {legend === undefined ? null : (
        <legend>
          {legend}
          {note === undefined ? null : (
            <>
              {" "}
              <span>{note}</span>
            </>
          )}
        </legend>
      )}
      <div className={styles["people"]}>
        {people.map((person, at) => (
          <Check
            key={person.role}
            isSelected={decidedBy.includes(person.role)}
            onChange={() => onChange(toggled(decidedBy, person.role))}
            autoFocus={props.autoFocus === true && at === 0}>
            {label(person)}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}
