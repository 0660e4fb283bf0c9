// A step's main button, which is in the foot of the ceremony's frame.
import { useLayoutEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useAction } from "../stores/action.ts";
import { Button, WaitingButton } from "./button.tsx";
import styles from "./main-action.module.css";

/** The element's id in the frame's foot. */
export const FOOT_MAIN = "foot-main";

interface MainActionProps {
  readonly label: string;
  readonly onPress: () => void;
  /** False while something is missing; then `why` says what. */
  readonly ready?: boolean;
  readonly why?: string | undefined;
  readonly autoFocus?: boolean;
}

export function MainAction({ label, onPress, ready = true, why, autoFocus }: MainActionProps) {
  const { pending } = useAction();
  return (
    <InFoot>
      {ready ? (
        <Button
          kind="main"
          onPress={onPress}
          isBusy={pending !== null}
          autoFocus={autoFocus === true}>
          {label}
        </Button>
      ) : (
        <WaitingButton reason={why ?? ""}>{label}</WaitingButton>
      )}
    </InFoot>
  );
}

/** A sentence in place of the button while there is nothing to press. */
export function NothingToPress({ children }: { readonly children: ReactNode }) {
  return (
    <InFoot>
      <p className={styles["nothing"]}>{children}</p>
    </InFoot>
  );
}

function InFoot({ children }: { readonly children: ReactNode }) {
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setFoot(document.getElementById(FOOT_MAIN)), []);
  return foot === null ? null : createPortal(children, foot);
}
