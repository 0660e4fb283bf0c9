// What this computer is for: at Home, on its own screen, and in the window's title.
import { and, list, sentence } from "../../electron/text/text.ts";
import type { StationRoleView, WindowView } from "../../electron/bridge/view.ts";
import { stationOf } from "./frame.ts";
import { say } from "./say.ts";

/** Where a secret could reach this computer's disk, which is forbidden in earnest; or null. */
export function tracesLine({ cores, swaps }: WindowView["traces"]): string | null {
  const places = [
    ...(swaps.length === 0 ? [] : [sentence("station-role.traces.swap", { swaps: list(swaps) })]),
    ...(cores ? [sentence("station-role.traces.crash")] : []),
  ];
  return places.length === 0 ? null : say("station-role.traces", { places: and(places) });
}

/** Replaces the choice: the other station, once real ceremonies took place here. */
export const keptLine = (kept: "offline" | "connected"): string =>
  say("station-role.kept", { station: stationOf(kept) });

/** Before a computer becomes a station: the question, and the answer. */
export const sureTitle = (station: "offline" | "connected"): string =>
  say("station-role.sure.title", { station: stationOf(station) });
export const sureYes = (station: "offline" | "connected"): string =>
  say("station-role.sure.yes", { station: stationOf(station) });

/** The title of the window: the app, and what this computer is for. */
export const windowTitle = ({ role, rehearsalOnly }: StationRoleView): string =>
  say("station-role.windowTitle", {
    app: sentence("frame.app"),
    use:
      rehearsalOnly === null
        ? role === "rehearsal"
          ? sentence("station-role.use.rehearsal")
          : stationOf(role)
        : rehearsalOnly === "not-packaged" || rehearsalOnly === "runtime-strange"
          ? sentence("station-role.use.only")
          : sentence(`station-role.use.${rehearsalOnly}`),
  });
