// Azure's states of an operation, as ours.
import { isObject, type Json, type JsonObject } from "../../../crypto/index.ts";
import { clean, unreadMember } from "../faults.ts";
import type { Activation, Progress } from "../hsm.ts";

/** "Success" shipped for "Succeeded", so both occur (docs/azure-protocol.md 3). */
const STATES: ReadonlyMap<string, Progress["state"]> = new Map([
  ["success", "succeeded"],
  ["succeeded", "succeeded"],
  ["failed", "failed"],
  ["canceled", "failed"],
  ["inprogress", "running"],
]);

const DETAILS_LENGTH = 200;

/** A status answer as progress; an unknown word is `unknown`, never success, and among the details. */
export function progressOf(answer: JsonObject): Progress {
  const word = answer["status"];
  const state = typeof word === "string" ? STATES.get(word.toLowerCase()) : undefined;
  const said = [...(state === undefined ? [word] : []), detailsOf(answer)].filter(isText);
  return { state: state ?? "unknown", details: clean(said.join(": "), DETAILS_LENGTH) };
}

/** What a question for the status answers. @throws Fault E-HSM-BODY without a status */
export function statusOf(answer: JsonObject): Progress {
  if (!isText(answer["status"])) throw unreadMember("status");
  return progressOf(answer);
}

/** `status_details` of the security domain, `statusDetails` or `error` of backup and restore. */
function detailsOf(answer: JsonObject): string {
  const said = [answer["status_details"], answer["statusDetails"]].find(isText);
  if (said !== undefined) return said;
  const error = answer["error"];
  return isObject(error) ? [error["code"], error["message"]].filter(isText).join(": ") : "";
}

/** Null if ARM's answer is not about an HSM; an unknown word is "Unknown". */
export function activationOf(answer: JsonObject): Activation | null {
  if (!isObject(answer["properties"])) return null;
  const word = activationSaidIn(answer);
  return ACTIVATIONS.find((one) => one === word) ?? "Unknown";
}

/** ARM's own word for it, safe to be shown; "" if it says none. */
export function activationSaidIn({ properties }: JsonObject): string {
  const domain = isObject(properties) ? properties["securityDomainProperties"] : undefined;
  const word = isObject(domain) ? domain["activationStatus"] : undefined;
  return isText(word) ? clean(word, DETAILS_LENGTH) : "";
}

const ACTIVATIONS: readonly Activation[] = ["Active", "NotActivated", "Failed"];

const isText = (value: Json | undefined): value is string =>
  typeof value === "string" && value !== "";
