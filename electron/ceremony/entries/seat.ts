// A seat: who is alone at the screen, what the witness sees before, and who takes over for good.
import * as z from "zod/mini";
import { theirs } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { actor, officer, role, text, truth, type Participant } from "./forms.ts";
import type { Opening } from "./opening.ts";
import { firstRole, roleIn, rolesIn } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

type Change = Readonly<Record<"from" | "to", string>> & Readonly<Record<"role" | "toRole", Role>>;
type Role = Participant["role"];

/** Who is there after a change of seat. */
export function peopleAfter(
  people: readonly Participant[],
  { role, from, toRole, to }: Change,
): readonly Participant[] {
  const comes = { role: toRole, name: to };
  if (from === "") return [...people, comes];
  return people.flatMap((one) => (one.role !== role ? [one] : to === "" ? [] : [comes]));
}

function howOf({ from, to }: Pick<Change, "from" | "to">): "comes" | "goes" | "changes" {
  if (from === "") return "comes";
  return to === "" ? "goes" : "changes";
}

/** Officers who had their turn with a secret: their medium was out of its bag. */
export interface Seats {
  readonly seated: readonly string[];
}
export const NO_SEATS: Seats = { seated: [] };

export const SEAT = {
  /** What the witness saw before a secret is typed. */
  "room-witnessed": entry({
    by: "witness",
    form: z.strictObject({ step: text, projector: truth, camera: truth }),
    afterAbort: true,
    minutes: ({ projector, camera }) => sentence("ledger.room-witnessed", { projector, camera }),
    facts: ({ step, projector, camera }) => ({ step, projector, camera }),
  }),
  "seat-taken": entry({
    by: "officer",
    form: z.strictObject({ officer, step: text }),
    evolve: ({ officer: who }, { seated }: Seats) => ({ seated: [...new Set([...seated, who])] }),
    afterAbort: true,
    minutes: ({ officer: who }) => sentence("ledger.seat-taken", { who: firstRole(who) }),
  }),
  /**
   * Someone left for good. `toRole` differs from `role` if another officer's key has come. If `from`
   * is empty, an officer came late; if `to` is, nobody takes the seat.
   */
  "seat-changed": entry({
    by: "administrator",
    form: z.strictObject({
      role: actor,
      from: text,
      toRole: actor,
      to: text,
      reason: text,
      decidedBy: z.array(role),
    }),
    evolve: (change, { opened }: Opening) =>
      opened === null
        ? {}
        : { opened: { ...opened, participants: peopleAfter(opened.participants, change) } },
    minutes: ({ role: left, from, toRole, to, reason, decidedBy }) =>
      sentence("entries.seat-changed", {
        how: howOf({ from, to }),
        from: theirs(from),
        role: roleIn(left),
        to: theirs(to),
        toRole: roleIn(toRole),
        reason: theirs(withFullStop(reason)),
        who: rolesIn(decidedBy),
      }),
    facts: ({ from, to, toRole, reason }) => ({
      how: howOf({ from, to }),
      from,
      to,
      toRole,
      reason,
    }),
  }),
};
