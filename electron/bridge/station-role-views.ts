// What this computer is for, and where the record of its ceremony is, as the window shows them.
import type { CeremonyName } from "./ceremony-name.ts";

/** What this computer is for: rehearsals of both stations, or one station in earnest. */
export type StationRoleName = "rehearsal" | "offline" | "connected";

/** Why a program is for rehearsals alone. */
export type RehearsalOnly = "not-packaged" | "runtime-strange" | "runtime-changed";

export interface StationRoleView {
  readonly role: StationRoleName;
  /** Null where the program may be used in earnest. */
  readonly rehearsalOnly: RehearsalOnly | null;
  /** The station at which ceremonies were held here in earnest: this computer stays it. */
  readonly kept: "offline" | "connected" | null;
}

/** What the transfer medium brings to the connected station. */
export interface ArrivalView {
  readonly ceremony: CeremonyName;
  readonly hsm: string;
  /** RFC 3339, UTC. */
  readonly openedAt: string;
}

/** The open ceremony's record is at the other station, or on its way. */
export interface AwayView {
  readonly at: "offline" | "connected";
  /**
   * Why it is not taken over. "without": the medium has no record, or an older one, and can be
   * given this station's copy again. "other": it is another ceremony's, or a rehearsal's.
   * "damaged": its record does not verify. "forked": it goes on otherwise than this station's copy,
   * which is an incident. "as-it-left": nobody has gone on with it.
   */
  readonly medium: "missing" | "without" | "other" | "damaged" | "forked" | "as-it-left";
}
