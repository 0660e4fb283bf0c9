// What custody has together that should not be, and officers of whom nothing is known.
import { envelopeOf, mediaOf } from "./custody.ts";
import { officerOf } from "./entries/forms.ts";
import type { CustodyObject } from "./entries/standing.ts";
import type { GeometryRow, Kept } from "./geometry.ts";
import { alike } from "../record/plain.ts";

export type FindingKind =
  | "every-key"
  | "every-domain"
  | "keys-with-passphrases"
  | "holder"
  | "envelope"
  | "unknown";

/** Objects that are in one place, or with one person, and should not be. */
export interface Finding {
  readonly kind: FindingKind;
  /** The officers concerned. */
  readonly seats: readonly number[];
  /** The site, the place or the person; "" for an officer whose media are unknown. */
  readonly where: string;
}

/** What should be changed, the worst first. @param rows the geometry of the same objects */
export function findings(
  { objects, officers, required }: Kept,
  rows: readonly GeometryRow[],
): readonly Finding[] {
  const seats = officers.map(({ seat }) => seat);
  const hasKey = (names: readonly string[], seat: number) =>
    mediaOf(officerOf(seat)).some((medium) => names.includes(medium));
  const all = objects.map(({ object }) => object);
  const sites = rows.filter(({ kind }) => kind === "place");
  return [
    ...sites.flatMap(({ name: where, lost, domainLost }): readonly Finding[] => [
      ...(domainLost ? [{ kind: "every-domain" as const, seats: [], where }] : []),
      ...lost.map((seat): Finding => ({ kind: "every-key", seats: [seat], where })),
    ]),
    ...sites
      .filter(({ opens }) => opens.length >= required)
      .map(({ name, opens }): Finding => ({
        kind: "keys-with-passphrases",
        seats: opens,
        where: name,
      })),
    ...rows.flatMap((row): readonly Finding[] => {
      const of = seats.filter((seat) => hasKey(row.objects, seat));
      return row.kind === "person" && of.length >= 2
        ? [{ kind: "holder", seats: of, where: row.name }]
        : [];
    }),
    ...seats.flatMap((seat) => beside(objects, seat)),
    ...seats
      .filter((seat) => !hasKey(all, seat))
      .map((seat): Finding => ({ kind: "unknown", seats: [seat], where: "" })),
  ];
}

/** A passphrase is kept apart from its medium. */
function beside(objects: readonly CustodyObject[], seat: number): readonly Finding[] {
  const envelope = objects.find(({ object }) => object === envelopeOf(officerOf(seat)));
  const together =
    envelope !== undefined
    && objects.some(
      ({ object, place }) =>
        mediaOf(officerOf(seat)).includes(object) && alike(place, envelope.place),
    );
  return together ? [{ kind: "envelope", seats: [seat], where: envelope.place }] : [];
}
