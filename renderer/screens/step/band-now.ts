// Who acts now, and with which verb: the band of the step.
import { roleTitle } from "../../text/frame.ts";
import { ATTESTATION } from "../../text/attestation.ts";
import { HEARING } from "../../text/hearing.ts";
import { OPENING } from "../../text/opening.ts";
import { CONFIRM } from "../../text/running.ts";
import { SIGN_IN, WAYS } from "../../text/sign-in.ts";
import { STEP } from "../../text/step-frame.ts";
import { forSeat, STEPS } from "../../text/steps.ts";
import { WAITING } from "../../text/waiting.ts";
import { nameOf } from "../../stores/people.ts";
import type { BandRole } from "../../parts/band.tsx";
import { seatOfRole, type Hearing, type Scene } from "./scene.ts";

/** What the band shows. */
export interface BandNow {
  readonly seat: number | null;
  readonly role: BandRole;
  readonly title: string;
  readonly name: string;
  readonly verb: string;
  readonly detail: string;
}

/** The band of the step as it is now. */
export function bandNow(scene: Scene): BandNow {
  const { room, stop, by } = scene;
  const { activity } = room;
  if (activity.kind === "calling")
    return person(scene, `officer-${activity.seat}`, STEP.come, STEP.comeDetail);
  if (activity.kind === "typing")
    return person(scene, `officer-${activity.seat}`, STEP.typeVerb, STEP.typeDetail);
  if (activity.kind === "working" && room.signIn.kind === "asking")
    return person(scene, "administrator", SIGN_IN.title, WAYS[room.signIn.way].short);
  if (activity.kind === "working") return bandWhileWorking(scene);
  if (activity.kind === "hearing") return bandOfHearing(scene, activity);
  if (room.ceremony?.isPerformed === true)
    return person(scene, scene.confirm, CONFIRM.verb, CONFIRM.detail);
  const { verb, detail } = STEPS[stop.kind];
  return person(scene, by, verb, forSeat(detail, stop.seat));
}

function person({ room, stop }: Scene, role: string, verb: string, detail: string): BandNow {
  const known = nameOf(room, role);
  const named = stop.kind === "open" && known === roleTitle(role) ? OPENING.nobody : known;
  return {
    seat: seatOfRole(role), role: role === "witness" ? "witness" : "administrator",
    title: roleTitle(role), name: named, verb, detail,
  };
}

function bandWhileWorking(scene: Scene): BandNow {
  const { activity } = scene.room;
  if (activity.kind !== "working") return nobody(STEP.laptopWorks, STEP.wait, STEP.movesOn);
  if (activity.waiting !== null) {
    const isAzures = activity.waiting.what === "restore-wait";
    return nobody(isAzures ? WAITING.azureName : WAITING.name, WAITING.verb, WAITING.detail);
  }
  const seat = activity.tasks.find(({ state }) => state === "running")?.seat ?? scene.stop.seat;
  if (seat !== null) return person(scene, `officer-${seat}`, STEP.wait, STEP.handsOff);
  return nobody(STEP.laptopWorks, STEP.wait, STEP.movesOn);
}

const nobody = (name: string, verb: string, detail: string): BandNow =>
  ({ seat: null, role: "nobody", title: STEP.nobody, name, verb, detail });

/** Writes down, then reads; the other one listens and picks. */
function bandOfHearing(scene: Scene, hearing: Hearing): BandNow {
  const { reader, listener, paper } = hearingRoles(scene);
  if (hearing.phase === "copy") return person(scene, paper.by, HEARING.writeVerb, paper.detail);
  if (hearing.heard && hearing.attestation !== null) {
    return hearing.attestation.verdict === "not-attested"
      ? person(scene, scene.by, HEARING.decideVerb, HEARING.decideDetail)
      : person(scene, scene.by, ATTESTATION.verb, ATTESTATION.detail);
  }
  if (hearing.heard) return person(scene, listener, HEARING.heardVerb, HEARING.heardDetail);
  const detail = HEARING.reader(nameOf(scene.room, reader));
  return person(scene, listener, HEARING.listenVerb, detail);
}

interface HearingRoles {
  readonly reader: string;
  readonly listener: string;
  readonly paper: { readonly by: string; readonly detail: string };
}

/**
 * Who reads and who listens. An officer reads the own card; back offline the witness holds the
 * paper and reads, as the script says, and the administrator picks.
 */
export function hearingRoles({ stop, by }: Scene): HearingRoles {
  if (stop.kind === "confirm-thumbprint")
    return { reader: by, listener: "witness", paper: { by, detail: HEARING.writeOnCard } };
  const paper = { by: "witness", detail: HEARING.writeOnPaper };
  if (stop.kind === "read-aloud") return { reader: by, listener: "witness", paper };
  return { reader: "witness", listener: by, paper };
}
