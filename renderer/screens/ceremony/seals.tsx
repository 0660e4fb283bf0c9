// The numbers on the bags of what was open: written when a recess begins, and again when it ends.
import { Field } from "../../parts/field.tsx";
import { setDraft, useDrafts } from "../../stores/draft.ts";
import { RECESS } from "../../text/running.ts";
import { goToNextField } from "../step/next-field.ts";
import styles from "./sheet.module.css";

/** "begin" and "end" are written apart: what was read before must not be seen. */
type When = "begin" | "end";

const draftOf = (when: When, object: string): string => `recess.${when}.${object}`;

/** What is written so far, trimmed; and how many numbers are missing. */
export function useSeals(when: When, objects: readonly string[]) {
  const drafts = useDrafts();
  const seals = objects.map((object) =>
    ({ object, seal: (drafts[draftOf(when, object)] ?? "").trim() }));
  const left = seals.filter(({ seal }) => seal === "").length;
  return { seals, missing: left === 0 ? null : RECESS.missing(left) };
}

interface SealsProps {
  readonly when: When;
  readonly objects: readonly string[];
}

/** One field a bag; Enter goes to the next. */
export function Seals({ when, objects }: SealsProps) {
  const drafts = useDrafts();
  return (
    <div className={styles["seals"]} onKeyDown={goToNextField}>
      {objects.map((object, i) => (
        <Field
          key={object} label={RECESS.bag(object)} value={drafts[draftOf(when, object)] ?? ""}
          onChange={(text) => { setDraft(draftOf(when, object), text); }} mono maxLength={30}
          autoFocus={i === 0}
        />
      ))}
    </div>
  );
}
