// The people of the shown ceremony.
import type { Role, WindowView } from "../../electron/bridge/view.ts";
import { list } from "../../electron/text/text.ts";
import { roleOf, roleTitle } from "../text/frame.ts";
import { said } from "../text/say.ts";
import { seatOf } from "../text/objects.ts";

/** A person with a role. */
export interface Person {
  readonly role: string;
  readonly name: string;
}

/** The role of the officer in a seat. */
export const officerRole = (seat: number): Role => `officer-${seat}`;

/** The people of the open ceremony; before it is opened, those proposed. */
export function peopleOf({ ceremony, home }: WindowView): readonly Person[] {
  const people = ceremony?.people ?? [];
  if (people.length > 0) return people;
  const officers = ceremony?.officers ?? home.proposedCounts.officers;
  return home.proposedPeople.filter(({ role }) => (seatOf(role) ?? 0) <= officers);
}

/** A person's name by the role; the role itself if nobody has it. */
export const nameOf = (view: WindowView, role: string): string =>
  peopleOf(view).find((person) => person.role === role)?.name ?? roleTitle(role);

/** The name of the officer in a seat. */
export const officerName = (view: WindowView, seat: number): string =>
  nameOf(view, officerRole(seat));

/** A person in a list: the name and the role. */
export const personLine = ({ name, role }: Person): string => said(list([name, roleOf(role)]));

/** All seats of officers, from 1. */
export const seatsUpTo = (officers: number): readonly number[] =>
  Array.from({ length: officers }, (_, i) => i + 1);

/** Seats of the officers who came to the open ceremony, in order. */
export function presentSeats({ ceremony }: WindowView): readonly number[] {
  const came = (ceremony?.people ?? []).map(({ role }) => seatOf(role));
  return seatsUpTo(ceremony?.officers ?? 0).filter((seat) => came.includes(seat));
}
