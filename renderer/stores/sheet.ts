// Which sheet is open over the window; its faults appear on it, not below it.
import { create } from "zustand";

/** A sheet; after a "no", an exception proposes to repeat the step. */
export type SheetName =
  | "except"
  | "said-no"
  | "recess"
  | "pause"
  | "change"
  | "photographs"
  | "trainer"
  | "crew"
  | "step"
  | "terms"
  | "tour";

interface Opened {
  readonly open: SheetName | null;
  /** The step that it shows, or "". */
  readonly step: string;
}

const useStore = create<Opened>(() => ({ open: null, step: "" }));

/** The sheet that is open, or null. */
export const useSheet = (): SheetName | null => useStore(({ open }) => open);

/** The step that the sheet shows, or "". */
export const useSheetStep = (): string => useStore(({ step }) => step);

/** Opens a sheet over the window, or closes it. @param step that it shows, if any */
export function setSheet(open: SheetName | null, step = ""): void {
  useStore.setState({ open, step });
}
