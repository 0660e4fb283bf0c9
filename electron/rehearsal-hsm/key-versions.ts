// Creating and rotating keys: a first version, or a further one (docs/azure-protocol.md 7).
import { isArray, isObject, readJson, type Json, type JsonObject } from "../../crypto/index.ts";
import { badParameter, conflict, ok, refuse, type Answer, type Call } from "./answer.ts";
import { keyOf, latest, makeKey, missing } from "./keys.ts";
import type { Machine } from "./machine.ts";
import { secondsOf } from "./rotation-policy.ts";
import type { HsmKey } from "./state.ts";

const SIZES = [2048, 3072, 4096];
const SIZE = 2048;
/** Microsoft's limit; rotations count. */
const VERSIONS_MAX = 100;

const bodyOf = ({ body }: Call): JsonObject => {
  const reading = readJson(body);
  return reading.ok && isObject(reading.value) ? reading.value : {};
};

/** POST keys/NAME/create: silently makes a new version of an existing name. */
export function postCreate(machine: Machine, call: Call): Answer {
  const [name = ""] = call.caught;
  if (machine.state.deletedKeys?.some((key) => key.name === name) === true)
    return conflict("A deleted key that can be recovered has this name.");
  const { kty, key_size: size = SIZE, key_ops: operations, attributes } = bodyOf(call);
  if (kty !== "RSA-HSM" || typeof size !== "number" || !SIZES.includes(size))
    return badParameter("A rehearsal HSM makes RSA-HSM keys of 2048, 3072 or 4096 bits.");
  const expires = isObject(attributes ?? null) ? (attributes as JsonObject)["exp"] : undefined;
  return added(machine, call, {
    ...makeKey(name, size, nowOf(machine), machine.random),
    ...(isTexts(operations) ? { operations } : {}),
    ...(typeof expires === "number" ? { expires } : {}),
  });
}

/** POST keys/NAME/rotate: refused until the key has a policy (Microsoft's page on key rotation). */
export function postRotate(machine: Machine, call: Call): Answer {
  const [name = ""] = call.caught;
  const { policies = {} } = machine.state;
  const [before, policy] = [latest(machine, name), policies[name]];
  if (before === undefined) return missing();
  // The HSM's own message is unknown.
  if (policy?.timeAfterCreate == null)
    return badParameter("The key has no rotation policy: it must be set before it can be rotated.");
  // Four letters of base64url are three bytes.
  const bits = Math.floor((before.modulus.length * 3) / 4) * 8;
  // Two versions never begin in the same second: the newest is found by its time.
  const created = Math.max(nowOf(machine), before.created + 1);
  const made = makeKey(name, bits, created, machine.random);
  const { operations } = before;
  return added(machine, call, {
    ...made,
    ...(operations === undefined ? {} : { operations }),
    ...(policy.expiryTime === null ? {} : { expires: made.created + secondsOf(policy.expiryTime) }),
  });
}

function added(machine: Machine, { base }: Call, key: HsmKey): Answer {
  const { state } = machine;
  if (state.keys.filter(({ name }) => name === key.name).length >= VERSIONS_MAX)
    return refuse(409, "Conflict", "The key has as many versions as a key can have.");
  machine.commit({ ...state, keys: [...state.keys, key] });
  return ok(keyOf(machine, base, key));
}

const nowOf = (machine: Machine): number => Math.floor(machine.now() / 1000);

const isTexts = (value: Json | undefined): value is readonly string[] =>
  value !== undefined && isArray(value) && value.every((one) => typeof one === "string");
