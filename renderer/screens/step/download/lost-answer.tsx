// The decision to download again, after an answer was lost. Folded: it is almost never needed.
import { useState } from "react";
import { Button as Trigger, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { Button, WaitingButton } from "../../../parts/button.tsx";
import { Check } from "../../../parts/check.tsx";
import { Icon } from "../../../parts/icon.tsx";
import { ask, useAction } from "../../../stores/action.ts";
import { peopleOf } from "../../../stores/people.ts";
import { roleTitle } from "../../../text/frame.ts";
import { STEP } from "../../../text/step-frame.ts";
import type { Scene } from "../scene.ts";
import { toggled } from "../toggled.ts";
import styles from "./lost-answer.module.css";

/** "The answer was lost?" */
export function LostAnswer({ scene: { room, stop } }: { readonly scene: Scene }) {
  const [deciders, setDeciders] = useState<readonly string[]>([]);
  const { pending } = useAction();
  return (
    <Disclosure className={styles["lost"] ?? ""}>
      <Heading level={3}>
        <Trigger slot="trigger" className={styles["trigger"] ?? ""}>
          <Icon name="right" />{STEP.lost}
        </Trigger>
      </Heading>
      <DisclosurePanel className={styles["panel"] ?? ""}>
        <p>{STEP.lostHow}</p>
        <div className={styles["people"]}>
          {peopleOf(room).map(({ role, name }) => (
            <Check
              key={role} isSelected={deciders.includes(role)}
              onChange={() => { setDeciders(toggled(deciders, role)); }}
            >
              {`${name}, ${roleTitle(role).toLowerCase()}`}
            </Check>
          ))}
        </div>
        {deciders.length < 2
          ? <WaitingButton small reason={STEP.againNeeds}>{STEP.again}</WaitingButton>
          : (
            <Button
              kind="second" small isBusy={pending !== null}
              onPress={() => { void ask("act", { step: stop.id, againDecidedBy: [...deciders] }); }}
            >
              {STEP.again}
            </Button>
          )}
      </DisclosurePanel>
    </Disclosure>
  );
}
