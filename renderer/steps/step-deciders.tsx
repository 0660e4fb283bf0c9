// Who decides in a step: people to tick, two or more.
import { Deciders } from "../parts/deciders.tsx";
import type { CurrentStep } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { lastCode } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import { peopleOf } from "../stores/people.ts";
import { say } from "../text/say.ts";
import styles from "./step.module.css";

const FIELD = "decided by";

/** The roles that are ticked in this step. */
export const useDecidedBy = ({ id }: CurrentStep): readonly string[] => useDraft(id).list(FIELD);

/** The people, each with a box. */
export function StepDeciders({
  step,
  legend = say("deciders.title"),
}: StepProps & { readonly legend?: string }) {
  const draft = useDraft(step.id);
  return (
    <Deciders
      legend={legend}
      people={peopleOf(step.view)}
      decidedBy={draft.list(FIELD)}
      onChange={(roles) => draft.writeList(FIELD, roles)}
    />
  );
}

/** A deviation, and the people who decide on it; nothing if there is none. */
export function Deviation({ step, warning }: StepProps & { readonly warning: string | null }) {
  return warning === null ? null : (
    <>
      <p className={styles["warning"]} role="alert">
        {warning}
      </p>
      <StepDeciders step={step} />
    </>
  );
}

/**
 * Whether the bags' data differ from the last record: main compares and refuses once; then two
 * people decide, and the same request is sent again.
 * @returns whether it differs, and a function that sends the request, handles that refusal, and
 * says whether the request was done
 */
export function useDiffers({ id }: CurrentStep) {
  const draft = useDraft(id);
  const asked = async (done: Promise<boolean>): Promise<boolean> => {
    if (await done) return true;
    if (lastCode() === "E-SEALS-CHANGED") draft.write("differs", "yes");
    return false;
  };
  return { differs: draft.text("differs") !== "", asked };
}
