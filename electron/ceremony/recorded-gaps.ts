// Gaps that a record shows: each hand-off and each comparison of seals, against the state before
// it.
import { chainGaps, custodyGaps, type Gap } from "./custody-gaps.ts";
import type { RecordEntry } from "../record/kind.ts";
import type { EventData } from "./entries/index.ts";
import { NOTHING, type Standing } from "./entries/standing.ts";
import { standingsIn } from "./state.ts";

/** Every gap once, those of earlier ceremonies' hand-offs first. Forms were checked before. */
export function recordedGaps(entries: readonly RecordEntry[]): readonly Gap[] {
  const found: Gap[] = [];
  const standings = standingsIn(entries);
  entries.forEach(({ type, data, at }, i) => {
    const before = standings[i - 1] ?? NOTHING;
    if (type === "object-handed-off")
      found.push(...handedOff(before, data as EventData["object-handed-off"], at));
    if (type === "seals-checked")
      found.push(
        ...compared(before, data as EventData["seals-checked"], openedIn(entries.slice(0, i))),
      );
  });
  const all = [...chainGaps(standings.at(-1) ?? NOTHING), ...found];
  return [...new Map(all.map((gap) => [JSON.stringify(gap), gap])).values()];
}

function handedOff(
  before: Standing,
  handOff: EventData["object-handed-off"],
  at: string,
): readonly Gap[] {
  const { object, from } = handOff;
  // Without the time at which it was seen, every hand-off counts as later.
  const objects = before.objects
    .filter((one) => one.object === object)
    .map((one) => ({ ...one, seenAt: "" }));
  if (objects.length === 0) return [{ object, kind: "unrecorded", expected: "", seen: from }];
  return chainGaps({ ...before, objects, handOffs: [{ ...handOff, at }] });
}

/** A broken seal counts as different, whatever its number. */
function compared(
  before: Standing,
  { seals }: EventData["seals-checked"],
  opened: readonly string[],
): readonly Gap[] {
  const isChecked = ({ object }: { readonly object: string }) =>
    seals.some((seal) => seal.object === object);
  const seen = seals
    .filter(({ condition }) => condition !== "missing")
    .map(({ condition, found, ...rest }) => ({
      ...rest,
      seal: condition === "broken" ? `${found} (broken)` : found,
    }));
  const objects = before.objects.filter(isChecked);
  return custodyGaps({ ...before, objects, handOffs: [] }, seen, opened);
}

const openedIn = (entries: readonly RecordEntry[]): readonly string[] =>
  entries.flatMap(({ type, data }) =>
    type !== "bags-opened"
      ? []
      : (data as EventData["bags-opened"]).objects.map(({ object }) => object),
  );
