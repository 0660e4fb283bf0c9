// Where the media of a new rehearsal will be: kept in memory until the app is closed.
import { create } from "zustand";
import type { MediaPlace } from "../../electron/bridge/room.ts";

const useStore = create<{ readonly place: MediaPlace }>(() => ({ place: "folders" }));

/** The place that is chosen. */
export const useMediaPlace = (): MediaPlace => useStore(({ place }) => place);

/** Chooses a place; a rehearsal that was begun keeps its own. */
export function chooseMediaPlace(place: MediaPlace): void {
  useStore.setState({ place });
}
