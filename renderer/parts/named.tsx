// A label whose object only stands in the group around it: read out with it, shown without.
import styles from "./named.module.css";

interface NamedProps {
  readonly label: string;
  readonly of: string | undefined;
}

/** "Place", read out as "Place: Own medium". */
export function Named({ label, of }: NamedProps) {
  if (of === undefined) return label;
  return (
    <>
      <span aria-hidden="true">{label}</span>
      <span className={styles["of"]}>{`${label}: ${of}`}</span>
    </>
  );
}
