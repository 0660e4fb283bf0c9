// The chain of custody: what is seen must follow, hand-off by hand-off, from what was recorded.
// What does not is a gap, which is itself an exception.
import type { CustodyObject, HandOff, Standing } from "./entries/standing.ts";
import { alike } from "../record/plain.ts";

/**
 * `missing`: recorded, and not seen. `unrecorded`: seen, and never recorded. `custodian`, `place`:
 * another than the last hand-off left. `seal`: another, and no opening is on record. `hand-off`:
 * one that does not begin where the one before it ended.
 */
export type GapKind = "missing" | "unrecorded" | "custodian" | "place" | "seal" | "hand-off";

/** A gap: what should have been, and what was seen; "" for nothing. */
export interface Gap {
  readonly object: string;
  readonly kind: GapKind;
  readonly expected: string;
  readonly seen: string;
}

/** Where a chain of hand-offs has brought an object so far. */
type Link = Pick<CustodyObject, "seal" | "place" | "custodian">;

/** The gaps within the record: hand-offs that do not follow from one another. */
export const chainGaps = (standing: Standing): readonly Gap[] =>
  namesIn(standing).flatMap((object) => walked(standing, object).gaps);

/**
 * All gaps between a standing and what is seen now, object by object.
 * @param opened names of the objects whose seal was opened on record since then
 */
export function custodyGaps(
  standing: Standing,
  seen: readonly CustodyObject[],
  opened: readonly string[],
): readonly Gap[] {
  const known = namesIn(standing);
  const strange = seen.filter(({ object }) => !known.includes(object));
  return [
    ...known.flatMap((object) => {
      const { gaps, end } = walked(standing, object);
      const found = seen.find((one) => one.object === object);
      return [...gaps, ...compared(object, end, found, opened.includes(object))];
    }),
    ...strange.map(({ object, custodian }): Gap => ({
      object,
      kind: "unrecorded",
      expected: "",
      seen: custodian,
    })),
  ];
}

function compared(
  object: string,
  end: Link,
  found: CustodyObject | undefined,
  isOpened: boolean,
): readonly Gap[] {
  if (found === undefined) return [{ object, kind: "missing", expected: end.custodian, seen: "" }];
  const differing = (["custodian", "place", "seal"] as const).filter(
    (kind) => !alike(end[kind], found[kind]) && !(kind === "seal" && isOpened),
  );
  return differing.map((kind) => ({ object, kind, expected: end[kind], seen: found[kind] }));
}

/** Follows an object's hand-offs; those before it was last seen only have to form a chain. */
function walked({ objects, handOffs }: Standing, object: string) {
  const own = handOffs
    .filter((handOff) => handOff.object === object)
    .toSorted((one, other) => timeOf(one.at) - timeOf(other.at));
  const recorded = objects.find((one) => one.object === object);
  const isNew = ({ at }: HandOff) => timeOf(at) > timeOf(recorded?.seenAt ?? "");
  const before = own.filter((handOff) => !isNew(handOff));
  const after = own.filter(isNew);
  const start = recorded ?? linkBefore(own[0]);
  return {
    gaps: [...broken(object, before, linkBefore(before[0])), ...broken(object, after, start)],
    end: after.map(linkAfter).at(-1) ?? start,
  };
}

const broken = (object: string, handOffs: readonly HandOff[], start: Link): readonly Gap[] =>
  handOffs.flatMap((handOff, i) => {
    const last = i === 0 ? start : linkAfter(handOffs[i - 1]);
    return [
      ...(alike(last.custodian, handOff.from)
        ? []
        : [{ object, kind: "hand-off" as const, expected: last.custodian, seen: handOff.from }]),
      ...(alike(last.seal, handOff.seal)
        ? []
        : [{ object, kind: "seal" as const, expected: last.seal, seen: handOff.seal }]),
    ];
  });

const linkAfter = (handOff: HandOff | undefined): Link => ({
  seal: handOff?.seal ?? "",
  place: handOff?.place ?? "",
  custodian: handOff?.to ?? "",
});

const linkBefore = (handOff: HandOff | undefined): Link => ({
  seal: handOff?.seal ?? "",
  place: handOff?.place ?? "",
  custodian: handOff?.from ?? "",
});

const namesIn = ({ objects, handOffs }: Standing): readonly string[] => [
  ...new Set([...objects, ...handOffs].map(({ object }) => object)),
];

/** "" is the earliest. */
const timeOf = (at: string): number => Date.parse(at) || 0;
