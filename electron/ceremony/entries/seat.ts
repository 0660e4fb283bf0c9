// A seat: who is alone at the screen, what the witness sees before, and who takes over for good.
import * as z from "zod/mini";
import { theirs } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { actor, officer, role, text, truth } from "./forms.ts";
import type { Opening } from "./opening.ts";
import { firstRole, roleIn, rolesIn } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

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
    afterAbort: true,
    minutes: ({ officer: who }) => sentence("ledger.seat-taken", { who: firstRole(who) }),
  }),
  /** Someone left for good. `toRole` differs from `role` if another officer's key has come. */
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
    evolve: ({ role: left, toRole, to }, { opened }: Opening) =>
      opened === null
        ? {}
        : {
            opened: {
              ...opened,
              participants: opened.participants.map((person) =>
                person.role === left ? { role: toRole, name: to } : person,
              ),
            },
          },
    minutes: ({ role: left, from, toRole, to, reason, decidedBy }) =>
      sentence("entries.seat-changed", {
        from: theirs(from),
        role: roleIn(left),
        to: theirs(to),
        toRole: roleIn(toRole),
        reason: theirs(withFullStop(reason)),
        who: rolesIn(decidedBy),
      }),
    facts: ({ from, to, toRole, reason }) => ({ from, to, toRole, reason }),
  }),
};
