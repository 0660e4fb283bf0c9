// Who decides in a step: people to tick, two or more.
import { Deciders } from "../parts/deciders.tsx";
import { DECIDED_BY } from "./accepted.ts";
import type { CurrentStep } from "./current-step.ts";
import type { StepProps } from "./step-row.ts";
import { useDraft } from "../stores/draft.ts";
import { peopleOf, type Person } from "../stores/people.ts";
import { say } from "../text/say.ts";
import styles from "./step.module.css";

/** The roles that are ticked in this step. */
export const useDecidedBy = ({ id }: CurrentStep): readonly string[] =>
  useDraft(id).list(DECIDED_BY);

/** The people, each with a box. */
export function StepDeciders({
  step,
  legend = say("deciders.title"),
  people = peopleOf(step.view),
}: StepProps & { readonly legend?: string; readonly people?: readonly Person[] | undefined }) {
  const draft = useDraft(step.id);
  return (
    <Deciders
      legend={legend}
      people={people}
      decidedBy={draft.list(DECIDED_BY)}
      onChange={(roles) => draft.writeList(DECIDED_BY, roles)}
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
