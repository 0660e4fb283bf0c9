// When a key's next version is made: its rotation policy, read and set.
import { isArray, isObject, readJson, type Json, type JsonObject } from "../../crypto/index.ts";
import { badParameter, ok, type Answer, type Call } from "./answer.ts";
import { latest, missing } from "./keys.ts";
import type { Machine } from "./machine.ts";
import type { RotationPolicy } from "./state.ts";

const NONE: RotationPolicy = { timeAfterCreate: null, expiryTime: null };
const DAYS_MIN = 28;
const DAY = 86_400;

/** GET keys/NAME/rotationpolicy: a key without one has an empty one. */
export function getPolicy(machine: Machine, call: Call): Answer {
  const [name = ""] = call.caught;
  if (latest(machine, name) === undefined) return missing();
  return ok(policyOf(call, machine.state.policies?.[name] ?? NONE));
}

/** PUT keys/NAME/rotationpolicy: replaces all of it; one without actions removes the previous ones. */
export function putPolicy(machine: Machine, call: Call): Answer {
  const [name = ""] = call.caught;
  const { state } = machine;
  if (latest(machine, name) === undefined) return missing();
  const wanted = readPolicy(call.body);
  // Microsoft's page on key rotation: at least 28 days each.
  const short = [wanted.timeAfterCreate, wanted.expiryTime].some(
    (duration) => duration !== null && !(secondsOf(duration) >= DAYS_MIN * DAY),
  );
  if (short) return badParameter("A rotation policy needs durations of at least 28 days.");
  machine.commit({ ...state, policies: { ...state.policies, [name]: wanted } });
  return ok(policyOf(call, wanted));
}

function readPolicy(body: Uint8Array): RotationPolicy {
  const reading = readJson(body);
  const whole = objectOf(reading.ok ? reading.value : null);
  const { lifetimeActions } = whole;
  const actions = lifetimeActions !== undefined && isArray(lifetimeActions) ? lifetimeActions : [];
  const rotate = actions
    .map(objectOf)
    .find(({ action }) => /^rotate$/i.test(stringOrNull(objectOf(action)["type"]) ?? ""));
  return {
    timeAfterCreate: stringOrNull(objectOf(rotate?.["trigger"])["timeAfterCreate"]),
    expiryTime: stringOrNull(objectOf(whole["attributes"])["expiryTime"]),
  };
}

const objectOf = (value: Json | undefined): JsonObject =>
  value !== undefined && isObject(value) ? value : {};
const stringOrNull = (value: Json | undefined): string | null =>
  typeof value === "string" ? value : null;

const policyOf = ({ base, caught: [name = ""] }: Call, policy: RotationPolicy): JsonObject => ({
  id: `${base}/keys/${name}/rotationpolicy`,
  lifetimeActions:
    policy.timeAfterCreate === null
      ? []
      : [{ trigger: { timeAfterCreate: policy.timeAfterCreate }, action: { type: "Rotate" } }],
  attributes: policy.expiryTime === null ? {} : { expiryTime: policy.expiryTime },
});

/**
 * Seconds of an ISO 8601 duration of years (of 365 days), months (of 30) and days, as in policies;
 * NaN for any other.
 */
export function secondsOf(duration: string): number {
  const parts = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration);
  if (parts === null) return Number.NaN;
  const [years = 0, months = 0, days = 0] = parts
    .slice(1)
    .map((part?: string) => Number(part ?? 0));
  return (years * 365 + months * 30 + days) * DAY;
}
