// The media a step needs, and whether they are inserted.
import type { WindowView } from "../../electron/bridge/view.ts";
import { Icon } from "../parts/icon.tsx";
import { mediumName, mediumOf } from "../text/objects.ts";
import { say } from "../text/say.ts";
import shared from "../design/shared.module.css";
import styles from "./step.module.css";

/** A medium that a step needs. */
type Medium = WindowView["media"][number];

const MARKS = { in: "check", missing: "ring", wrong: "cross" } as const;

/** The list of media; nothing if a step needs none. */
export function NeededMedia({ view: { media, mediaPlace, mode } }: { readonly view: WindowView }) {
  if (media.length === 0) return null;
  return (
    <div className={styles["group"]}>
      <h3 className={styles["heading"]}>
        {say(`objects.media.label.${mode === "REHEARSAL" ? mediaPlace : "drives"}`)}
      </h3>
      <ul className={`${shared["marked"]} ${styles["media"]}`} aria-live="polite">
        {media.map(({ label, state }) => (
          <li key={label} data-state={state}>
            <Icon name={MARKS[state]} />
            <span>{mediumName(label)}</span>
            <span>{say(`objects.media.states.${state}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is wrong with the media, in a sentence; null if all are inserted. */
export function mediaTrouble(media: readonly Medium[]): string | null {
  const wrong = media.find(({ state }) => state === "wrong");
  if (wrong !== undefined) return say("objects.media.wrong", { label: mediumOf(wrong.label) });
  const missing = media.find(({ state }) => state === "missing");
  return missing === undefined
    ? null
    : say("objects.media.missing", { label: mediumOf(missing.label) });
}
