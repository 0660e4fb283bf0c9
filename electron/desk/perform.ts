// Performs the current step in the window: with what people entered, and what is here.
import { kindOf, type InputOf, type Step } from "../../ceremony-scripts/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import { actSeats, type CeremonyView } from "../ceremony/ceremony.ts";
import { inputOf, NOTHING_AT_HAND, perform, type AtHand } from "../session/perform.ts";
import { stateOf } from "../usecases/turn.ts";
import { witness } from "./ceremony-actions.ts";
import type { Checks } from "./checks.ts";
import { fault } from "./faults.ts";
import type { Heard } from "./hearings.ts";
import { backupOf } from "./key-lists.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import type { DeskOptions } from "./options.ts";
import { sasFileOf } from "./storage-way.ts";

/** The step that is now, with what was entered in it. */
export interface Entered {
  readonly step: Step;
  readonly input: object;
}

/** @throws Fault E-DESK-STALE if no step is left, E-DESK-FORM */
export function entered({ step }: OpenCeremony, { input }: RequestOf<"perform">): Entered {
  if (step === null) throw fault("E-DESK-STALE");
  const read = inputOf(step, input);
  if (read === null) throw fault("E-DESK-FORM");
  return { step, input: read };
}

/** Whether a passphrase is typed in this step: an act may also be signed on paper. */
const isTyped = ({ deps }: OpenCeremony, { action: { kind } }: Step): boolean => {
  const { typed, signs } = kindOf(kind);
  return typed && (signs !== "act" || actSeats(stateOf(deps), deps.script).length > 0);
};

/**
 * The slow work of a step, to be run afterwards. Before a secret is typed the witness looks round
 * the room.
 * @param heard the words that were read aloud in it, and files that were brought
 * @throws Fault E-DESK-STALE, E-STATE-INCIDENT, E-ROOM-WITNESS, E-STATE-STATION
 */
export function work(
  open: OpenCeremony,
  { step, input }: Entered,
  heard: Heard,
  witnessed: RequestOf<"perform">["witnessed"],
): () => CeremonyView | Promise<CeremonyView> {
  open.requireUndone();
  if (isTyped(open, step)) witness(open, step.id, witnessed);
  const { bits, deps, session } = open;
  const atHand = {
    ...{ ...NOTHING_AT_HAND, ...heard, bits },
    sasFile: sasFileOf(session.ceremony.folder),
  };
  return () => perform(deps, step, input, atHand);
}

/**
 * Performs a step that only needs what people entered. An officer's part of an attestation is the
 * one on this computer, else a file chosen by hand, and so are the answers in which the HSM attests keys; if
 * none is chosen, nothing is done.
 * @throws Fault E-DESK-STALE, E-AUDIT-FILE, E-CHECK-*, E-STATE-STATION, those of the use case
 */
export async function performAtOnce(
  open: OpenCeremony,
  { step, input }: Entered,
  { chooseRecord, chooseAnswers }: Pick<DeskOptions, "chooseRecord" | "chooseAnswers">,
  checks: Checks,
): Promise<void> {
  const {
    session: { plan },
    deps,
  } = open;
  const {
    action: { kind },
    seat = 0,
  } = step;
  const given = async (): Promise<Partial<AtHand> | null> => {
    if (kind === "take-part") {
      const here = plan.parts.get(seat);
      const path = here === undefined ? await chooseRecord() : null;
      if (here === undefined && path === null) return null;
      return { part: here ?? (await checks.check("part", (checker) => checker.sound(path ?? ""))) };
    }
    if (kind === "attest-custody") {
      if ((input as InputOf<typeof kind>).keys === undefined) return {};
      const files = await chooseAnswers().catch(() => {
        throw fault("E-DEPLOY-FILE-READ");
      });
      return files === null ? null : { attestations: files.map(({ bytes }) => bytes) };
    }
    if (kind === "know-backup") return { backup: backupOf(open, input as InputOf<typeof kind>) };
    return { earlier: plan.earlier, anchor: plan.anchor, stamps: plan.stamps };
  };
  const known = await given();
  if (known === null) return;
  if (kindOf(kind).opens) open.chooseKeySize((input as InputOf<"open">).bits);
  await perform(deps, step, input, { ...NOTHING_AT_HAND, ...known });
}
