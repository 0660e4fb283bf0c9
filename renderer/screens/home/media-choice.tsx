// Where the media of a new rehearsal are: a choice of two.
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import type { MediaPlace } from "../../../electron/bridge/view.ts";
import { chooseMediaPlace, useMediaPlace } from "../../stores/begin.ts";
import { say } from "../../text/say.ts";
import styles from "./media-choice.module.css";

const PLACES: readonly MediaPlace[] = ["folders", "drives"];

/** Folders on this computer, or real sticks. */
export function MediaChoice() {
  const place = useMediaPlace();
  const choose = (value: string) => chooseMediaPlace(value === "drives" ? "drives" : "folders");
  return (
    <RadioGroup
      className={styles["choice"] ?? ""}
      value={place}
      onChange={choose}
      orientation="horizontal">
      <Label className={styles["label"] ?? ""}>{say("home.mediaPlace.label")}</Label>
      {PLACES.map((one) => (
        <RadioField key={one} value={one} className={styles["field"] ?? ""}>
          <RadioButton className={styles["option"] ?? ""}>
            <svg className={styles["mark"]} viewBox="0 0 18 18" aria-hidden="true">
              <circle cx="9" cy="9" r="7.5" />
              <circle className={styles["dot"]} cx="9" cy="9" r="4" />
            </svg>
            {say(`home.mediaPlace.${one}`)}
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  );
}
