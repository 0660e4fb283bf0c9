// The step that is now, with all that its screens ask about it.
import type { RoomView } from "../../../electron/bridge/room.ts";
import type { StopView } from "../../text/titles.ts";

/** What is going on inside the step. */
export type Activity = RoomView["activity"];
/** Words being written down or heard. */
export type Hearing = Extract<Activity, { readonly kind: "hearing" }>;
/** Parts of the step running, or the HSM being asked. */
export type Working = Extract<Activity, { readonly kind: "working" }>;

/** The step that is now. */
export interface Scene {
  readonly room: RoomView;
  readonly stop: StopView;
  /** Act and step, such as "2.1". */
  readonly number: string;
  readonly say: string;
  /** In `choose`: what can be chosen. */
  readonly choices: readonly { readonly when: string; readonly goTo: string }[];
  readonly officers: number;
  readonly quorum: number;
  /** Who does it and who confirms it, by role. */
  readonly by: string;
  readonly confirm: string;
}

/** The step that is now, or null when the ceremony is over or none is open. */
export function sceneOf(room: RoomView): Scene | null {
  const { ceremony } = room;
  if (ceremony === null) return room.open === null ? null : beforeTheRecord(room, room.open);
  const { step, acts, officers, quorum } = ceremony;
  if (step === null) return null;
  const place = acts.flatMap((act, a) => act.steps.map((stop, s) => ({ stop, a, s })))
    .find(({ stop }) => stop.id === step.id);
  if (place === undefined) return null;
  const { stop, a, s } = place;
  const { say, by, confirm, action: { choices = [] } } = step;
  return { room, stop, number: `${a + 1}.${s + 1}`, say, choices, officers, quorum, by, confirm };
}

/** Before the first entry there is no record to read the step from: Home knows the script's. */
function beforeTheRecord(room: RoomView, open: NonNullable<RoomView["open"]>): Scene {
  const { say, station, minutes } = room.home.opening[open];
  const stop: StopView = {
    id: "open", kind: "open", seat: null, what: null, to: null, copy: null,
    station, minutes, beganAt: null, doneAt: null,
  };
  return {
    room, stop, number: "1.1", say, choices: [], officers: 3, quorum: 2,
    by: "administrator", confirm: "witness",
  };
}

/** Seats of the officers who are in the room. */
export function presentSeats({ room, officers }: Scene): readonly number[] {
  const roles: readonly string[] = (room.ceremony?.people ?? []).map(({ role }) => role);
  return Array.from({ length: officers }, (_, i) => i + 1)
    .filter((seat) => roles.includes(`officer-${seat}`));
}

/** The officer's seat in a role, or null. */
export function seatOfRole(role: string): number | null {
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? null : Number(seat);
}
