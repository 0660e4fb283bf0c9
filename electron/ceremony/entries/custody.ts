// Custody: what is put away with whom, what is handed off, what is destroyed, what was taken over
// from a custodian's part, and how the whole is found to be.
import * as z from "zod/mini";
import { named, theirs, type Line } from "../../../ceremony-scripts/index.ts";
import {
  custodyObject,
  handOff,
  mergedObjects,
  mergedPhotographs,
  partStanding,
  withOfficer,
} from "../standing.ts";
import { entry } from "./entry.ts";
import { digest, officer, role, text, time, type Data } from "./forms.ts";
import { withMore, type OfficerKeys } from "./officer-key.ts";
import { allTheirs, counted, inText, joined, listed, rolesOf, whole } from "./phrases.ts";

const recorded = z.strictObject({ objects: z.array(custodyObject) });
const deviation = z.strictObject({
  rule: z.enum(["quorum", "sites"]),
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

const HEALTH = {
  whole: "every officer can open",
  degraded: "degraded, recovery would still work",
  "would-fail": "recovery would fail today",
} as const;

export const CUSTODY = {
  "custody-recorded": entry({
    form: recorded,
    evolve: (custody) => ({ custody }),
    // What is recorded anew begins a new chain of hand-offs.
    leaves: ({ objects: seen }, { objects, handOffs }, at) => ({
      objects: mergedObjects(
        objects,
        seen.map((object) => ({ ...object, seenAt: at })),
      ),
      handOffs: handOffs.filter(({ object }) => !seen.some((one) => one.object === object)),
    }),
    minutes: ({ objects }) => [
      `Seal, place and custodian of ${counted(objects.length, "object")} were recorded.`,
    ],
  }),
  "object-handed-off": entry({
    form: handOff,
    leaves: (data, { objects, handOffs }, at) => ({
      handOffs: [...handOffs, { ...data, at }],
      objects: objects.map((object) =>
        object.object !== data.object
          ? object
          : { ...object, seal: data.seal, custodian: data.to, place: data.place, seenAt: at },
      ),
    }),
    minutes: ({ object, seal, from, to, place }) => [
      theirs(object),
      " with seal ",
      named(seal),
      " went from ",
      theirs(from),
      " to ",
      theirs(to),
      ", to ",
      theirs(place),
      ".",
    ],
    facts: ({ object, from, to }) => ({ object, from, to }),
  }),
  /** Who said aloud, by name, that they hand on or take; who could not, and who decided. */
  "hand-off-acknowledged": entry({
    form: z.strictObject({
      gave: z.array(text),
      took: z.array(text),
      absent: z.array(text),
      decidedBy: z.array(role),
    }),
    minutes: ({ gave, took, absent }) => [
      ...(gave.length === 0 ? [] : [...allTheirs(gave), " said aloud what they hand off. "]),
      ...allTheirs(took),
      " said aloud what they receive.",
      ...(absent.length === 0
        ? []
        : [" Not here to hand off: ", ...allTheirs(absent), "; two people decided to continue."]),
    ],
  }),
  "objects-destroyed": entry({
    form: z.strictObject({
      objects: z.array(z.strictObject({ object: text, seal: text, how: text })),
    }),
    evolve: ({ objects: gone }, { destroyed }: Custody) => ({
      destroyed: withMore(destroyed, ...gone.map(({ object }) => object)),
    }),
    leaves: ({ objects: gone }, { objects }) => ({
      objects: objects.filter(({ object }) => !gone.some((one) => one.object === object)),
    }),
    minutes: ({ objects: gone }) => [
      "Destroyed in front of the witness: ",
      ...joined(gone.map(({ object, how }): Line => [theirs(object), " (", theirs(how), ")"])),
      ".",
    ],
  }),
  /** A custodian's part, performed elsewhere: its head, how it was closed, what it left. */
  "part-taken": entry({
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
    minutes: ({ officer: who, closed, head }, wordsOf) => [
      `The part of ${inText(who)} was taken over, closed ${
        closed === "signed" ? "by a signature" : "on paper"
      }; head `,
      named(wordsOf(head)),
      ".",
    ],
    facts: ({ closed }) => ({ closed }),
  }),
  "custody-attested": entry({
    form: z.strictObject({
      health: z.enum(["whole", "degraded", "would-fail"]),
      healthy: z.array(officer),
      troubled: z.array(officer),
      unseen: z.array(officer),
    }),
    leaves: (_, __, at) => ({ attestedAt: at }),
    minutes: ({ health, healthy, troubled, unseen }) => [
      `Custody attested: ${HEALTH[health]}. Healthy: ${listed(healthy.map(inText))}; in trouble: `
        + `${listed(troubled.map(inText))}; not heard of: ${listed(unseen.map(inText))}.`,
    ],
    facts: ({ health }) => ({ health }),
  }),
  /** Two people decided to deviate from one of Microsoft's rules of custody, and why. */
  "deviation-accepted": entry({
    form: deviation,
    evolve: (data, { deviations }: Custody) => ({
      deviations: [...deviations.filter(({ rule }) => rule !== data.rule), data],
    }),
    leaves: ({ rule, reason }, { deviations }) => ({
      deviations: [...deviations.filter((one) => one.rule !== rule), { rule, reason }],
    }),
    minutes: ({ rule, reason, decidedBy }) => [
      `${rolesOf(decidedBy)} accepted a deviation from Microsoft's advice (${
        rule === "quorum" ? "a quorum of three or more" : "different sites"
      }): `,
      theirs(whole(reason)),
    ],
    facts: ({ rule, reason }) => ({ rule, reason }),
  }),
};
