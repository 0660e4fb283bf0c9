// In the bar of every screen: the way Home, and at the right end the words, the other language and
// the theme.
import type { WindowView } from "../../electron/bridge/view.ts";
import { ask, changeLanguage, useAction } from "../stores/action.ts";
import { otherLanguages, useLanguage } from "../stores/language.ts";
import { setSheet } from "../stores/sheet.ts";
import { chooseTheme, useTheme } from "../stores/theme.ts";
import { say } from "../text/say.ts";
import styles from "./bar-tools.module.css";
import { Tool } from "./tool.tsx";

/**
 * Home can be reached from every screen of a ceremony: it stays as it is. Not while a step works,
 * and not from its end, which has a button of its own.
 */
export function LeaveTool({ view }: { readonly view: WindowView }) {
  const { pending } = useAction();
  const { open, activity, ceremony } = view;
  const canLeave = open !== null && activity.kind !== "working" && ceremony?.closed !== true;
  if (!canLeave) return null;
  return (
    <Tool
      icon="home"
      label={say("frame.leave")}
      onPress={() => {
        if (pending === null) void ask("leave", {});
      }}
    />
  );
}

interface BarToolsProps {
  /** What the words mean: where no foot has it. */
  readonly help: boolean;
}

/** What the words mean, how the window looks, and in which language it speaks. */
export function BarTools({ help }: BarToolsProps) {
  const other = useTheme() === "dark" ? "light" : "dark";
  return (
    <div className={styles["tools"]}>
      {help ? (
        <Tool icon="help" label={say("crew.terms.open")} onPress={() => setSheet("terms")} />
      ) : null}
      {otherLanguages(useLanguage()).map(({ id, name }) => (
        <Tool key={id} icon="language" label={name} lang={id} onPress={() => changeLanguage(id)} />
      ))}
      <Tool icon={other} label={say(`home.${other}`)} onPress={() => chooseTheme(other)} />
    </div>
  );
}
