// The window's view, as main sent it last.
import { create } from "zustand";
import type { RoomView } from "../../electron/bridge/room.ts";

interface CeremonyStore {
  readonly room: RoomView | null;
}

const useStore = create<CeremonyStore>(() => ({ room: null }));

/** The newest view; only for what is shown once there is one. */
export function useRoom(): RoomView {
  const room = useStore((store) => store.room);
  if (room === null) throw new Error("there is no view yet");
  return room;
}

/** The newest view, or null before the first. */
export const useMaybeRoom = (): RoomView | null => useStore((store) => store.room);

/** Takes a view in place of the last one; one that is older than it is dropped. */
export function replaceRoom(view: RoomView): void {
  const { room } = useStore.getState();
  if (room === null || view.revision > room.revision) useStore.setState({ room: view });
}
