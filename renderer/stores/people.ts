// Who is who in the room that is shown.
import type { RoomView } from "../../electron/bridge/room.ts";
import { roleTitle } from "../text/frame.ts";

/** Somebody in the room with a role. */
export interface Person {
  readonly role: string;
  readonly name: string;
}

/** The people of the open ceremony; before it is opened, those proposed. */
export function peopleOf({ ceremony, home }: RoomView): readonly Person[] {
  const people = ceremony?.people ?? [];
  return people.length > 0 ? people : home.proposedPeople;
}

/** A person's name by the role; the role itself when nobody has it. */
export function nameOf(room: RoomView, role: string): string {
  return peopleOf(room).find((person) => person.role === role)?.name ?? roleTitle(role);
}
