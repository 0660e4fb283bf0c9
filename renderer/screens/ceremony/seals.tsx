// The numbers on the bags of opened objects: entered when a recess begins, and compared at its end.
import type { RequestOf } from "../../../electron/bridge/contract.ts";
import { Choice } from "../../parts/choice.tsx";
import { Field, goToNextField } from "../../parts/field.tsx";
import { useDraft } from "../../stores/draft.ts";
import { bagLine, bagWas } from "../../text/running.ts";
import { say } from "../../text/say.ts";
import styles from "./sheet.module.css";

const STATES = ["same", "other"] as const;

type Seals = RequestOf<"recess">["seals"];

const BEGIN = "recess begin";
const END = "recess end";
const stateOf = (object: string): string => `${object} state`;

/** The trimmed entries so far, the number of missing ones, and a function to forget them. */
export function useSeals(objects: readonly string[]) {
  const { text, drop } = useDraft(BEGIN);
  const seals = objects.map((object) => ({ object, seal: text(object).trim() }));
  const left = seals.filter(({ seal }) => seal === "").length;
  return { seals, drop, missing: left === 0 ? null : say("running.recess.missing", { left }) };
}

/** One field per bag; Enter moves to the next. */
export function Seals({ objects }: { readonly objects: readonly string[] }) {
  const draft = useDraft(BEGIN);
  return (
    <div className={styles["seals"]} onKeyDownCapture={goToNextField}>
      {objects.map((object, i) => (
        <Field
          key={object}
          label={bagLine(object)}
          value={draft.text(object)}
          onChange={(text) => draft.write(object, text)}
          mono
          maxLength={30}
          autoFocus={i === 0}
        />
      ))}
    </div>
  );
}

/** The bags as found: unchanged, or with their new number. */
export function useFound(before: Seals) {
  const { text, drop } = useDraft(END);
  const found = before.map(({ object, seal }) => ({
    object,
    seal: text(stateOf(object)) === "same" ? seal : text(object).trim(),
  }));
  const left = before.filter(({ object }) => {
    const state = text(stateOf(object));
    return state === "" || (state === "other" && text(object).trim() === "");
  }).length;
  return { found, drop, missing: left === 0 ? null : say("running.recess.unread", { left }) };
}

interface FoundProps {
  readonly before: Seals;
  /** The objects whose numbers were refused. */
  readonly wrong: readonly string[] | undefined;
}

/** Each bag with its known number; only a different one must be entered. */
export function Found({ before, wrong = [] }: FoundProps) {
  const draft = useDraft(END);
  return (
    <div className={styles["found"]} onKeyDownCapture={goToNextField}>
      {before.map(({ object, seal }) => (
        <div key={object}>
          <Choice
            label={bagWas(object, seal)}
            value={draft.text(stateOf(object))}
            onChange={(state) => draft.write(stateOf(object), state)}
            options={STATES.map((value) => ({
              value,
              label: say(`running.recess.states.${value}`),
            }))}
          />
          {draft.text(stateOf(object)) === "other" ? (
            <Field
              label={bagLine(object)}
              value={draft.text(object)}
              onChange={(text) => draft.write(object, text)}
              mono
              maxLength={30}
              name={object}
              error={wrong.includes(object) ? say("running.recess.differs") : undefined}
            />
          ) : null}
        </div>
      ))}
    </div>
  );
}
