// What the connected station's entries change.
import type { Change } from "./state.ts";
import type { StationEvents } from "./station-events.ts";

/** What is known of the HSM's side, a part of the state. */
export interface StationState {
  /** Who signed in to the HSM last. */
  readonly signedIn: StationEvents["signed-in"] | null;
  /** What was found last before the activation, and after it. */
  readonly preflight: StationEvents["preflight-judged"] | null;
  readonly aftercheck: StationEvents["aftercheck-judged"] | null;
  /** Findings that people accepted. */
  readonly pointsAccepted: readonly StationEvents["point-accepted"][];
}

/** Before anything was asked. */
export const STATION_FIRST: StationState =
  { signedIn: null, preflight: null, aftercheck: null, pointsAccepted: [] };

/** The changes by entry type, a part of the fold's. */
export const STATION: { readonly [Type in keyof StationEvents]: Change<Type> } = {
  "signed-in": (data) => ({ signedIn: data }),
  "preflight-judged": (data) => ({ preflight: data }),
  "point-accepted": (data, { pointsAccepted }) => ({ pointsAccepted: [...pointsAccepted, data] }),
  "aftercheck-judged": (data) => ({ aftercheck: data }),
};
