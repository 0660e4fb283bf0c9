// The vault's last answer, refused input, and how a turn ended.
import { Icon } from "../parts/icon.tsx";
import { sentence, type Value } from "../../electron/text/text.ts";
import { said, say } from "../text/say.ts";
import type { Lines } from "./use-lines.ts";
import styles from "./notice.module.css";

/** A wrong passphrase is shown calmly: everyone mistypes. */
const WRONG = "E-KEY-PASSPHRASE";

interface AnswerNoticeProps {
  readonly fault: Lines["fault"];
  readonly phase: Lines["phase"];
  /** The passphrase of the previous turn was wrong. */
  readonly again: boolean;
}

/** The vault's last answer, above the lines. */
export function AnswerNotice({ fault, phase, again }: AnswerNoticeProps) {
  if (phase === "gone")
    return (
      <Refused
        message={sentence("passphrase.words.gone")}
        next={sentence("passphrase.words.goneNext")}
      />
    );
  if (fault === null ? again && phase === "typing" : fault.code === WRONG) {
    return (
      <div className={styles["calm"]} role="alert">
        <p className={styles["title"]}>{say("passphrase.words.wrong")}</p>
        <p>{say("passphrase.words.usual")}</p>
      </div>
    );
  }
  return fault === null ? null : <Refused {...fault} />;
}

interface RefusedProps {
  readonly code?: string;
  readonly message: Value;
  readonly next: Value;
}

function Refused({ code, message, next }: RefusedProps) {
  return (
    <div className={styles["refusal"]} role="alert">
      <Icon name="octagon" size="l" />
      <div>
        <p className={styles["title"]}>{said(message)}</p>
        <p>{said(next)}</p>
      </div>
      {code === undefined ? null : <code className={styles["code"]}>{code}</code>}
    </div>
  );
}

/** Why input was refused; otherwise an empty line, so that nothing moves. */
export function RefusedNote({ note }: { readonly note: Lines["note"] }) {
  return (
    <p className={styles["note"]} role="alert">
      {note === null || note === "undo" ? "" : say(`passphrase.refusals.${note}`)}
    </p>
  );
}

/** The turn is over; main closes the window. */
export function Ended({ text }: { readonly text: string }) {
  return (
    <div className={styles["ended"]} role="status">
      <h1>{text}</h1>
    </div>
  );
}
