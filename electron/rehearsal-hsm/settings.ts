// The HSM's settings: the one switch that is known of real ones (docs/azure-protocol.md 7).
import { isObject, readJson, type JsonObject } from "../../crypto/index.ts";
import { badParameter, notFound, ok, type Answer, type Call } from "./answer.ts";
import type { Machine } from "./machine.ts";
import type { State } from "./state.ts";

/** GET settings. No pages. */
export const listSettings = ({ state }: Machine): Answer =>
  ok({ settings: Object.keys(state.settings).map((name) => bodyOf(state, name)) });

/** GET settings/NAME. */
export const getSetting = ({ state }: Machine, { caught: [name = ""] }: Call): Answer =>
  Object.hasOwn(state.settings, name) ? ok(bodyOf(state, name)) : missing();

/** PATCH settings/NAME: the value is a text. */
export function patchSetting(machine: Machine, { caught: [name = ""], body }: Call): Answer {
  const { state } = machine;
  if (!Object.hasOwn(state.settings, name)) return missing();
  const reading = readJson(body);
  const value = reading.ok && isObject(reading.value) ? reading.value["value"] : undefined;
  if (value !== "true" && value !== "false")
    return badParameter("The value of this setting is true or false.");
  machine.commit({ ...state, settings: { ...state.settings, [name]: value } });
  return ok(bodyOf(machine.state, name));
}

const missing = (): Answer => notFound("There is no setting of this name.");

const bodyOf = ({ settings }: State, name: string): JsonObject => ({
  name,
  type: "boolean",
  value: settings[name] ?? "false",
});
