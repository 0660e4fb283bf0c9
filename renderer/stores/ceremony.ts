// The window's view, as main last sent it.
import { create } from "zustand";
import type { WindowView } from "../../electron/bridge/view.ts";
import { dropDraft } from "./draft.ts";
import { kept } from "./kept.ts";
import { speak } from "../text/language.ts";

interface CeremonyStore {
  readonly view: WindowView | null;
}

const useStore = create<CeremonyStore>(() => ({ view: null }));

/** The newest view, or null before the first. */
export const useMaybeView = (): WindowView | null => useStore((store) => store.view);

/** Calls back with each view that main sends, also those that are never drawn. */
export function onView(listener: (view: WindowView) => void): void {
  useStore.subscribe(({ view }) => {
    if (view !== null) listener(view);
  });
}

/** Replaces the view; an older one is dropped. */
export function replaceView(next: WindowView): void {
  const { view } = useStore.getState();
  if (view !== null && next.revision <= view.revision) return;
  speak(next.language);
  useStore.setState({ view: kept(view, next) });
  const before = view?.ceremony?.step?.id;
  // Also if the simulated crew performed the form's step: the next ceremony has a step of this name.
  if (before !== undefined && next.ceremony !== null && next.ceremony.step?.id !== before)
    dropDraft(before);
}
