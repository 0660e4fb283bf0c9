// Light or dark theme: an attribute of the page, and remembered by main.
import { create } from "zustand";
import { answerQuietly } from "./action.ts";

type Theme = "light" | "dark";

const useStore = create<{ readonly theme: Theme | null }>(() => ({ theme: null }));

/** The current theme: the chosen one, or else the system's. */
export function useTheme(): Theme {
  const { theme } = useStore();
  if (theme !== null) return theme;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Chooses a theme, for every window and from now on. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  useStore.setState({ theme });
  void answerQuietly("theme", { theme });
}
