// The plan's SQL Managed Instances that have a key, and how they name it.
import { isObject, type Json } from "../../../crypto/json.ts";
import { memberAt, textAt } from "../answers/shape.ts";
import type { Plan } from "../plan/plan.ts";
import { sentence } from "../../text/sentence.ts";
import { alike } from "./about.ts";
import { someOf } from "./planned.ts";

export type Instance = Plan["sqlInstances"][number];

/** An instance with the name of its key. */
export type InstanceWithKey = Instance & { readonly key: string };

/** Whether an instance has a key. */
export const hasKey = (one: Instance): one is InstanceWithKey => one.key !== undefined;

/** Those with a key. @throws Fault E-PROOF-PLAN where none has one */
export const instancesWithKey = (plan: Plan): readonly InstanceWithKey[] =>
  someOf(plan.sqlInstances.filter(hasKey), sentence("deployment-faults.sqlWithKey"));

/** The name that an instance gives a key of the HSM: `<first DNS label>_<key>_<version>`. */
export const serverKeyName = (hsm: string, key: string, version: string): string =>
  `${hsm.toLowerCase()}_${key}_${version}`;

/** Whether an instance uses a user-assigned identity for its key: always if it has one. */
export const asksByIdentity = ({ identity }: Instance): boolean =>
  identity.includes("UserAssigned");

/**
 * The object id with which an instance with user-assigned identities accesses its key: the primary
 * one's. "" if the answer lacks it.
 */
export function primaryPrincipal(instance: Json): string {
  const primary = textAt(instance, "properties.primaryUserAssignedIdentityId");
  const all = memberAt(instance, "identity.userAssignedIdentities") ?? null;
  if (!isObject(all)) return "";
  const own = Object.entries(all).find(([id]) => alike(id, primary))?.[1];
  return textAt(own ?? null, "principalId");
}
