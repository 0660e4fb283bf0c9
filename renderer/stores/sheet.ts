// Which sheet is open over the window: its faults are shown on it, and not under it.
import { create } from "zustand";

/** A sheet; after a "no" an exception proposes to do the step again. */
export type SheetName =
  "except" | "said-no" | "recess" | "pause" | "change" | "trainer" | "crew" | "terms" | "tour";

const useStore = create<{ readonly open: SheetName | null }>(() => ({ open: null }));

/** The sheet that is open, or null. */
export const useSheet = (): SheetName | null => useStore(({ open }) => open);

/** Lays a sheet over the window, or takes it away. */
export function setSheet(open: SheetName | null): void {
  useStore.setState({ open });
}
