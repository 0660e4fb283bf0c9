// A seal: compared with the last record, photographed, and the bags that are opened.
import * as z from "zod/mini";
import { named } from "../../../ceremony-scripts/index.ts";
import { list, sentence } from "../../text/sentence.ts";
import { folded } from "../../record/plain.ts";
import { mergedPhotographs, withOfficer, type OfficerStanding } from "./standing.ts";
import { entry } from "./entry.ts";
import { count, digest, digestOrNone, officerOrNone, seal, text, type Data } from "./forms.ts";
import { withMore } from "./officer-key.ts";
import { bagsIn, objectNamed, roleIn } from "./holes.ts";

/** A bag or envelope as found: its number beside that of the last record. */
const sealFound = z.strictObject({
  object: text,
  expected: text,
  found: text,
  condition: z.enum(["intact", "broken", "missing"]),
  place: text,
  custodian: text,
});
export type SealFound = Data<typeof sealFound>;

/** A photograph of a bag: the file's SHA-256 and size in bytes. */
const photographed = z.strictObject({
  object: text,
  seal: text,
  sha256: digest,
  size: count,
  /** SHA-256 of the object's previous photograph that was shown beside it, or "". */
  before: digestOrNone,
});
export type Photographed = Data<typeof photographed>;

export interface Seals {
  /** The seals as found, by object, if they were compared; else null. */
  readonly seals: Readonly<Record<string, SealFound>> | null;
  /** Objects whose bag was opened in this ceremony. */
  readonly bags: readonly string[];
}
export const NO_SEALS: Seals = { seals: null, bags: [] };

/** Each officer with what their own media among these seals show. */
const troubled = (
  officers: readonly OfficerStanding[],
  seals: readonly SealFound[],
): readonly OfficerStanding[] =>
  officers.map((one) => ({
    ...one,
    ...troubleIn(seals.filter(({ object }) => object.startsWith(`${one.officer} `))),
  }));

/** Intact, and with the number of the last record. */
const isAsLeft = ({ condition, expected, found }: SealFound): boolean =>
  condition === "intact" && folded(expected) === folded(found);

/** A medium with the key is gone, or was tampered with: either way the key is no longer as it was. */
function troubleIn(seals: readonly SealFound[]): Partial<OfficerStanding> {
  const media = seals.filter(({ object }) => / (backup )?medium$/.test(object));
  if (media.some(({ condition }) => condition === "missing")) return { trouble: "lost" };
  return media.every(isAsLeft) ? {} : { trouble: "seal-broken" };
}

export const SEAL = {
  /** The seals of one officer's objects, or ("") of shared ones. */
  "seals-checked": entry({
    by: "doer",
    form: z.strictObject({ officer: officerOrNone, seals: z.array(sealFound) }),
    evolve: ({ seals: all }, { seals }: Seals) => ({
      seals: { ...seals, ...Object.fromEntries(all.map((one) => [one.object, one])) },
    }),
    leaves: ({ officer, seals }, { officers, objects }, at) => ({
      officers: troubled(
        officer === "" ? officers : withOfficer(officers, officer, { sealsSeenAt: at }),
        seals,
      ),
      objects: objects.map((object) => {
        const seen = seals.find((one) => one.object === object.object);
        return seen === undefined || seen.condition === "missing"
          ? object
          : { ...object, place: seen.place, custodian: seen.custodian, seenAt: at };
      }),
    }),
    minutes: ({ officer, seals }) =>
      sentence("entries.seals-checked", {
        whose: officer === "" ? sentence("entries.sharedObjects") : roleIn(officer),
        seals: list(
          seals.map(({ object, found, condition }) =>
            sentence("entries.sealFound", {
              object: objectNamed(object),
              seal: named(found === "" ? "-" : found),
              condition,
            }),
          ),
        ),
      }),
    facts: ({ seals }) => ({ seals: seals.length, asLeft: seals.filter(isAsLeft).length }),
  }),
  /** People keep the photographs: the record has what identifies each. */
  "seals-photographed": entry({
    by: "administrator",
    form: z.strictObject({ photographs: z.array(photographed) }),
    // Photographs of this ceremony stay together: `last.at` is when it was opened.
    leaves: ({ photographs: taken }, { photographs, last }, at) => ({
      photographs: mergedPhotographs(
        photographs,
        taken.map(({ object, seal: number, sha256 }) => ({ object, seal: number, sha256, at })),
        last.at,
      ),
    }),
    minutes: ({ photographs }) =>
      sentence("entries.seals-photographed", {
        number: photographs.length,
        photographs: list(
          photographs.map(({ object, seal: number, sha256, before }) =>
            sentence("entries.photograph", {
              object: objectNamed(object),
              seal: named(number),
              sha256: named(sha256),
              isCompared: before !== "",
            }),
          ),
        ),
      }),
    facts: ({ photographs }) => ({ photographs: photographs.length }),
  }),
  "bags-opened": entry({
    by: "doer",
    form: z.strictObject({ objects: z.array(seal) }),
    evolve: ({ objects }, { bags }: Seals) => ({
      bags: withMore(bags, ...objects.map(({ object }) => object)),
    }),
    minutes: ({ objects }) => sentence("entries.bags-opened", { bags: bagsIn(objects) }),
  }),
};
