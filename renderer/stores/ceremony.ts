// The window's view, as main sent it last.
import { create } from "zustand";
import type { WindowView } from "../../electron/bridge/view.ts";
import { dropDraft } from "./draft.ts";
import { speak } from "./language.ts";

interface CeremonyStore {
  readonly view: WindowView | null;
}

const useStore = create<CeremonyStore>(() => ({ view: null }));

/** The newest view; only for what is shown once there is one. */
export function useView(): WindowView {
  const view = useMaybeView();
  if (view === null) throw new Error("there is no view yet");
  return view;
}

/** The newest view, or null before the first. */
export const useMaybeView = (): WindowView | null => useStore((store) => store.view);

/** Takes a view in place of the last one; one that is older than it is dropped. */
export function replaceView(next: WindowView): void {
  const { view } = useStore.getState();
  if (view !== null && next.revision <= view.revision) return;
  speak(next.language);
  useStore.setState({ view: next });
  const before = view?.ceremony?.step?.id;
  // Also where the simulated crew took the form's step: the next ceremony has a step of this name.
  if (before !== undefined && next.ceremony !== null && next.ceremony.step?.id !== before)
    dropDraft(before);
}
