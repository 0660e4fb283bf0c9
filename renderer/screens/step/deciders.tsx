// Who decides: people of the room to tick, two or more.
import { Check } from "../../parts/check.tsx";
import { setDraft, useDrafts } from "../../stores/draft.ts";
import { peopleOf } from "../../stores/people.ts";
import { roleTitle } from "../../text/frame.ts";
import { DECIDERS } from "../../text/deciders.ts";
import type { Scene } from "./scene.ts";
import styles from "./step.module.css";

const draftOf = (step: string): string => `deciders.${step}`;

/** The roles that are ticked in this step. */
export function useDeciders({ stop }: Scene): readonly string[] {
  const drafts = useDrafts();
  return (drafts[draftOf(stop.id)] ?? "").split(" ").filter(Boolean);
}

/** Whether enough people decided. */
export const areEnough = (decidedBy: readonly string[]): boolean => decidedBy.length >= 2;

/** What is not as it should be, and the people who decide upon it; nothing where nothing is. */
export function Deviation({ warning, scene }: {
  readonly warning: string | null; readonly scene: Scene;
}) {
  return warning === null ? null : (
    <>
      <p className={styles["warning"]} role="alert">{warning}</p>
      <Deciders scene={scene} />
    </>
  );
}

/** The people, each with a box. */
export function Deciders({ scene }: { readonly scene: Scene }) {
  const decidedBy = useDeciders(scene);
  const tick = (role: string, isSelected: boolean) => {
    const others = decidedBy.filter((one) => one !== role);
    setDraft(draftOf(scene.stop.id), [...others, ...(isSelected ? [role] : [])].join(" "));
  };
  return (
    <fieldset className={styles["decide"]}>
      <legend className={styles["heading"]}>{DECIDERS.title}</legend>
      {peopleOf(scene.room).map(({ role, name }) => (
        <Check
          key={role} isSelected={decidedBy.includes(role)}
          onChange={(isSelected) => { tick(role, isSelected); }}
        >
          {`${name}, ${roleTitle(role)}`}
        </Check>
      ))}
    </fieldset>
  );
}
