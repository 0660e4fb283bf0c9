// A small thing to press, drawn in place of written; what it does is shown while it is pointed at.
import { Button } from "react-aria-components";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./tool.module.css";

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  /** The language of the words, where it is not the page's. */
  readonly lang?: string;
  /** Where its words are shown: in the foot above it. */
  readonly words?: "below" | "above";
  readonly onPress: () => void;
}

/** Named by its words for whoever hears the screen. */
export const Tool = ({ icon, label, lang, words = "below", onPress }: ToolProps) => (
  <Button
    className={`${styles["tool"]} ${styles[words]}`}
    aria-label={label}
    {...(lang === undefined ? {} : { lang })}
    onPress={onPress}>
    <Icon name={icon} size="m" />
    <span aria-hidden="true">{label}</span>
  </Button>
);
