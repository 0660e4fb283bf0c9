// Azure's states of an operation, as ours.
import { isObject, type Json, type JsonObject } from "../../../crypto/index.ts";
import { clean } from "../faults.ts";
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

/** A status answer as progress; an unknown word is `unknown`, never success. */
export function progressOf(answer: JsonObject): Progress {
  const word = answer["status"];
  const state = typeof word === "string" ? STATES.get(word.toLowerCase()) : undefined;
  return { state: state ?? "unknown", details: clean(detailsOf(answer), DETAILS_LENGTH) };
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
  const properties = answer["properties"];
  if (!isObject(properties)) return null;
  const domain = properties["securityDomainProperties"];
  const word = isObject(domain) ? domain["activationStatus"] : undefined;
  return ACTIVATIONS.find((one) => one === word) ?? "Unknown";
}

const ACTIVATIONS: readonly Activation[] = ["Active", "NotActivated", "Failed"];

const isText = (value: Json | undefined): value is string =>
  typeof value === "string" && value !== "";
