// Command lines, each with a button that copies it.
import { sentence } from "../../../electron/text/text.ts";
import { useState } from "react";
import type { LineView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { act } from "../../stores/deployment.ts";
import { say } from "../../text/say.ts";
import shared from "../../design/shared.module.css";
import styles from "./commands.module.css";

export type Shell = "bash" | "powershell";

interface CommandsProps {
  readonly at: { readonly runbook: string; readonly step: number };
  /** The check that the commands belong to; "" for the step's own. */
  readonly check: string;
  /** The index of the first line among the step's, as main counts them. */
  readonly first: number;
  readonly lines: readonly LineView[];
  readonly shell: Shell;
}

/** The longest word that is not broken at the end of a line. */
const WHOLE_WORD = 48;

/** Breaks a line between words only: a part that ends in `-` would look like a flag. */
const Words = ({ text }: { readonly text: string }) =>
  text.split(/([ \n]+)/).map((word, n) =>
    word.length > WHOLE_WORD || /^[ \n]*$/.test(word) ? (
      word
    ) : (
      <span key={`${n} ${word}`} className={styles["word"]}>
        {word}
      </span>
    ),
  );

/** A command without the comment above it, which says what its ids are. */
const withoutComment = (text: string): string => text.replace(/^# .*\n/, "");

export function Commands({ at, check, first, lines, shell }: CommandsProps) {
  const [copied, setCopied] = useState(-1);
  const copy = (place: number) =>
    void act({ act: "copy", ...at, check, command: first + place, shell }).then((isDone) =>
      setCopied(isDone ? place : -1),
    );
  return (
    <ol className={`${shared["parts"]} ${styles["commands"]}`}>
      {lines.map((line, place) => {
        const text = line[shell];
        return (
          <li key={`${place} ${text ?? ""}`}>
            {text === null ? (
              <p>{say("deployment.step.noShell")}</p>
            ) : (
              <>
                <pre>
                  <code>
                    <Words text={text} />
                  </code>
                </pre>
                <div className={styles["copy"]}>
                  <Button
                    kind="second"
                    small
                    label={say("frame.labelled", {
                      label: sentence("deployment.step.copy"),
                      text: withoutComment(text).slice(0, 60),
                    })}
                    onPress={() => copy(place)}>
                    {say("deployment.step.copy")}
                  </Button>
                  <span role="status">{copied === place ? say("deployment.step.copied") : ""}</span>
                </div>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
