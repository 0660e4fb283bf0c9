// The pieces of what people enter in a step: bounded texts, roles, deciders, bags.
import * as z from "zod/mini";

/** A text of at most so many characters. */
export const text = (max: number) => z.string().check(z.maxLength(max));

/** An officer's seat. */
export const seat = z.int().check(z.gte(1), z.lte(10));

export const role = z.string().check(z.regex(/^(administrator|witness|officer-([1-9]|10))$/));

/** The roles of the people who decided something. */
export const deciders = z.array(role).check(z.maxLength(12));

/** The condition in which a bag was found. */
export const condition = z.enum(["intact", "broken", "missing"]);

/** The objects that differ from the last record, by name, of which these people decided it. */
export const accepted = z.array(text(60)).check(z.maxLength(40));

/** Seals as read from the bags, and who decided about which differences. */
export const seals = z.strictObject({
  seals: z
    .array(
      z.strictObject({
        object: text(60),
        found: text(60),
        condition,
        place: text(60),
        custodian: text(60),
      }),
    )
    .check(z.maxLength(40)),
  decidedBy: deciders,
  accepted,
});

/** Objects taken into custody. */
export const custodyObjects = z
  .array(z.strictObject({ object: text(60), seal: text(30), place: text(60), custodian: text(60) }))
  .check(z.maxLength(60));

/** Rules to which two people accept an exception, each with the reason. */
export const deviations = z
  .array(
    z.strictObject({
      rule: z.enum(["quorum", "spare", "sites"]),
      reason: text(200),
      decidedBy: deciders,
    }),
  )
  .check(z.maxLength(3));

/** Every object with its bag, and the rules that are not met. */
export const custody = z.strictObject({ objects: custodyObjects, deviations });
