// Paper or night edition: kept in memory only, as an attribute of the page.
import { create } from "zustand";

type Theme = "light" | "dark";

const useStore = create<{ readonly theme: Theme | null }>(() => ({ theme: null }));

/** The theme that shows: chosen by hand, or else the system's. */
export function useTheme(): Theme {
  const { theme } = useStore();
  if (theme !== null) return theme;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Chooses a theme until the app is closed. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  useStore.setState({ theme });
}
