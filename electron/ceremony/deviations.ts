// Exceptions to rules of custody: two people accept each, with a reason: those about the numbers of
// officers when these are said, all others before custody counts.
import { makesKeys, type Counts, type Script } from "../../ceremony-scripts/index.ts";
import type { Fault } from "../../crypto/errors.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { sitesUnkept, unkeptCounts, unkeptSites, type UnkeptRule } from "./custody-rules.ts";
import { officerOf, type Participant } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";
import { countsOf } from "./entries/opening.ts";
import type { CustodyObject, Earlier } from "./entries/standing.ts";
import { keptOf, newlyUnmet, type Kept } from "./geometry.ts";
import type { State } from "./state.ts";
import { fault } from "./entries/faults.ts";
import { isPlain } from "../record/plain.ts";
import { checkDecidedBy, seatsOf } from "./rules.ts";

/** A rule to which people accepted an exception, why, and who: their roles. */
export type Deviation = EventData["deviation-accepted"];

/** The longest reason. */
export const REASON_MAX = 200;

/** What is left by a record that others continue: its numbers, and what was accepted of them. */
type Left = Pick<Earlier, "officers" | "required" | "deviations">;

/**
 * The rules that the numbers of officers do not meet, and that must be accepted when a ceremony is
 * opened in which keys are made for these numbers.
 */
export const openingWanted = (script: Script, earlier: Left | undefined): readonly UnkeptRule[] =>
  makesKeys(script.steps) ? countsWanted(script, earlier) : [];

/** Accepted before for the same numbers, and asked again only for others. */
function countsWanted(counts: Counts, earlier: Left | undefined): readonly UnkeptRule[] {
  const { officers = [], required, deviations = [] } = earlier ?? {};
  const isSame = officers.length === counts.officers && required === counts.quorum;
  return unkeptCounts(counts).filter(
    ({ rule }) => !(isSame && deviations.some((one) => one.rule === rule)),
  );
}

/**
 * The rules that these objects do not meet, and to which people may accept an exception. If seals
 * are compared, custody continues, and so do earlier exceptions: only what gets worse is asked.
 * What this record has accepted of the numbers of officers is not asked again.
 */
export function deviationsWanted(
  state: State,
  objects: readonly CustodyObject[],
): readonly UnkeptRule[] {
  const { opened, seals, heardOf, standing } = state;
  const after = keptAfter(state, objects);
  if (opened === null) return [];
  const [earlier] = opened.earlier;
  const isRenewal = opened.renewed !== undefined;
  if (!isRenewal && (seals !== null || heardOf.length > 0))
    return worseRules(standing.objects, after, state);
  const counts = countsWanted(countsOf(opened), isRenewal ? earlier : undefined).filter(
    ({ rule }) => !state.deviations.some((one) => one.rule === rule),
  );
  if (isRenewal) {
    const isAccepted = earlier?.deviations.some(({ rule }) => rule === "sites") === true;
    return [...counts, ...(isAccepted ? [] : unkeptSites(after))];
  }
  // Also of who has left: their objects are here.
  const officers = after.officers.filter(({ seat }) =>
    objects.some(({ object }) => object.startsWith(`${officerOf(seat)} `)),
  );
  return [...counts, ...unkeptSites({ ...after, objects, officers })];
}

/** The same for a change of custody: what it makes worse, by name. */
export function worseRules(
  before: readonly CustodyObject[],
  after: Kept,
  state: State,
): readonly UnkeptRule[] {
  const rows = newlyUnmet({ ...keptAfter(state, []), objects: before }, after);
  return rows.length === 0 ? [] : [sitesUnkept(after, rows)];
}

/** What is kept once these objects are where the list says: the custody with these in place. */
export function keptAfter(state: State, objects: readonly CustodyObject[]): Kept {
  const { opened, standing } = state;
  const people = opened?.participants ?? [];
  const required = opened?.required ?? 0;
  const stays = standing.objects.filter(
    ({ object }) => !objects.some((one) => one.object === object),
  );
  return {
    ...keptOf(standing),
    objects: [...stays, ...objects],
    required,
    officers: seatsOf(opened?.officers ?? 0).map((seat) => {
      const officer = officerOf(seat);
      const known = standing.officers.find((one) => one.officer === officer);
      const name = people.find(({ role }) => role === officer)?.name ?? known?.name ?? "";
      return { seat, name, isHealthy: (known?.trouble ?? "") === "" };
    }),
  };
}

/**
 * Two of these people accept each rule that is not met, with a reason.
 * @returns E-CUSTODY-RULE if they do not
 */
export function checkDeviations(
  wanted: readonly UnkeptRule[],
  deviations: readonly Deviation[],
  people: readonly Participant[],
): Fault | null {
  const isAccepted = (rule: string) => {
    const said = deviations.find((one) => one.rule === rule);
    return (
      said !== undefined
      && isPlain(said.reason, REASON_MAX)
      && checkDecidedBy(people, said.decidedBy) === null
    );
  };
  const missing = wanted.find(({ rule }) => !isAccepted(rule));
  return missing === undefined ? null : fault("E-CUSTODY-RULE", { rule: NAMES[missing.rule] });
}

const NAMES: Readonly<Record<Deviation["rule"], RefusalSentence>> = {
  quorum: sentence("ceremony-faults.rule.quorum"),
  spare: sentence("ceremony-faults.rule.spare"),
  sites: sentence("ceremony-faults.rule.sites"),
};
