// Who acts now, and the verb: the band of the step.
import type { BandRole } from "../parts/band.tsx";
import type { CurrentStep, HearingNow, WorkingNow } from "./current-step.ts";
import { nameOf, officerRole } from "../stores/people.ts";
import { roleTitle } from "../text/frame.ts";
import { seatOf } from "../text/objects.ts";
import { say } from "../text/say.ts";

/** The content of the band. */
export interface BandNow {
  readonly seat: number | null;
  readonly role: BandRole;
  readonly title: string;
  readonly name: string;
  readonly verb: string;
  readonly detail: string;
}

/** The current band of the step. */
export function bandNow(step: CurrentStep): BandNow {
  const {
    view: { activity, ceremony },
    by,
    confirm,
    words,
  } = step;
  switch (activity.kind) {
    case "calling":
      return person(
        step,
        officerRole(activity.seat),
        say("step-frame.step.come"),
        say("step-frame.step.comeDetail"),
      );
    case "typing":
      return person(
        step,
        officerRole(activity.seat),
        say("step-frame.step.typeVerb"),
        say("step-frame.step.typeDetail"),
      );
    case "working":
      return bandWhileWorking(step, activity);
    case "hearing":
      return bandOfHearing(step, activity);
    case "idle":
      return ceremony?.isPerformed === true
        ? person(step, confirm, say("running.confirm.verb"), say("running.confirm.detail"))
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
    name: view.ceremony === null && known === title ? say("opening.nobody") : known,
  };
}

function bandWhileWorking(step: CurrentStep, { waiting, tasks }: WorkingNow): BandNow {
  const { signIn } = step.view;
  if (signIn.kind === "asking")
    return person(
      step,
      "administrator",
      say("sign-in.title"),
      say(`sign-in.ways.${signIn.way}.short`),
    );
  if (waiting !== null) {
    const isAzures = waiting.what === "restore-wait";
    return nobody(
      isAzures ? say("waiting.azureName") : say("waiting.name"),
      say("waiting.verb"),
      say("waiting.detail"),
    );
  }
  const seat = tasks.find(({ state }) => state === "running")?.seat ?? step.seat;
  if (seat !== null)
    return person(
      step,
      officerRole(seat),
      say("step-frame.step.wait"),
      say("step-frame.step.handsOff"),
    );
  return nobody(
    say("step-frame.step.computerWorks"),
    say("step-frame.step.wait"),
    say("step-frame.step.movesOn"),
  );
}

const nobody = (name: string, verb: string, detail: string): BandNow => ({
  seat: null,
  role: "nobody",
  title: say("step-frame.step.nobody"),
  name,
  verb,
  detail,
});

/** One person writes down, then reads; the other listens and picks. */
function bandOfHearing(step: CurrentStep, hearing: HearingNow): BandNow {
  const { by, view } = step;
  const { reader, listener, writer, onto } = hearingRoles(step, hearing);
  if (hearing.phase === "copy") return person(step, writer, say("hearing.writeVerb"), onto);
  if (hearing.heard && hearing.attestation !== null) {
    return hearing.attestation.verdict === "not-attested"
      ? person(step, by, say("hearing.decideVerb"), say("hearing.decideDetail"))
      : person(step, by, say("attestation.verb"), say("attestation.detail"));
  }
  if (hearing.heard)
    return person(step, listener, say("hearing.heardVerb"), say("hearing.heardDetail"));
  return person(
    step,
    listener,
    say("hearing.listenVerb"),
    say("hearing.reader", { name: nameOf(view, reader) }),
  );
}

/**
 * Who reads, who listens, and who writes the words down first. Officers read their own cards. The
 * opener reads the live image's words to the person who confirms. At the connected station the
 * performer reads the file's words, and the witness picks. Back offline the witness reads from
 * paper, as the script says, and the performer picks.
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
    onto: isOnCard ? say("hearing.writeOnCard") : say("hearing.writeOnPaper"),
  };
}
