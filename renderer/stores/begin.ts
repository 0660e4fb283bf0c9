// Starts a ceremony, with new media if it needs them.
import { create } from "zustand";
import type { CeremonyName, MediaPlace, WindowView } from "../../electron/bridge/view.ts";
import { ask } from "./action.ts";

const useStore = create<{ readonly place: MediaPlace }>(() => ({ place: "folders" }));

/** Where the media of a new rehearsal will be: kept in memory until the app is closed. */
export const useMediaPlace = (): MediaPlace => useStore(({ place }) => place);

/** Chooses a place; a started rehearsal keeps its own. */
export function chooseMediaPlace(place: MediaPlace): void {
  useStore.setState({ place });
}

/** Starts or continues a ceremony; in earnest always on removable drives. */
export function useBegin({ mode, home }: WindowView): (ceremony: CeremonyName) => void {
  const place = useMediaPlace();
  const on: MediaPlace = mode === "PRODUCTION" ? "drives" : place;
  return (ceremony) =>
    void ask("begin", home.may[ceremony] ? { ceremony, on } : { ceremony, on, example: true });
}

/** Whether it cannot start without custody, and can be tried on example custody. */
export const isTrial = ({ home }: WindowView, ceremony: CeremonyName): boolean =>
  !home.may[ceremony] && home.example === "may-be-made";
