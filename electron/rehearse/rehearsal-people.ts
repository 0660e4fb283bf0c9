// Who takes part in a rehearsed ceremony.
import { renews, type Script } from "../../ceremony-scripts/index.ts";
import {
  officerOf,
  seatsOf,
  standingOf,
  type OfficerStanding,
  type Participant,
} from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { REHEARSAL_PEOPLE, NEWCOMERS } from "../people/protocol.ts";
import type { Plan } from "./rehearsed-step.ts";

/** Every seat that the simulated people can have. */
export const EVERY_SEAT: readonly string[] = [
  "administrator",
  "witness",
  ...Array.from({ length: 10 }, (_, i) => officerOf(i + 1)),
];

/**
 * The script's minimum of officers, by their names in the earlier record; an officer whose key is
 * replaced is someone else.
 */
export function peopleFor(
  { attend, officers, quorum }: Script,
  { officer: alone, renewed, earlier }: Pick<Plan, "officer" | "renewed" | "earlier">,
): readonly Participant[] {
  const known = earlier === null ? [] : standingOf(verifyRecord(earlier).entries).officers;
  return REHEARSAL_PEOPLE.flatMap(({ role, name }) => {
    const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
    if (seat === undefined) return [{ role, name }];
    const comes =
      (attend === "everyone" && Number(seat) <= officers)
      || (attend === "one" && Number(seat) === alone)
      || (attend === "quorum" && Number(seat) <= quorum);
    const before = known.find(({ officer }) => officer === role)?.name ?? name;
    const newcomer = NEWCOMERS[Number(seat) - 1] ?? name;
    const now = !renewed.includes(Number(seat)) ? before : before === newcomer ? name : newcomer;
    return comes ? [{ role, name: now }] : [];
  });
}

/**
 * Who comes if one officer does: the named one, else the first whose part is missing; and whose key
 * is replaced.
 */
export const whoComes = (
  script: Script,
  { earlier, parts }: Pick<Plan, "earlier" | "parts">,
  named: number | null,
): Pick<Plan, "officer" | "renewed"> => ({
  officer: named ?? seatsOf(script.officers).find((seat) => !parts.has(seat)) ?? 1,
  renewed: renewedOf(script, earlier, named),
});

/**
 * Whose key is replaced: the named officer's; else all that were made elsewhere; else all in
 * trouble; else the last one's. None if the script does not ask for it.
 */
function renewedOf(
  { officers, steps }: Script,
  earlier: Uint8Array | null,
  named: number | null,
): readonly number[] {
  if (!renews(steps)) return [];
  const known = earlier === null ? [] : standingOf(verifyRecord(earlier).entries).officers;
  const seats = (is: (one: OfficerStanding) => boolean) =>
    seatsOf(officers).filter((_seat, i) => known[i] !== undefined && is(known[i]));
  const choices = [
    named === null ? [] : [named],
    seats(({ signingThumbprint }) => signingThumbprint === ""),
    seats(({ trouble }) => trouble !== ""),
  ];
  return choices.find((choice) => choice.length > 0) ?? [officers];
}
