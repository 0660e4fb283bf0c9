// The window's view, made whole from what lies on the desk.
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
import type { Posts } from "./posts.ts";
import { backupWanted } from "./key-lists.ts";
import type { SeatView } from "./seats.ts";
import type { Shelved } from "./shelf.ts";
import { aftercheckView, siteView } from "./site.ts";
import { isStored, sasFileOf } from "./storage-way.ts";
import type { Table } from "./table.ts";
import { NO_QUORUM, type Progress } from "./tasks.ts";
import { scoreView } from "./trainer.ts";
import { lookAtMedia, mediaOf } from "./tray.ts";

/** What is going on. */
export interface Showing {
  readonly table: Table | null;
  readonly laying: CeremonyName | null;
  readonly seat: SeatView;
  readonly progress: Progress | null;
  readonly hearing: Hearing | null;
  readonly refusal: RefusalView | null;
  readonly drives: DrivesView | null;
  readonly site: Site | null;
  readonly signIn: SignInView;
  readonly posts: Posts;
  readonly arrival: ArrivalView | null;
}

/** Steps in which objects are taken into custody. */
const TAKES_CUSTODY: readonly (string | undefined)[] = ["record-custody", "take-into-custody"];

/** The room, without its revision. @param now RFC 3339, UTC */
export function roomOf(
  showing: Showing, all: readonly Shelved[], network: NetworkReading, now: string,
): Omit<RoomView, "revision"> {
  const { table, progress, refusal } = showing;
  const state = table?.state;
  const step = table?.step ?? null;
  const kind = step?.action.kind;
  const { posts } = showing;
  const home = homeOf(all, now, posts.at, showing.arrival);
  const backup = table?.stage.plan.backup;
  return {
    mode: posts.mode,
    post: posts.view,
    network: summaryOf(network),
    home: table === null ? home : { ...home, proposedHsm: table.stage.plan.hsm },
    ceremony: table?.view ?? null,
    open: table?.name ?? showing.laying,
    bits: table?.bits ?? 4096,
    mediaPlace: table?.isOnDrives === true ? "drives" : "folders",
    drives: showing.drives,
    media: table === null || state === undefined
      ? [] : lookAtMedia(
        table.stage.stations.offline.media, mediaOf(step, table.script, state), state),
    activity: activityOf(showing),
    quorum: progress?.quorum ?? NO_QUORUM,
    refusal,
    trial: table?.trainer == null ? null
      : { score: state?.closed === true ? scoreView(table.entries) : null },
    resumption: progress === null ? table?.resumption ?? null : null,
    away: table?.away ?? null,
    site: showing.site === null ? null : siteView(showing.site),
    signIn: showing.signIn,
    preflight: state === undefined ? null : preflightView(state),
    aftercheck: table === null ? null : aftercheckView(table),
    incident: table?.incident ?? null,
    waiting: table?.waiting ?? 0,
    backup: kind === "know-backup" && backup != null ? {
      container: backup.container,
      folder: backup.folder,
      keys: backup.keys.map(({ name, version }) => ({ name, version })),
      roles: (backup.roles ?? []).map(({ roleName, scope }) => ({ roleName, scope })),
    } : null,
    backupWanted: table === null ? null : backupWanted(table),
    storage: kind === undefined || !isStored(kind) ? null
      : sasFileOf(table?.stage.ceremony.folder ?? "") === undefined ? "managed-identity" : "sas",
    sealsWanted: step === null || state === undefined ? [] : sealsWanted(step, state),
    handOffWanted: kind === "hand-off" && state !== undefined
      ? onTheTable(state).map(({ object, place, custodian }) => ({ object, place, custodian }))
      : [],
    partHere: kind === "take-part" && table?.stage.plan.parts.has(step?.seat ?? 0) === true,
    custodyWanted: TAKES_CUSTODY.includes(kind) && state !== undefined
      ? custodyObjects(state).map((object) => ({ object, custodian: keeperOf(object, table) }))
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
function keeperOf(object: string, table: Table | null): string {
  const people = table?.state.opened?.participants ?? [];
  const [first = ""] = object.split(" ");
  const holder = first === "domain" ? "witness" : first;
  const keeper = people.find(({ role }) => role === holder)
    ?? people.find(({ role }) => role === "administrator");
  return keeper?.name ?? "";
}
