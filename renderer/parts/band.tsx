// The band of who acts: the largest thing on a step, in the colour of the person.
import { OfficerMark } from "./officer-mark.tsx";
import styles from "./band.module.css";

export type BandRole = "administrator" | "witness" | "nobody";

interface BandProps {
  /** The officer who acts; null for a person without a key. */
  readonly seat: number | null;
  readonly role?: BandRole;
  /** Such as "Officer 2". */
  readonly title: string;
  readonly name: string;
  /** What the person does now, in the imperative. */
  readonly verb: string;
  readonly detail?: string | undefined;
}

/** Who acts now, and what that person does. */
export function Band({ seat, role = "administrator", title, name, verb, detail }: BandProps) {
  const tone = seat === null ? styles["ruled"] : styles["coloured"];
  const officer = seat === null ? {} : { "data-officer": seat };
  return (
    <div className={`${styles["band"]} ${tone}`} {...officer}>
      {seat === null ? (
        <RoleMark role={role} />
      ) : (
        <OfficerMark seat={seat} size="l" inverse silent />
      )}
      <div className={styles["who"]}>
        <p className={styles["title"]}>{title}</p>
        <p className={styles["name"]} data-long={lengthOf(name)}>
          {name}
        </p>
      </div>
      <div className={styles["act"]}>
        <p className={styles["verb"]}>{verb}</p>
        {detail === undefined ? null : <p className={styles["detail"]}>{detail}</p>}
      </div>
    </div>
  );
}

/** A long name steps down the scale and never breaks inside. */
export function lengthOf(name: string): "short" | "long" | "longer" {
  if (name.length <= 18) return "short";
  return name.length <= 28 ? "long" : "longer";
}

/** The mark of a person without a key: a plate with a letter, ruled once or twice. */
export function RoleMark({ role }: { readonly role: BandRole }) {
  if (role === "nobody") return <span className={styles["none"]} aria-hidden="true" />;
  return (
    <svg className={styles["role"]} viewBox="0 0 64 64" aria-hidden="true">
      {role === "administrator" ? (
        <path d="M3 14h58v36H3z" />
      ) : (
        <>
          <path d="M3 11h58v42H3z" />
          <path d="M8 16h48v32H8z" />
        </>
      )}
      <text x="32" y="41">
        {role === "administrator" ? "A" : "W"}
      </text>
    </svg>
  );
}
