// The download's answer once it is kept: which text of it is the security domain.
import { isObject, readJson } from "../../crypto/index.ts";
import { fault } from "./faults.ts";

/**
 * The `value` of a download's answer: the security domain as text, not yet judged.
 * @throws Fault E-HSM-BODY when the bytes are not strict JSON with a text in `value`
 */
export function readAnswer(bytes: Uint8Array): string {
  const reading = readJson(bytes);
  const value = reading.ok && isObject(reading.value) ? reading.value["value"] : undefined;
  if (typeof value !== "string" || value === "") throw fault("E-HSM-BODY");
  return value;
}
