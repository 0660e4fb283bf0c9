// Custody: what is kept by whom, what is handed off, what is destroyed, what was taken over from a
// custodian's part, and the assessment of the whole.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { list, sentence } from "../../text/sentence.ts";
import {
  custodyObject,
  handOff,
  mergedObjects,
  mergedPhotographs,
  partStanding,
  withOfficer,
} from "./standing.ts";
import { entry } from "./entry.ts";
import { digest, officer, role, text, time, type Data } from "./forms.ts";
import { withMore, type OfficerKeys } from "./officer-key.ts";
import { firstRoles, objectNamed, roleIn, rolesIn, several } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

const recorded = z.strictObject({ objects: z.array(custodyObject) });
const deviation = z.strictObject({
  rule: z.enum(["quorum", "spare", "sites"]),
  reason: text,
  decidedBy: z.array(role),
});

export interface Custody {
  readonly custody: Data<typeof recorded> | null;
  /** Objects that were destroyed in this ceremony. */
  readonly destroyed: readonly string[];
  /** Deviations that were accepted, the last of each rule. */
  readonly deviations: readonly Data<typeof deviation>[];
}
export const NO_CUSTODY: Custody = { custody: null, destroyed: [], deviations: [] };

export const CUSTODY = {
  "custody-recorded": entry({
    by: "administrator",
    form: recorded,
    evolve: (custody) => ({ custody }),
    // Recording an object again begins a new chain of hand-offs.
    leaves: ({ objects: seen }, { objects, handOffs }, at) => ({
      objects: mergedObjects(
        objects,
        seen.map((object) => ({ ...object, seenAt: at })),
      ),
      handOffs: handOffs.filter(({ object }) => !seen.some((one) => one.object === object)),
    }),
    minutes: ({ objects }) => sentence("ledger.custody-recorded", { objects: objects.length }),
    facts: ({ objects }) => ({ objects: objects.length }),
  }),
  "object-handed-off": entry({
    by: "doer",
    form: handOff,
    leaves: (data, { objects, handOffs }, at) => ({
      handOffs: [...handOffs, { ...data, at }],
      objects: objects.map((object) =>
        object.object !== data.object
          ? object
          : { ...object, seal: data.seal, custodian: data.to, place: data.place, seenAt: at },
      ),
    }),
    minutes: ({ object, seal, from, to, place }) =>
      sentence("entries.object-handed-off", {
        object: objectNamed(object),
        seal: named(seal),
        from: theirs(from),
        to: theirs(to),
        place: theirs(place),
      }),
    facts: ({ object, from, to }) => ({ object, from, to }),
  }),
  /** Who said aloud, by name, that they hand off or receive; who could not, and who decided. */
  "hand-off-acknowledged": entry({
    by: "doer",
    form: z.strictObject({
      gave: z.array(text),
      took: z.array(text),
      absent: z.array(text),
      decidedBy: z.array(role),
    }),
    minutes: ({ gave, took, absent }) =>
      several(
        gave.length > 0 && sentence("entries.handed-off", { people: list(gave.map(theirs)) }),
        sentence("entries.received", { people: list(took.map(theirs)) }),
        absent.length > 0 && sentence("entries.absent", { people: list(absent.map(theirs)) }),
      ),
  }),
  "objects-destroyed": entry({
    by: "doer",
    form: z.strictObject({
      objects: z.array(z.strictObject({ object: text, seal: text, how: text })),
    }),
    evolve: ({ objects: gone }, { destroyed }: Custody) => ({
      destroyed: withMore(destroyed, ...gone.map(({ object }) => object)),
    }),
    // What was taken into custody meanwhile is a new object of the same name.
    leaves: ({ objects: gone }, { objects }, _, recorded) => ({
      objects: objects.filter(
        ({ object }) => recorded.includes(object) || !gone.some((one) => one.object === object),
      ),
    }),
    minutes: ({ objects: gone }) =>
      sentence("entries.objects-destroyed", {
        objects: list(
          gone.map(({ object, how }) =>
            sentence("entries.destroyed", { object: objectNamed(object), how: theirs(how) }),
          ),
        ),
      }),
  }),
  /** A custodian's part, performed elsewhere: its head, how it was closed, what it left. */
  "part-taken": entry({
    by: "doer",
    form: z.strictObject({
      officer,
      head: digest,
      closed: z.enum(["signed", "on-paper"]),
      closedAt: time,
      standing: partStanding,
    }),
    evolve: ({ officer: who }, { heardOf }: OfficerKeys) => ({ heardOf: withMore(heardOf, who) }),
    leaves: ({ standing }, { officers, objects, handOffs, photographs }) => ({
      officers: standing.officers.reduce(
        (all, { officer: who, ...rest }) => withOfficer(all, who, rest),
        officers,
      ),
      objects: mergedObjects(objects, standing.objects),
      handOffs: [...handOffs, ...standing.handOffs],
      ...(standing.photographs === undefined
        ? {}
        : { photographs: mergedPhotographs(photographs, standing.photographs) }),
    }),
    minutes: ({ officer: who, closed, head }, wordsOf) =>
      sentence(`entries.part-taken.${closed}`, {
        officer: roleIn(who),
        words: named(wordsOf(head)),
      }),
    facts: ({ closed }) => ({ closed }),
  }),
  "custody-attested": entry({
    by: "app",
    form: z.strictObject({
      health: z.enum(["whole", "degraded", "would-fail"]),
      healthy: z.array(officer),
      troubled: z.array(officer),
      unseen: z.array(officer),
    }),
    leaves: (_, __, at) => ({ attestedAt: at }),
    minutes: ({ health, healthy, troubled, unseen }) =>
      sentence("entries.custody-attested", {
        health: sentence(`entries.health.${health}`),
        healthy: rolesIn(healthy),
        troubled: rolesIn(troubled),
        unseen: rolesIn(unseen),
      }),
    facts: ({ health }) => ({ health }),
  }),
  /** Two people accepted an exception to a rule of custody, and why. */
  "deviation-accepted": entry({
    by: "administrator",
    form: deviation,
    evolve: (data, { deviations }: Custody) => ({
      deviations: [...deviations.filter(({ rule }) => rule !== data.rule), data],
    }),
    leaves: ({ rule, reason }, { deviations }) => ({
      deviations: [...deviations.filter((one) => one.rule !== rule), { rule, reason }],
    }),
    minutes: ({ rule, reason, decidedBy }) =>
      sentence("entries.deviation-accepted", {
        who: firstRoles(decidedBy),
        rule,
        reason: theirs(withFullStop(reason)),
      }),
    facts: ({ rule, reason, decidedBy }) => ({ rule, reason, decidedBy }),
  }),
};
