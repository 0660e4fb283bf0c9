// At the right end of the bar, on every screen: the way Home, and the theme.
import type { WindowView } from "../../electron/bridge/view.ts";
import { ask, useAction } from "../stores/action.ts";
import { chooseTheme, useTheme } from "../stores/theme.ts";
import { FRAME } from "../text/frame.ts";
import { HOME } from "../text/home.ts";
import styles from "./bar-tools.module.css";
import { Tool } from "./tool.tsx";

/**
 * Home can be reached from every screen of a ceremony: it stays as it is. Not while a step works,
 * and not from its end, which has a button of its own.
 */
export function BarTools({ view }: { readonly view: WindowView }) {
  const { pending } = useAction();
  const other = useTheme() === "dark" ? "light" : "dark";
  const { open, activity, ceremony } = view;
  const canLeave = open !== null && activity.kind !== "working" && ceremony?.closed !== true;
  return (
    <div className={styles["tools"]}>
      {canLeave ? (
        <Tool
          icon="home"
          label={FRAME.leave}
          onPress={() => {
            if (pending === null) void ask("leave", {});
          }}
        />
      ) : null}
      <Tool icon={other} label={HOME[other]} onPress={() => chooseTheme(other)} />
    </div>
  );
}
