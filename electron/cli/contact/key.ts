// `sd contact key`: an activated pilot makes, rotates, attests, deletes and purges one key.
import { setTimeout } from "node:timers/promises";
import {
  cardRootIn,
  certificateDer,
  checkKeyAttestation,
  type JsonObject,
} from "../../../crypto/index.ts";
import { connect } from "../hsm/connection.ts";
import { need, optional, type Given } from "../shared/arguments.ts";
import { readInput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";
import { asking, type Ask } from "./asking.ts";
import { begin, type Announced } from "./begin.ts";
import { ownFile } from "./own-file.ts";
import { useOwnKey, type Left } from "./own-key.ts";
import { RECORDING, recordedIn, type Sitting } from "./recording-file.ts";
import { toldOf } from "./told.ts";

const ANNOUNCED: Announced = {
  does:
    "assigns you the roles Crypto Auditor, Crypto User and Crypto Officer at /keys, as far as you do not have them; "
    + "makes one RSA key of its own, has it attested, rotates it, deletes it, purges it; removes the roles.",
  leaves:
    "nothing; with purge protection the deleted key, whose name stays taken until its date. Azure's log has all of "
    + "it, with your name.",
  final:
    "the purge of that key. It uses and changes no other key, and refuses an HSM that has one.",
  lasts: "about two minutes after the sign-in; up to ten if Azure takes its time with the roles.",
};

/** Exit code 3, as for a row that is otherwise: something of its own is still in the HSM. */
const LEFT_CODE = 3;

/** @throws Fault E-USAGE, E-FILE-*, E-CONTACT-*, E-PLAN-*, E-HSM-*, E-SIGN-IN */
export async function key(given: Given, voice: Voice): Promise<Outcome> {
  const path = need(given, RECORDING);
  const root = optional(given, "--rehearsal-root");
  const rehearsalRoot =
    root === null ? null : cardRootIn(certificateDer(readInput(root, "--rehearsal-root")));
  const sittings: Sitting[] = [];
  const { hsm, host, place } = await connect(given, voice, (one) => sittings[0]?.heard(one));
  const file = ownFile(path, "key", place);
  await begin(given, voice, hsm, host, ANNOUNCED);
  const sitting = recordedIn(path);
  sittings.push(sitting);
  const { ask, unanswered } = asking();
  const sleep = (seconds: number): Promise<void> => setTimeout(seconds * 1000);
  const { progress } = voice;
  const done = await useOwnKey({ hsm, file, ask, sleep, progress }).finally(() => sitting.end());
  const attestation = await verdictOf(done.attestation, rehearsalRoot, ask);
  const told = toldOf(`A key of ${shown(hsm.name)}`, sitting.all(), unanswered);
  return {
    ...told,
    text: [
      told.text,
      ...(attestation === null ? [] : [`The key's card: ${attestation}.`]),
      ...leftLines(done.left, path),
      `Nobody has read the recording yet: sd contact save ${shown(path)}`,
    ].join("\n"),
    data: { ...told.data, attestation, left: done.left.map((one) => ({ ...one })) },
    ...(done.left.some(({ state }) => state !== "deleted") ? { code: LEFT_CODE } : {}),
  };
}

async function verdictOf(
  answer: JsonObject | null,
  rehearsalRoot: ReturnType<typeof cardRootIn> | null,
  ask: Ask,
): Promise<string | null> {
  if (answer === null) return null;
  const by = { at: new Date(), key: null, poolRoot: null, rehearsalRoot };
  return ask("attestation read", async () => checkKeyAttestation(answer, by).verdict);
}

function leftLines(left: readonly Left[], path: string): readonly string[] {
  if (left.length === 0) return ["All that was made is gone from the HSM."];
  const isOpen = left.some(({ state }) => state !== "deleted");
  return [
    ...left.map(({ what, name, state }) => `Left in the HSM: ${what} ${name}, ${STATES[state]}.`),
    ...(isOpen
      ? [`Run the same command again: it removes what is noted in ${shown(path)}.own.`]
      : []),
  ];
}

const STATES: Readonly<Record<Left["state"], string>> = {
  live: "still in use",
  deleted: "deleted: purge protection keeps it until its date",
  unknown: "which may still be there",
};
