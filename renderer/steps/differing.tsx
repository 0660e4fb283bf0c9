// Objects that are not as the last record left them: main compares and names them, never their numbers.
// They are read and compared again as often as people like; two people decide about what still differs.
import { useAttention } from "../parts/attention.ts";
import { Check, toggled } from "../parts/check.tsx";
import { areEnough } from "../parts/deciders.tsx";
import { Icon } from "../parts/icon.tsx";
import { MainAction } from "../parts/main-action.tsx";
import { WrongFields } from "../parts/wrong-fields.tsx";
import { besides } from "../stores/action.ts";
import { useDraft } from "../stores/draft.ts";
import { named } from "../text/custody.ts";
import { objectOf } from "../text/objects.ts";
import { say } from "../text/say.ts";
import type { CurrentStep } from "./current-step.ts";
import { DECIDED_BY } from "./accepted.ts";
import styles from "./differing.module.css";
import type { StepProps } from "./step-row.ts";
import { StepDeciders } from "./step-deciders.tsx";
import shared from "./step.module.css";

const CHANGED = "E-SEALS-CHANGED";
const [OBJECTS, COMPARED, ACCEPTED] = ["differing", "compared", "accepted"];

/** The last comparison, and what two people decided about it. */
export interface Compared {
  /** The objects that differed, by name. */
  readonly differing: readonly string[];
  /** What was read is still as it was compared: only then may people decide. */
  readonly isNow: boolean;
  /** What is sent with what was read: empty until two people decided about each difference. */
  readonly decided: { readonly decidedBy: readonly string[]; readonly accepted: readonly string[] };
  /** Someone began to tick, and not everything is ticked. */
  readonly isPartly: boolean;
  /** Sends what was read. @returns whether it was done; if not, and it differs, that is remembered */
  readonly asked: (send: () => Promise<boolean>) => Promise<boolean>;
}

/** @param read what people have entered so far */
export function useCompared({ id }: CurrentStep, read: readonly object[]): Compared {
  const draft = useDraft(id);
  const now = JSON.stringify(read);
  const differing = draft.list(OBJECTS);
  const isNow = differing.length > 0 && draft.text(COMPARED) === now;
  const [accepted, decidedBy] = [draft.list(ACCEPTED), draft.list(DECIDED_BY)];
  const isWhole = isNow && accepted.length === differing.length && areEnough(decidedBy);
  const asked = (send: () => Promise<boolean>): Promise<boolean> =>
    besides(({ code, fields = [] }) => {
      if (code !== CHANGED) return false;
      draft.writeList(OBJECTS, fields);
      draft.write(COMPARED, now);
      for (const ticks of [ACCEPTED, DECIDED_BY]) draft.writeList(ticks, []);
      return true;
    }, send);
  return {
    differing,
    isNow,
    decided: isWhole ? { decidedBy, accepted } : { decidedBy: [], accepted: [] },
    isPartly: isNow && !isWhole && accepted.length + decidedBy.length > 0,
    asked,
  };
}

interface PressProps {
  readonly compared: Compared;
  /** The step's own word, before anything differed. */
  readonly label: string;
  /** What is missing to compare; null if nothing is. */
  readonly why: string | null;
  readonly onPress: () => void;
}

/** One button: compare, compare again, or continue with differences that two people decided about. */
export function ComparePress({ compared, label, why, onPress }: PressProps) {
  const { differing, decided, isPartly } = compared;
  const count = decided.accepted.length;
  return (
    <MainAction
      label={
        count > 0
          ? say("custody-check.seals.continue", { count })
          : differing.length > 0
            ? say("custody-check.seals.again")
            : label
      }
      ready={why === null && !isPartly}
      why={why ?? say("custody-check.seals.undecided")}
      onPress={onPress}
    />
  );
}

/** In an object's block: that it differed, as long as it was not found to be right. */
export function DiffersMark() {
  return (
    <p className={styles["mark"]}>
      <Icon name="octagon" />
      {say("custody-check.seals.differs")}
    </p>
  );
}

interface DifferingProps extends StepProps {
  readonly compared: Compared;
  /** The name of the field with an object's number. */
  readonly field: (object: string) => string;
}

/** Below the objects: which ones differed, the way to each, and who decides. Nothing if none did. */
export function Differing({ step, compared, field }: DifferingProps) {
  const { differing, isNow } = compared;
  return differing.length === 0 ? null : (
    <>
      <Refused key={differing.join()} differing={differing} field={field} />
      {isNow ? <Decide step={step} differing={differing} /> : null}
    </>
  );
}

function Refused({
  differing,
  field,
}: Pick<DifferingProps, "field"> & Pick<Compared, "differing">) {
  const box = useAttention<HTMLDivElement>("");
  const objects = new Map(differing.map((object) => [field(object), object]));
  return (
    <div className={styles["refused"]} role="alert" tabIndex={-1} ref={box}>
      <p className={styles["said"]}>
        <Icon name="octagon" />
        <span>{say("custody-check.seals.differ", { count: differing.length })}</span>
        <code>{CHANGED}</code>
      </p>
      <WrongFields fields={[...objects.keys()]} label={(name) => named(objects.get(name) ?? "")} />
      <p>{say("custody-check.seals.readAgain")}</p>
    </div>
  );
}

function Decide({ step, differing }: StepProps & Pick<Compared, "differing">) {
  const draft = useDraft(step.id);
  const accepted = draft.list(ACCEPTED);
  return (
    <>
      <fieldset className={shared["decide"]}>
        <legend className={shared["heading"]}>{say("custody-check.seals.stillDiffers")}</legend>
        <div className={shared["columns"]}>
          {differing.map((object) => (
            <Check
              key={object}
              isSelected={accepted.includes(object)}
              onChange={() => draft.writeList(ACCEPTED, toggled(accepted, object))}>
              {say("custody-check.seals.asFound", { object: objectOf(object) })}
            </Check>
          ))}
        </div>
      </fieldset>
      <StepDeciders step={step} />
    </>
  );
}
