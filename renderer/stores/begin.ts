// A ceremony is begun, with media where new ones are wanted.
import type { CeremonyName, MediaPlace, RoomView } from "../../electron/bridge/room.ts";
import { ask } from "./action.ts";
import { useMediaPlace } from "./media-place.ts";

/** Begins a ceremony, or goes on with it; in earnest always on removable drives. */
export function useBegin({ mode }: RoomView): (ceremony: CeremonyName) => void {
  const place = useMediaPlace();
  const on: MediaPlace = mode === "PRODUCTION" ? "drives" : place;
  return (ceremony) => { void ask("begin", { ceremony, on }); };
}
