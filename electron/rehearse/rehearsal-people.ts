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
 * The script's minimum of officers, by their names in the earlier record; an officer with a new key
 * is someone else.
 */
export function peopleFor(
  { attend, officers }: Script,
  {
    officer: alone,
    coming,
    renewed,
    earlier,
  }: Pick<Plan, "officer" | "coming" | "renewed" | "earlier">,
): readonly Participant[] {
  const known = earlier === null ? [] : standingOf(verifyRecord(earlier).entries).officers;
  return REHEARSAL_PEOPLE.flatMap(({ role, name }) => {
    const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
    if (seat === undefined) return [{ role, name }];
    const comes =
      (attend === "everyone" && Number(seat) <= officers)
      || (attend === "one" && Number(seat) === alone)
      || (attend === "quorum" && coming.includes(Number(seat)));
    const before = known.find(({ officer }) => officer === role)?.name ?? name;
    const newcomer = NEWCOMERS[Number(seat) - 1] ?? name;
    const now = !renewed.includes(Number(seat)) ? before : before === newcomer ? name : newcomer;
    return comes ? [{ role, name: now }] : [];
  });
}

/**
 * Who comes if one officer does: the first named one, else the first whose part is missing; if a
 * quorum does: those named, else the first; and who gets a new key.
 */
export const whoComes = (
  script: Script,
  { earlier, parts }: Pick<Plan, "earlier" | "parts">,
  named: readonly number[],
): Pick<Plan, "officer" | "coming" | "renewed"> => ({
  officer: named[0] ?? seatsOf(script.officers).find((seat) => !parts.has(seat)) ?? 1,
  coming: named.length > 0 ? named : seatsOf(script.quorum),
  renewed: renewedOf(script, earlier, named),
});

/**
 * Who gets a new key: those who had no seat, and the named officers; else all whose keys were made
 * elsewhere; else all in trouble; else, if the numbers stay, the last one. None if the script does not
 * ask for it.
 */
function renewedOf(
  { officers, quorum, steps }: Script,
  earlier: Uint8Array | null,
  named: readonly number[],
): readonly number[] {
  if (!renews(steps)) return [];
  const { officers: known, required } = standingOf(
    earlier === null ? [] : verifyRecord(earlier).entries,
  );
  const all = seatsOf(officers);
  const seats = (is: (one: OfficerStanding) => boolean) =>
    all.filter((_seat, i) => known[i] !== undefined && is(known[i]));
  const choices = [
    named,
    seats(({ signingThumbprint }) => signingThumbprint === ""),
    seats(({ trouble }) => trouble !== ""),
    known.length === officers && required === quorum ? [officers] : [],
  ];
  const replaced = choices.find((choice) => choice.length > 0) ?? [];
  return all.filter((seat) => seat > known.length || replaced.includes(seat));
}
