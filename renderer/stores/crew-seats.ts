// The seats last given to the simulated crew: proposed again after it was stopped.
import { create } from "zustand";

const useStore = create<{ readonly seats: readonly string[] }>(() => ({ seats: [] }));

/** The seats that were ticked last, or none. */
export const useLastSeats = (): readonly string[] => useStore(({ seats }) => seats);

/** Keeps them until the app is closed. */
export function rememberSeats(seats: readonly string[]): void {
  useStore.setState({ seats });
}
