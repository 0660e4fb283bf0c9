// The window's view, made as a whole from the open ceremony.
import type { CrewView } from "../bridge/crew-view.ts";
import type {
  ActivityView,
  ArrivalView,
  CeremonyName,
  DrivesView,
  QuorumView,
  RefusalView,
  WindowView,
  SignInView,
  StepView,
} from "../bridge/view.ts";
import { kindOf, type Counts, type Step } from "../../ceremony-scripts/index.ts";
import {
  comingOf,
  copyObject,
  custodyObjects,
  officerOf,
  ANY_PRESENT,
  inTheRoom,
  preflightView,
  oldObjects,
  sealedObjects,
  type State,
} from "../ceremony/ceremony.ts";
import type { NetworkReading, Traces } from "../network/network.ts";
import type { Site } from "../hsm/site.ts";
import { fromScript, spoken } from "../text/from-script.ts";
import { summaryOf } from "../usecases/turn.ts";
import type { Hearing } from "./hearing.ts";
import { homeOf } from "./home.ts";
import type { StationRole } from "./station-role.ts";
import { backupSheet, backupWanted } from "./key-lists.ts";
import { photographsView } from "./photographs.ts";
import type { SeatView } from "./seats.ts";
import type { Store } from "./ceremony-store.ts";
import { aftercheckView, siteView } from "./site.ts";
import { sasFileOf } from "./storage-way.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import { NO_QUORUM, type Progress } from "./tasks.ts";
import { scoreView } from "./trainer.ts";
import { partHere } from "./part-here.ts";
import { lookAtMedia, requiredMedia } from "./required-media.ts";

/** The current state. */
export interface Showing {
  readonly open: OpenCeremony | null;
  readonly opening: CeremonyName | null;
  readonly seat: SeatView;
  readonly progress: Progress | null;
  readonly quorum: QuorumView;
  readonly hearing: Hearing | null;
  readonly refusal: RefusalView | null;
  readonly drives: DrivesView | null;
  readonly site: Site | null;
  readonly signIn: SignInView;
  readonly crew: CrewView | null;
  readonly role: StationRole;
  readonly arrival: ArrivalView | null;
  readonly proposedCounts: Counts;
}

/** The view, without what is the same for all views of a desk. @param now RFC 3339, UTC */
export function windowViewOf(
  showing: Showing,
  store: Store,
  { network, traces }: { readonly network: NetworkReading; readonly traces: Traces },
  now: string,
): Omit<WindowView, "revision" | "confirmMs" | "language" | "making" | "checking"> {
  const { open, progress, refusal } = showing;
  const state = open?.state;
  const step = open?.step ?? null;
  const kind = step?.action.kind;
  const traits = kind === undefined ? null : kindOf(kind);
  const { role } = showing;
  const home = homeOf(store, now, role.at, showing.arrival, showing.proposedCounts);
  return {
    mode: role.mode,
    stationRole: role.view,
    network: summaryOf(network),
    traces: { cores: traces.cores === true, swaps: traces.swaps },
    home: open === null ? home : { ...home, proposedHsm: open.proposedHsm },
    ceremony: open === null ? null : { ...open.view, step: step === null ? null : stepView(step) },
    open: open?.name ?? showing.opening,
    coming: open === null ? null : comingOf(open.script),
    mayCount: open?.mayCount === true,
    countsFound: open?.countsFound ?? null,
    mayPlan: open?.mayPlan === true,
    countsPlanned: open?.countsPlanned ?? null,
    countsWanted: open?.countsWanted ?? [],
    bits: open?.bits ?? 4096,
    mediaPlace: open?.isOnDrives === true ? "drives" : "folders",
    drives: drivesFor(
      showing.drives,
      open?.script.officers ?? home.custody?.health.officers.length ?? home.proposedCounts.officers,
    ),
    media:
      open === null || state === undefined
        ? []
        : lookAtMedia(
            open.session.stations.offline,
            requiredMedia(step, open.script, state),
            state,
          ),
    activity: activityOf(showing),
    quorum: quorumOf(showing),
    refusal,
    trial:
      open?.trainer == null
        ? null
        : { score: state?.closed === true ? scoreView(open.entries) : null },
    crew: showing.crew,
    resumption: progress === null ? (open?.resumption ?? null) : null,
    away: open?.away ?? null,
    site: showing.site === null ? null : siteView(showing.site),
    signIn: showing.signIn,
    preflight: state === undefined ? null : preflightView(state),
    aftercheck: open === null ? null : aftercheckView(open),
    incident: open?.incident ?? null,
    waiting: open?.waiting ?? 0,
    photographs:
      open === null || state === undefined ? null : photographsView(state, open.photographs),
    backup: open === null ? null : backupSheet(open),
    backupWanted: open === null ? null : backupWanted(open),
    storage:
      traits?.usesStorage !== true
        ? null
        : sasFileOf(open?.session.ceremony.folder ?? "") === undefined
          ? "managed-identity"
          : "sas",
    sealsWanted: step === null || state === undefined ? [] : sealsWanted(step, state),
    handOffWanted:
      kind === "hand-off" && state !== undefined
        ? inTheRoom(state).map(({ object, place, custodian }) => ({ object, place, custodian }))
        : [],
    partHere: kind === "take-part" ? partHere(open, step?.seat ?? 0) : "no",
    custodyWanted:
      traits?.takesCustody === true && state !== undefined
        ? custodyObjects(state).map((object) => ({ object, custodian: keeperOf(object, open) }))
        : [],
  };
}

/** Only labels of so many officers are offered. */
function drivesFor(drives: DrivesView | null, officers: number): DrivesView | null {
  if (drives === null) return null;
  const isTheirs = (label: string): boolean => Number(/\d+/.exec(label)?.[0] ?? 0) <= officers;
  const { labels, free } = drives;
  return { ...drives, labels: labels.filter(isTheirs), free: free.filter(isTheirs) };
}

/** A step with what its script says in sentences. */
export const stepView = ({
  act,
  say,
  action: { choices = [], ...action },
  ...step
}: Step): StepView => ({
  ...step,
  act: fromScript(act),
  say: spoken(say),
  action,
  choices: choices.map(({ when, goTo }) => ({ when: fromScript(when), goTo })),
});

/**
 * The proof stays until it is confirmed, with the time of each subset; after a restart the record
 * has one time for all.
 */
function quorumOf({ open, progress, quorum }: Showing): QuorumView {
  if (progress !== null) return progress.quorum;
  const { isPerformed, proof, step } = open?.view ?? {};
  const opens = step == null ? null : kindOf(step.action.kind).opensShares;
  if (isPerformed !== true || opens !== true) return NO_QUORUM;
  if (quorum.proven.length > 0) return quorum;
  const proven = proof?.subsets.map((seats) => ({ seats, at: proof.at })) ?? [];
  return { opened: [...new Set(proven.flatMap(({ seats }) => seats))], proven };
}

/** The objects whose seals this step compares: people read what is on their bags. */
function sealsWanted({ action, seat }: Step, state: State): WindowView["sealsWanted"] {
  const { readsSeals } = kindOf(action.kind);
  if (readsSeals === "old") return oldObjects(state, officerOf(seat ?? 0)).map(wanted);
  const of =
    readsSeals === "officer"
      ? officerOf(seat ?? 0)
      : readsSeals === "copy"
        ? copyObject(action.copy ?? "transfer")
        : readsSeals === "present"
          ? ANY_PRESENT
          : null;
  return of === null ? [] : sealedObjects(state, of).map(wanted);
}

const wanted = ({ object, place, custodian }: WindowView["sealsWanted"][number]) => ({
  object,
  place,
  custodian,
});

function activityOf({ seat, progress, hearing }: Showing): ActivityView {
  if (progress !== null && seat.kind !== "empty") return seat;
  if (progress !== null) return progress.activity;
  return hearing === null ? { kind: "idle" } : { kind: "hearing", ...hearing.view };
}

/** Officers keep what is their own; shared objects go to two people, so that neither has all. */
function keeperOf(object: string, open: OpenCeremony | null): string {
  const people = open?.state.opened?.participants ?? [];
  const [first = ""] = object.split(" ");
  const holder = first === "domain" ? "witness" : first;
  const keeper =
    people.find(({ role }) => role === holder)
    ?? people.find(({ role }) => role === "administrator");
  return keeper?.name ?? "";
}
