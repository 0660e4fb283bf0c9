// Buttons: the main one, the second choice, and one that is not ready yet.
import { useId, useRef, useState, type ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";
import { missingLine } from "../text/refusal.ts";
import styles from "./button.module.css";
import { firstMissing } from "./missing.ts";

interface ButtonProps {
  /** `main`: inverted. `second`: an outline. */
  readonly kind: "main" | "second";
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly isDisabled?: boolean;
  /** Waiting for an answer: ignores presses, keeps the focus; looks busy only after 150 ms. */
  readonly isBusy?: boolean;
  readonly autoFocus?: boolean;
  /** 44 px high instead of 56. */
  readonly small?: boolean;
  readonly label?: string;
}

export function Button(props: ButtonProps) {
  const { kind, onPress, children, isDisabled = false, isBusy = false } = props;
  const classes = [styles["button"], styles[kind], props.small === true ? styles["small"] : ""];
  return (
    <AriaButton
      className={classes.join(" ")}
      isDisabled={isDisabled}
      autoFocus={props.autoFocus === true}
      data-busy={isBusy}
      onPress={() => {
        if (!isBusy) onPress();
      }}
      {...(props.label === undefined ? {} : { "aria-label": props.label })}>
      {children}
    </AriaButton>
  );
}

interface WaitingButtonProps {
  readonly children: ReactNode;
  /** Why it is not ready: shown beside it and read out with it. */
  readonly reason: string;
  readonly small?: boolean;
}

/**
 * Not ready yet: dashed at full contrast, focusable, with the reason. When pressed, it names what
 * its form or sheet lacks, and leads there.
 */
export function WaitingButton({ children, reason, small = false }: WaitingButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement | null>(null);
  // Announced until the reason changes.
  const [told, setTold] = useState({ reason: "", line: "" });
  const size = small ? styles["small"] : "";
  const lead = () => {
    const around = button.current?.closest("[role=dialog]") ?? document.querySelector("main");
    const missing = around === null ? null : firstMissing(around);
    if (missing === null) return;
    setTold({ reason, line: missingLine(missing) });
    missing.element.focus();
    missing.element.scrollIntoView({ block: "nearest" });
  };
  const isTold = told.line !== "" && told.reason === reason;
  return (
    <span className={styles["waiting-pair"]}>
      <span className={styles["reason"]} id={id}>
        {isTold ? "" : reason}
        <span role="status">{isTold ? told.line : ""}</span>
      </span>
      <button
        ref={button}
        onClick={lead}
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        className={`${styles["button"]} ${styles["waiting"]} ${size}`}>
        {children}
      </button>
    </span>
  );
}
