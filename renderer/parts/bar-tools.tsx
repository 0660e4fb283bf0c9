// The tools in every screen's bar: Home on the left; help, language and theme on the right.
import type { WindowView } from "../../electron/bridge/view.ts";
import { ask, changeLanguage, useAction } from "../stores/action.ts";
import { otherLanguages, useLanguage } from "../text/language.ts";
import { setSheet } from "../stores/sheet.ts";
import { chooseTheme, useTheme } from "../stores/theme.ts";
import { say } from "../text/say.ts";
import styles from "./bar-tools.module.css";
import { Tool } from "./tool.tsx";

/**
 * Leads Home from any screen of a ceremony, which stays as it is. Hidden while a step works, and at
 * its end, which has its own button.
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
  /** Whether to show help: on screens without it in their foot. */
  readonly help: boolean;
}

/** Help, the window's theme, and its language. */
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
