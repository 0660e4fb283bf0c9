// Objects go to another custodian or place: recorded when both sides have confirmed it. A missing
// giver is an exception that two people decided.
import {
  handOffsOf,
  handOffUnkept,
  isAmong,
  checkHandOff,
  partiesOf,
  type CeremonyView,
  standingOf,
  type HandOffRequest,
  type ObjectStanding,
} from "../ceremony/ceremony.ts";
import { english } from "../text/english.ts";
import type { Deps } from "./deps.ts";
import { recordDeviations } from "./record-deviations.ts";
import { begin, finish, journalOf, record, refuse, type Turn } from "./turn.ts";

/** @throws Fault E-STATE*, E-HANDOFF-*, E-CUSTODY-HOLDER, E-CUSTODY-APART, E-CUSTODY-RULE */
export function handOff(deps: Deps, request: HandOffRequest): CeremonyView {
  const turn = begin(deps, "hand-off");
  const stood = stoodBefore(deps, turn);
  refuse(checkHandOff(turn.state, request, stood));
  const { handOffs, said, decidedBy, reason = "" } = request;
  const { gave, took } = partiesOf(turn.state, handOffs);
  const absent = gave.filter((name) => !isAmong(said, name));
  for (const name of absent)
    record(deps, {
      type: "exception-noted",
      by: "administrator",
      data: {
        expected: `${name} hands off what they keep, and says so.`,
        happened: `${name} is not here.`,
        decided: "Continue; everyone who receives has said so.",
        decidedBy,
      },
    });
  const worse = handOffUnkept(turn.state, handOffs, stood);
  // By name, and as what custody has accepted from now on.
  for (const what of worse.flatMap((one) => one.what))
    record(deps, {
      type: "exception-noted",
      by: "administrator",
      data: {
        expected: "No single person, place or zone has a quorum, or leaves less than one.",
        happened: english(what),
        decided: reason,
        decidedBy,
      },
    });
  recordDeviations(
    deps,
    worse,
    worse.map(({ rule }) => ({ rule, reason, decidedBy })),
  );
  record(deps, {
    type: "hand-off-acknowledged",
    by: turn.step.by,
    data: {
      gave: gave.filter((name) => !absent.includes(name)),
      took,
      absent,
      decidedBy: absent.length === 0 ? [] : decidedBy,
    },
  });
  for (const data of handOffsOf(turn.state, handOffs))
    record(deps, { type: "object-handed-off", by: turn.step.by, data });
  return finish(deps, turn);
}

/** The objects as they were when this step first began. */
function stoodBefore(deps: Deps, { step }: Turn): readonly ObjectStanding[] {
  const { entries } = journalOf(deps);
  const first = entries.findIndex(
    ({ type, data }) =>
      type === "step-began" && (data as { readonly step: string }).step === step.id,
  );
  return standingOf(entries.slice(0, first)).objects;
}
