// One line for a secret: visible only while a button is held, and kept nowhere else.
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { Button } from "react-aria-components";
import { onlyPrintableAscii, refusalOf, type Refusal } from "./refused.ts";
import styles from "./secret-line.module.css";
import { say } from "../text/say.ts";

interface SecretLineProps {
  readonly label: string;
  /** The number of characters, shown beside the label. */
  readonly count: string;
  readonly line: RefObject<HTMLInputElement | null>;
  /** A new passphrase accepts plain characters only; an old key may have had others. */
  readonly plainOnly: boolean;
  readonly shown: boolean;
  readonly disabled: boolean;
  readonly autoFocus?: boolean;
  readonly onShow: (shown: boolean) => void;
  readonly onChanged: () => void;
  readonly onRefused: (why: Refusal) => void;
  readonly onEnter: () => void;
}

/** One line for a secret, with its label and its count. */
export function SecretLine(props: SecretLineProps) {
  const { line, shown, disabled } = props;
  const id = useId();
  useGuard(props);
  useHideOnLeave(props);
  return (
    <div className={styles["field"]}>
      <div className={styles["heads"]}>
        <label className={styles["label"]} htmlFor={id}>
          {props.label}
        </label>
        <span className={styles["count"]} id={`${id}-count`}>
          {props.count}
        </span>
      </div>
      <div className={styles["place"]}>
        <input
          ref={line}
          id={id}
          className={styles["line"]}
          aria-describedby={`${id}-count`}
          type="password"
          readOnly={shown || disabled}
          lang="en"
          autoComplete={props.plainOnly ? "new-password" : "off"}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          inputMode="text"
          autoFocus={props.autoFocus === true}
          onKeyDown={(event) => {
            if (event.key === "Enter") props.onEnter();
          }}
        />
        {shown ? <InTheClear line={line} /> : null}
      </div>
    </div>
  );
}

interface HoldProps extends Pick<SecretLineProps, "line" | "disabled" | "onShow"> {
  readonly label: string;
}

/** Shows a line while it is held. It comes after the lines, so that Tab moves from line to line. */
export const Hold = ({ label, line, disabled, onShow }: HoldProps) => (
  <Button
    className={styles["hold"] ?? ""}
    aria-label={label}
    isDisabled={disabled}
    onPressChange={onShow}
    onPressEnd={({ pointerType }) => {
      if (pointerType !== "keyboard" && pointerType !== "virtual") line.current?.focus();
    }}>
    {say("passphrase.words.hold")}
  </Button>
);

/** The lines with their texts in the left column, each line's button on its right. */
export const SecretLines = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles["lines"]}>{children}</div>
);

/**
 * Draws the characters over their line. The input itself keeps its dots: Chromium sends its main
 * process the text around the caret of a visible line. This overlay has no caret or selection, and
 * is not in main's accessibility tree.
 */
function InTheClear({ line }: Pick<SecretLineProps, "line">) {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const span = place.current;
    if (span === null) return undefined;
    span.textContent = line.current?.value ?? "";
    return () => {
      span.textContent = "";
    };
  }, [line]);
  return <span ref={place} className={styles["clear"]} aria-hidden="true" />;
}

/** Refuses forbidden input before it enters; a composed character is removed afterwards. */
function useGuard({ line, plainOnly, onChanged, onRefused }: SecretLineProps): void {
  useEffect(() => {
    const input = line.current;
    if (input === null) return undefined;
    const before = (event: InputEvent): void => {
      const why = refusalOf(event.inputType, event.data);
      if (why === null) return;
      if (why === "sign" && !plainOnly) return;
      event.preventDefault();
      onRefused(why);
    };
    const after = (): void => {
      const clean = onlyPrintableAscii(input.value);
      const foreign = clean !== input.value;
      if (foreign && plainOnly) input.value = clean;
      onChanged();
      if (foreign) onRefused(plainOnly ? "sign" : "foreign");
    };
    input.addEventListener("beforeinput", before);
    input.addEventListener("input", after);
    return () => {
      input.removeEventListener("beforeinput", before);
      input.removeEventListener("input", after);
    };
  }, [line, plainOnly, onChanged, onRefused]);
}

/** A key released in another window is not heard here, so leaving the window hides the line too. */
function useHideOnLeave({ shown, onShow }: SecretLineProps): void {
  useEffect(() => {
    if (!shown) return undefined;
    const hide = (): void => onShow(false);
    window.addEventListener("blur", hide);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("blur", hide);
      document.removeEventListener("visibilitychange", hide);
    };
  }, [shown, onShow]);
}
