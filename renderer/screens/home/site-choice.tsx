// Which HSM a new ceremony asks: the built-in one, or one of a site file that a person chooses.
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type { RoomView } from "../../../electron/bridge/room.ts";
import { ask } from "../../stores/action.ts";
import { SITE } from "../../text/sign-in.ts";
import styles from "./media-choice.module.css";

const HSMS = { "built-in": SITE.builtIn, "own": SITE.own } as const;

/** The choice; under it, what was chosen. */
export function SiteChoice({ room: { site } }: { readonly room: RoomView }) {
  const choose = (value: string) => { void ask("site", { on: value === "own" }); };
  return (
    <>
      <RadioGroup
        className={styles["choice"] ?? ""} value={site === null ? "built-in" : "own"}
        onChange={choose} orientation="horizontal"
      >
        <Label className={styles["label"] ?? ""}>{SITE.label}</Label>
        {Object.entries(HSMS).map(([one, words]) => (
          <RadioField key={one} value={one} className={styles["field"] ?? ""}>
            <RadioButton className={styles["option"] ?? ""}>
              <svg className={styles["mark"]} viewBox="0 0 18 18" aria-hidden="true">
                <circle cx="9" cy="9" r="7.5" />
                <circle className={styles["dot"]} cx="9" cy="9" r="4" />
              </svg>
              {words}
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {site === null ? null : (
        <p className={styles["chosen"]}>
          {SITE.chosen(site)}{site.cloud === "own" ? null : <b>{` ${SITE.microsofts}`}</b>}
        </p>
      )}
    </>
  );
}
