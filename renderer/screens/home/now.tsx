// The next thing to do: a sentence, or a button; and which rules are not met.
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { Icon } from "../../parts/icon.tsx";
import { goTo } from "../../stores/route.ts";
import { typeset } from "../../text/frame.ts";
import { say } from "../../text/say.ts";
import styles from "./now.module.css";

interface NowProps {
  readonly title: string;
  readonly line: string;
  readonly isBusy: boolean;
  readonly onPress: () => void;
}

/** Inverted: above everything else. */
export function Now({ title, line, isBusy, onPress }: NowProps) {
  return (
    <Button
      className={styles["due"] ?? ""}
      autoFocus
      onPress={() => {
        if (!isBusy) onPress();
      }}>
      <span className={styles["text"]}>
        <span className={styles["title"]}>{title}</span>
        <span className={styles["line"]}>{line}</span>
      </span>
      <Icon name="arrow" size="l" />
    </Button>
  );
}

/** The same without a button. */
export function NowQuiet({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles["quiet"]}>
      <h2>{say("home.now")}</h2>
      <p>{children}</p>
    </div>
  );
}

/** Which rules of custody are not met, in one line that leads to them. */
export function Unmet({ children }: { readonly children: string }) {
  return (
    <Button className={styles["unmet"] ?? ""} onPress={() => goTo("custody", "rules")}>
      <Icon name="octagon" />
      <span>{typeset(children)}</span>
      <Icon name="arrow" />
    </Button>
  );
}
