// A small icon button; its words appear while the pointer is over it.
import { Button } from "react-aria-components";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./tool.module.css";

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  /** The language of the words, where it is not the page's. */
  readonly lang?: string;
  /** Where its words appear: in the foot, above it. */
  readonly words?: "below" | "above";
  readonly onPress: () => void;
}

/** Its words are its name for a screen reader. */
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
