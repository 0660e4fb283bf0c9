// Which screen the window shows: what the app draws, and what its help is about.
import type { WindowView } from "../../electron/bridge/view.ts";
import type { Route } from "./route.ts";

/** All screens of the window; "call" is an officer's, on which nothing else may be readable. */
export type ScreenName =
  | Route
  | "home"
  | "refused"
  | "preparing"
  | "call"
  | "away"
  | "resumption"
  | "recess"
  | "end"
  | "aborted"
  | "step";

/** @param isRefused whether the last request was, with nothing open */
export function shownScreen(
  { activity, away, ceremony, open, refusal, resumption }: WindowView,
  route: Route | "home",
  isRefused: boolean,
): ScreenName {
  if (open === null) {
    if (route !== "home") return route;
    return refusal !== null || isRefused ? "refused" : "home";
  }
  if (ceremony === null && away === null) return "preparing";
  // The call comes first: nothing may be readable beside an officer who is called or types.
  if (activity.kind === "calling" || activity.kind === "typing") return "call";
  if (away !== null || ceremony === null) return "away";
  if (resumption !== null) return "resumption";
  if (ceremony.recess !== null) return "recess";
  if (ceremony.closed) return refusal === null ? "end" : "step";
  return ceremony.abortDecided || ceremony.aborted !== null ? "aborted" : "step";
}
