// The people who act: one name, or two different ones.
import { Button } from "../../parts/button.tsx";
import { Field, goToNextField } from "../../parts/field.tsx";
import { MainAction } from "../../parts/main-action.tsx";
import { useAction } from "../../stores/action.ts";
import { useDraft } from "../../stores/draft.ts";
import { say } from "../../text/say.ts";
import styles from "./people.module.css";

const NAME_MAX = 80;

/** The name of the person at the window, kept while the app is open. */
export function useName(): readonly [name: string, write: (name: string) => void] {
  const draft = useDraft("deployment-name");
  return [draft.text("by"), (name) => draft.write("by", name)];
}

interface ByProps {
  readonly label: string;
  readonly onPress: (by: string) => void;
  readonly kind?: "main" | "second";
  readonly isDisabled?: boolean;
  /** It is the one thing to do on the screen. */
  readonly isInFoot?: boolean;
}

/** A name, and the button with which this person acts. */
export function By(props: ByProps) {
  const { label, onPress, kind = "main", isDisabled = false, isInFoot = false } = props;
  const [name, write] = useName();
  const { pending } = useAction();
  return (
    <div className={styles["by"]}>
      <Field
        label={say("deployment.step.yourName")}
        value={name}
        onChange={write}
        maxLength={NAME_MAX}
      />
      {isInFoot ? (
        <MainAction
          label={label}
          ready={!isDisabled && name.trim() !== ""}
          why={say("deployment.step.nameFirst")}
          onPress={() => onPress(name)}
        />
      ) : (
        <Button
          kind={kind}
          small
          isBusy={pending !== null}
          isDisabled={isDisabled || name.trim() === ""}
          onPress={() => onPress(name)}>
          {label}
        </Button>
      )}
    </div>
  );
}

interface TwoProps {
  /** The name of the form: its texts survive a re-render. */
  readonly form: string;
  readonly label: string;
  readonly onPress: (by: [string, string], reason: string) => Promise<boolean>;
  /** The label of the reason; absent if none is needed. */
  readonly reason?: string;
}

/** Two names, and what both confirm. */
export function Two({ form, label, onPress, reason }: TwoProps) {
  const draft = useDraft(form);
  const { pending } = useAction();
  const [one, other] = [draft.text("one"), draft.text("other")];
  const why = draft.text("reason");
  const isReady = [one, other, reason === undefined ? "none" : why].every(
    (text) => text.trim() !== "",
  );
  const press = async () => {
    if (await onPress([one, other], why)) draft.drop();
  };
  return (
    <div className={styles["two"]} onKeyDownCapture={goToNextField}>
      {reason === undefined ? null : (
        <Field
          label={reason}
          value={why}
          onChange={(text) => draft.write("reason", text)}
          maxLength={400}
        />
      )}
      <div className={styles["names"]}>
        <Field
          label={say("deployment.blocks.one")}
          value={one}
          onChange={(text) => draft.write("one", text)}
          maxLength={NAME_MAX}
        />
        <Field
          label={say("deployment.blocks.other")}
          value={other}
          onChange={(text) => draft.write("other", text)}
          maxLength={NAME_MAX}
        />
      </div>
      <Button
        kind="main"
        small
        isBusy={pending !== null}
        isDisabled={!isReady}
        onPress={() => void press()}>
        {label}
      </Button>
    </div>
  );
}
