// The window's view, made whole from the open ceremony.
import type {
  ActivityView, ArrivalView, CeremonyName, DrivesView, RefusalView, RoomView, SignInView,
} from "../bridge/room.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import {
  copyObject, custodyObjects, officerOf, ON_THE_TABLE, onTheTable, preflightView, sealedObjects,
  type State,
} from "../ceremony/ceremony.ts";
import type { NetworkReading } from "../network/network.ts";
import type { Site } from "../hsm/site.ts";
import { summaryOf } from "../usecases/turn.ts";
import type { Hearing } from "./hearing.ts";
import { homeOf } from "./home.ts";
import type { StationRole } from "./station-role.ts";
import { backupWanted } from "./key-lists.ts";
import type { SeatView } from "./seats.ts";
import type { StoredCeremony } from "./ceremony-store.ts";
import { aftercheckView, siteView } from "./site.ts";
import { isStored, sasFileOf } from "./storage-way.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import { NO_QUORUM, type Progress } from "./tasks.ts";
import { scoreView } from "./trainer.ts";
import { lookAtMedia, mediaOf } from "./required-media.ts";

/** What is going on. */
export interface Showing {
  readonly open: OpenCeremony | null;
  readonly opening: CeremonyName | null;
  readonly seat: SeatView;
  readonly progress: Progress | null;
  readonly hearing: Hearing | null;
  readonly refusal: RefusalView | null;
  readonly drives: DrivesView | null;
  readonly site: Site | null;
  readonly signIn: SignInView;
  readonly role: StationRole;
  readonly arrival: ArrivalView | null;
}

/** Steps in which objects are taken into custody. */
const TAKES_CUSTODY: readonly (string | undefined)[] = ["record-custody", "take-into-custody"];

/** The room, without its revision. @param now RFC 3339, UTC */
export function roomOf(
  showing: Showing, all: readonly StoredCeremony[], network: NetworkReading, now: string,
): Omit<RoomView, "revision"> {
  const { open, progress, refusal } = showing;
  const state = open?.state;
  const step = open?.step ?? null;
  const kind = step?.action.kind;
  const { role } = showing;
  const home = homeOf(all, now, role.at, showing.arrival);
  const backup = open?.session.plan.backup;
  return {
    mode: role.mode,
    stationRole: role.view,
    network: summaryOf(network),
    home: open === null ? home : { ...home, proposedHsm: open.session.plan.hsm },
    ceremony: open?.view ?? null,
    open: open?.name ?? showing.opening,
    bits: open?.bits ?? 4096,
    mediaPlace: open?.isOnDrives === true ? "drives" : "folders",
    drives: showing.drives,
    media: open === null || state === undefined
      ? [] : lookAtMedia(
        open.session.stations.offline.media, mediaOf(step, open.script, state), state),
    activity: activityOf(showing),
    quorum: progress?.quorum ?? NO_QUORUM,
    refusal,
    trial: open?.trainer == null ? null
      : { score: state?.closed === true ? scoreView(open.entries) : null },
    resumption: progress === null ? open?.resumption ?? null : null,
    away: open?.away ?? null,
    site: showing.site === null ? null : siteView(showing.site),
    signIn: showing.signIn,
    preflight: state === undefined ? null : preflightView(state),
    aftercheck: open === null ? null : aftercheckView(open),
    incident: open?.incident ?? null,
    waiting: open?.waiting ?? 0,
    backup: kind === "know-backup" && backup != null ? {
      container: backup.container,
      folder: backup.folder,
      keys: backup.keys.map(({ name, version }) => ({ name, version })),
      roles: (backup.roles ?? []).map(({ roleName, scope }) => ({ roleName, scope })),
    } : null,
    backupWanted: open === null ? null : backupWanted(open),
    storage: kind === undefined || !isStored(kind) ? null
      : sasFileOf(open?.session.ceremony.folder ?? "") === undefined ? "managed-identity" : "sas",
    sealsWanted: step === null || state === undefined ? [] : sealsWanted(step, state),
    handOffWanted: kind === "hand-off" && state !== undefined
      ? onTheTable(state).map(({ object, place, custodian }) => ({ object, place, custodian }))
      : [],
    partHere: kind === "take-part" && open?.session.plan.parts.has(step?.seat ?? 0) === true,
    custodyWanted: TAKES_CUSTODY.includes(kind) && state !== undefined
      ? custodyObjects(state).map((object) => ({ object, custodian: keeperOf(object, open) }))
      : [],
  };
}

/** The objects whose seals this step compares: what is on their bags is for people to read. */
function sealsWanted({ action, seat }: Step, state: State): RoomView["sealsWanted"] {
  const of = ["check-seals", "destroy-old"].includes(action.kind) ? officerOf(seat ?? 0)
    : action.kind === "check-copy-seal" ? copyObject(action.copy ?? "transfer")
      : action.kind === "check-objects" ? ON_THE_TABLE : null;
  return of === null ? [] : sealedObjects(state, of)
    .map(({ object, place, custodian }) => ({ object, place, custodian }));
}

function activityOf({ seat, progress, hearing }: Showing): ActivityView {
  if (progress !== null && seat.kind !== "empty") return seat;
  if (progress !== null) return progress.activity;
  return hearing === null ? { kind: "idle" } : { kind: "hearing", ...hearing.view };
}

/** Officers keep what is their own; what is shared goes to two people, so that neither has all. */
function keeperOf(object: string, open: OpenCeremony | null): string {
  const people = open?.state.opened?.participants ?? [];
  const [first = ""] = object.split(" ");
  const holder = first === "domain" ? "witness" : first;
  const keeper = people.find(({ role }) => role === holder)
    ?? people.find(({ role }) => role === "administrator");
  return keeper?.name ?? "";
}
