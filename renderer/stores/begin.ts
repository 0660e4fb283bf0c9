// A ceremony is begun, with media where new ones are wanted.
import { create } from "zustand";
import type { CeremonyName, MediaPlace, WindowView } from "../../electron/bridge/view.ts";
import { ask } from "./action.ts";

const useStore = create<{ readonly place: MediaPlace }>(() => ({ place: "folders" }));

/** Where the media of a new rehearsal will be: kept in memory until the app is closed. */
export const useMediaPlace = (): MediaPlace => useStore(({ place }) => place);

/** Chooses a place; a rehearsal that was begun keeps its own. */
export function chooseMediaPlace(place: MediaPlace): void {
  useStore.setState({ place });
}

/** Begins a ceremony, or goes on with it; in earnest always on removable drives. */
export function useBegin({ mode, home }: WindowView): (ceremony: CeremonyName) => void {
  const place = useMediaPlace();
  const on: MediaPlace = mode === "PRODUCTION" ? "drives" : place;
  return (ceremony) =>
    void ask("begin", home.may[ceremony] ? { ceremony, on } : { ceremony, on, example: true });
}

/** Begins a rehearsal in which the simulated crew acts for everyone, at a pace to be watched. */
export async function show(ceremony: CeremonyName): Promise<void> {
  const example = ceremony !== "activation";
  if (await ask("begin", { ceremony, on: "folders", ...(example ? { example } : {}) }))
    await ask("crew", { seats: [], to: "end", pace: "watch" });
}

/** Whether it cannot be begun for want of custody, and can be tried on an example. */
export const isTrial = ({ home }: WindowView, ceremony: CeremonyName): boolean =>
  !home.may[ceremony] && home.example === "may-be-made";
