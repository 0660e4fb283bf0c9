// `sd contact look`: every question of ours that changes nothing, asked once, of any HSM.
import type { Hsm } from "../../hsm/hsm.ts";
import { keyListOf } from "../../hsm/key-list.ts";
import { connect } from "../hsm/connection.ts";
import { optional, type Given } from "../shared/arguments.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";
import { asking } from "./asking.ts";
import { RECORDING, recordedIn, unrecorded } from "./recording-file.ts";
import { toldOf, type Unanswered } from "./told.ts";

/**
 * Asks, and changes nothing: only GET. What the HSM refuses, or answers in a form that nobody here
 * reads, is told and stops nothing: the answer itself was heard.
 * @throws Fault E-USAGE, E-FILE-*, E-CONTACT-FORM, E-HSM-SITE, E-HSM-HOST, E-SIGN-IN
 */
export async function look(given: Given, voice: Voice): Promise<Outcome> {
  const path = optional(given, RECORDING);
  const sitting = path === null ? unrecorded() : recordedIn(path);
  const { hsm } = await connect(given, voice, sitting.heard);
  const unanswered = await lookAt(hsm);
  sitting.end();
  const told = toldOf(`${shown(hsm.name)}, looked at`, sitting.all(), unanswered);
  if (path === null) return told;
  const next = `Nobody has read the recording yet: sd contact save ${shown(path)}`;
  return { ...told, text: `${told.text}\n${next}` };
}

/** What was not answered. The exchange key is not asked for: Azure's log would show it as a recovery. */
async function lookAt(hsm: Hsm): Promise<readonly Unanswered[]> {
  const { ask, unanswered } = asking();
  const facts = await ask("resource", () => hsm.facts());
  await ask("download", () => hsm.downloadStatus());
  await ask("upload", () => hsm.uploadStatus());
  // Before, an HSM refuses everything else.
  if (facts?.activation === "Active") await ask("keys", () => keyListOf(hsm, new Date()));
  return unanswered;
}
