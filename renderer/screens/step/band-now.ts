// Who acts now, and with which verb: the band of the step.
import type { BandRole } from "../../parts/band.tsx";
import type { CurrentStep, HearingNow, WorkingNow } from "../../steps/current-step.ts";
import { nameOf, officerRole } from "../../stores/people.ts";
import { ATTESTATION } from "../../text/attestation.ts";
import { roleTitle } from "../../text/frame.ts";
import { HEARING } from "../../text/hearing.ts";
import { seatOf } from "../../text/objects.ts";
import { OPENING } from "../../text/opening.ts";
import { CONFIRM } from "../../text/running.ts";
import { SIGN_IN, WAYS } from "../../text/sign-in.ts";
import { STEP } from "../../text/step-frame.ts";
import { WAITING } from "../../text/waiting.ts";

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
export function bandNow(step: CurrentStep): BandNow {
  const {
    view: { activity, ceremony },
    by,
    confirm,
    words,
  } = step;
  switch (activity.kind) {
    case "calling":
      return person(step, officerRole(activity.seat), STEP.come, STEP.comeDetail);
    case "typing":
      return person(step, officerRole(activity.seat), STEP.typeVerb, STEP.typeDetail);
    case "working":
      return bandWhileWorking(step, activity);
    case "hearing":
      return bandOfHearing(step, activity);
    case "idle":
      return ceremony?.isPerformed === true
        ? person(step, confirm, CONFIRM.verb, CONFIRM.detail)
        : person(step, by, words.verb, words.detail);
  }
}

function person({ view }: CurrentStep, role: string, verb: string, detail: string): BandNow {
  const known = nameOf(view, role);
  const title = roleTitle(role);
  return {
    seat: seatOf(role),
    role: role === "witness" ? "witness" : "administrator",
    title,
    verb,
    detail,
    name: view.ceremony === null && known === title ? OPENING.nobody : known,
  };
}

function bandWhileWorking(step: CurrentStep, { waiting, tasks }: WorkingNow): BandNow {
  const { signIn } = step.view;
  if (signIn.kind === "asking")
    return person(step, "administrator", SIGN_IN.title, WAYS[signIn.way].short);
  if (waiting !== null) {
    const isAzures = waiting.what === "restore-wait";
    return nobody(isAzures ? WAITING.azureName : WAITING.name, WAITING.verb, WAITING.detail);
  }
  const seat = tasks.find(({ state }) => state === "running")?.seat ?? step.seat;
  if (seat !== null) return person(step, officerRole(seat), STEP.wait, STEP.handsOff);
  return nobody(STEP.computerWorks, STEP.wait, STEP.movesOn);
}

const nobody = (name: string, verb: string, detail: string): BandNow => ({
  seat: null,
  role: "nobody",
  title: STEP.nobody,
  name,
  verb,
  detail,
});

/** Writes down, then reads; the other one listens and picks. */
function bandOfHearing(step: CurrentStep, hearing: HearingNow): BandNow {
  const { by, view } = step;
  const { reader, listener, writer, onto } = hearingRoles(step, hearing);
  if (hearing.phase === "copy") return person(step, writer, HEARING.writeVerb, onto);
  if (hearing.heard && hearing.attestation !== null) {
    return hearing.attestation.verdict === "not-attested"
      ? person(step, by, HEARING.decideVerb, HEARING.decideDetail)
      : person(step, by, ATTESTATION.verb, ATTESTATION.detail);
  }
  if (hearing.heard) return person(step, listener, HEARING.heardVerb, HEARING.heardDetail);
  return person(step, listener, HEARING.listenVerb, HEARING.reader(nameOf(view, reader)));
}

/**
 * Who reads, who listens, and who writes the words down first. Officers read their own cards; who
 * opens the ceremony reads the words of the live image, for the one who confirms it; and at the connected station the performer reads the file's words, for the witness to pick. Back
 * offline the witness has the paper and reads, as the script says, and the performer picks.
 */
function hearingRoles({ by, confirm, traits: { hears } }: CurrentStep, { of }: HearingNow) {
  const isOnCard = hears === "certificate";
  const [reader, listener] =
    of === "image"
      ? [by, confirm]
      : isOnCard || hears === "what"
        ? [by, "witness"]
        : ["witness", by];
  return {
    reader,
    listener,
    writer: isOnCard ? by : "witness",
    onto: isOnCard ? HEARING.writeOnCard : HEARING.writeOnPaper,
  };
}
