// Opens a ceremony: people, script, HSM, clock and network become the first entry of its record.
import { renews, restores } from "../../ceremony-scripts/index.ts";
import { toHex } from "../../crypto/index.ts";
import {
  fault,
  fold,
  checkDecidedBy,
  checkPeople,
  checkRenewed,
  checkDeviations,
  countsOf,
  leftBy,
  openingWanted,
  type CeremonyView,
  type Anchor,
  type Deviation,
  type Earlier,
  type EventData,
  type Participant,
} from "../ceremony/ceremony.ts";
import { openJournal } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { NEWEST } from "../meaning/meaning.ts";
import { rely, withHead } from "../meaning/reliance.ts";
import type { Deps } from "./deps.ts";
import { checkShort, despiteIn, recordDespite } from "./despite.ts";
import { isAhead, tellAhead } from "./future-times.ts";
import { recordDeviations } from "./record-deviations.ts";
import { begin, finish, journalOf, readNetworkFor, record, refuse, type Turn } from "./turn.ts";

export interface OpenRequest {
  readonly hsm: string;
  readonly participants: readonly Participant[];
  /** Seats of the officers who get new keys, if the script asks for it. */
  readonly renewed?: readonly number[];
  /** The closed record that this ceremony continues, if its script continues one. */
  readonly earlier?: Uint8Array;
  /** How certain it is that this is the record that people closed; "none" by default. */
  readonly anchor?: Anchor;
  /** Timestamps that are beside the earlier record, as each says of itself; none by default. */
  readonly stamps?: NonNullable<EventData["opened"]["stamps"]>;
  /** What two people accept of the numbers of officers; a rule that is met is not recorded. */
  readonly deviations?: readonly Deviation[];
}

/**
 * @throws Fault E-HSM-NAME, E-ROLE-*, E-EARLIER, E-EARLIER-HSM, E-CUSTODY-RULE, E-NET-* (production),
 *   E-LOG-*, E-MEAN-*, E-NOT-A-CEREMONY, E-CLOSED-SHORT
 */
export function openCeremony(deps: Deps, request: OpenRequest): CeremonyView {
  if (!/^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$/.test(request.hsm)) throw fault("E-HSM-NAME");
  const { renewed = [], deviations = [] } = request;
  refuse(checkPeople(deps.script, request.participants));
  for (const { decidedBy } of deps.record.despite ?? [])
    refuse(checkDecidedBy(request.participants, decidedBy));
  const continued = readEarlier(deps, request);
  const earlier = continued?.earlier ?? null;
  const { officers, required } = earlier ?? { officers: [], required: 0 };
  const before = countsOf({ officers: officers.length, required });
  refuse(checkRenewed(deps.script, request.participants, renewed, before));
  if (earlier !== null && !restores(deps.script.steps)) checkHsm(earlier, request);
  const begun = fold(deps.record.open?.entries ?? []);
  const wanted = openingWanted(deps.script, continued?.earlier).filter(
    ({ rule }) => !begun.deviations.some((one) => one.rule === rule),
  );
  refuse(checkDeviations(wanted, deviations, begun.opened?.participants ?? request.participants));
  const known = earlier === null ? null : withoutFuture(earlier, deps.clock());
  const network = readNetworkFor(deps);
  deps.record.open ??= openJournal({
    folder: deps.record.folder,
    station: deps.station,
    clock: deps.clock,
    ...(earlier === null ? {} : { previous: earlier.head }),
  });
  if (deps.record.open.entries.length === 0) {
    record(deps, {
      type: "opened",
      by: "administrator",
      data: {
        ceremony: toHex(deps.random(16)),
        mode: deps.mode,
        script: deps.script.name,
        scriptSha256: deps.script.sha256,
        hsm: request.hsm,
        officers: deps.script.officers,
        required: deps.script.quorum,
        participants: request.participants,
        clock: deps.clock().toISOString(),
        network,
        software: deps.software,
        earlier: known === null ? [] : [known],
        ...continued?.told,
        confirmation: "apart",
        rules: NEWEST,
        ...(renews(deps.script.steps) ? { renewed } : {}),
      },
    });
  }
  if (earlier !== null) tellOfEarlier(deps, earlier);
  recordDespite(deps, continued?.broken ?? []);
  const turn = begin(deps, "open");
  recordDeviations(deps, wanted, deviations);
  if (network.up.length > 0 || network.wasOnline === "yes") noteNetwork(deps, turn);
  return finish(deps, turn);
}

/** A red reading in rehearsal is an exception to acknowledge; production never gets this far. */
function noteNetwork(deps: Deps, turn: Turn): void {
  if (deps.station !== "offline") return;
  record(deps, {
    type: "exception-noted",
    by: "administrator",
    data: {
      expected: "No network interface is up, and none was since the start.",
      happened: "REHEARSAL: the station has or had a network.",
      decided: "Continue: this is a rehearsal.",
      decidedBy: ["administrator", "witness"],
      step: turn.step.id,
      decision: "continue",
    },
  });
}

/**
 * An earlier ceremony that was opened by a clock that ran ahead cannot be compared with this one:
 * its people and program are left out, as in the oldest records, and the clock is reported.
 */
function withoutFuture(earlier: Earlier, now: Date): Earlier {
  const { last, ...rest } = earlier;
  return last !== undefined && isAhead(last.at, now) ? rest : earlier;
}

/**
 * Reports once that a clock ran ahead of this one when the earlier record was closed, or opened:
 * the first entry itself shows it, even if power was lost before the report.
 */
function tellOfEarlier(deps: Deps, { last, closedAt = "" }: Earlier): void {
  const { entries } = journalOf(deps);
  const [first] = entries;
  if (first === undefined || entries.some(({ type }) => type === "clock-jumped")) return;
  const ahead = [closedAt, last?.at ?? ""].find((time) => isAhead(time, new Date(first.at)));
  if (ahead !== undefined) tellAhead(deps, ahead);
}

/** Only a recovery is held at another HSM than the record that it continues. */
function checkHsm({ hsm }: Earlier, request: OpenRequest): void {
  if (hsm.toLowerCase() !== request.hsm.toLowerCase()) throw fault("E-EARLIER-HSM", { hsm });
}

/** What the earlier record leaves, and what is said about that record itself. */
interface Continued {
  readonly earlier: Earlier;
  readonly told: Pick<EventData["opened"], "anchor" | "unvouched" | "stamps">;
  /** The codes despite which people continue: of the rules that it breaks, and of its closing. */
  readonly broken: readonly string[];
}

function readEarlier(
  deps: Deps,
  { earlier: bytes, anchor = "none", stamps = [] }: OpenRequest,
): Continued | null {
  if (!deps.script.continues) return null;
  if (bytes === undefined) throw fault("E-EARLIER");
  // A recovery may have no other record: two people may continue despite broken rules of meaning.
  const despite = restores(deps.script.steps) ? despiteIn(deps) : null;
  const relied = rely(verifyRecord(bytes), { own: deps.scripts ?? null, despite });
  const { verdict, meaning } = relied;
  const earlier = leftBy(verdict.entries, verdict.head);
  const { opened, aborted } = fold(verdict.entries);
  const isWhole = verdict.closed && aborted === null && opened?.mode === deps.mode;
  if (!isWhole || earlier.domainSha256 === "") throw fault("E-EARLIER");
  const heard =
    anchor === "typed"
      ? { verdict, meaning: { ...meaning, closed: withHead(meaning.closed) } }
      : relied;
  // Officers not vouched for there are not vouched for here; a head from paper vouches for all.
  const { unvouched } = verdict;
  const isTold = unvouched.length > 0 && anchor !== "typed";
  // One from the future of this station's clock cannot be in the record; verifying the record shows it.
  const known = stamps.filter(({ time }) => !isAhead(time, deps.clock()));
  return {
    earlier,
    told: {
      anchor,
      ...(isTold ? { unvouched } : {}),
      ...(known.length > 0 ? { stamps: known } : {}),
    },
    broken: [...meaning.breaches.map(({ code }) => code), ...checkShort(deps, heard)],
  };
}
