// The numbers on the bags of what was open: written when a recess begins, and again when it ends.
import { Field, goToNextField } from "../../parts/field.tsx";
import { useDraft } from "../../stores/draft.ts";
import { RECESS } from "../../text/running.ts";
import styles from "./sheet.module.css";

/** "begin" and "end" are written apart: what was read before must not be seen. */
type When = "begin" | "end";

const formOf = (when: When): string => `recess ${when}`;

/** What is written so far, trimmed; how many numbers are missing; and a way to forget them. */
export function useSeals(when: When, objects: readonly string[]) {
  const { text, drop } = useDraft(formOf(when));
  const seals = objects.map((object) => ({ object, seal: text(object).trim() }));
  const left = seals.filter(({ seal }) => seal === "").length;
  return { seals, drop, missing: left === 0 ? null : RECESS.missing(left) };
}

interface SealsProps {
  readonly when: When;
  readonly objects: readonly string[];
  /** Whose numbers were refused. */
  readonly wrong?: readonly string[] | undefined;
}

/** One field a bag; Enter goes to the next. */
export function Seals({ when, objects, wrong = [] }: SealsProps) {
  const draft = useDraft(formOf(when));
  return (
    <div className={styles["seals"]} onKeyDown={goToNextField}>
      {objects.map((object, i) => (
        <Field
          key={object}
          label={RECESS.bag(object)}
          value={draft.text(object)}
          onChange={(text) => draft.write(object, text)}
          mono
          maxLength={30}
          autoFocus={i === 0}
          name={object}
          error={wrong.includes(object) ? RECESS.differs : undefined}
        />
      ))}
    </div>
  );
}
